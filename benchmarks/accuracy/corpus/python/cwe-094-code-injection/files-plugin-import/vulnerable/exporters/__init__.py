import importlib

AVAILABLE = {"csv": "exporters.csv_export", "pdf": "exporters.pdf_export"}


def exporter(name):
    module = importlib.import_module(AVAILABLE.get(name, name))
    return getattr(module, "export")
