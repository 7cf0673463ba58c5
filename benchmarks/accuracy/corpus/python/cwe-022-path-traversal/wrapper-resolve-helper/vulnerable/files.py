from pathlib import Path


def inside(root, name):
    base = Path(root).resolve()
    candidate = (base / name).resolve()
    return candidate if str(candidate).startswith(str(base)) else None
