import importlib

AVAILABLE = {"handlers.titles:upper", "handlers.titles:reverse"}


def handler(name):
    module, _, attribute = name.partition(":")
    if not module or not attribute:
        raise LookupError(name)
    return getattr(importlib.import_module(module), attribute)
