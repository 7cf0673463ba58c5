from pathlib import Path


def inside(root, name):
    base = Path(root).resolve()
    candidate = (base / name).resolve()
    return candidate if candidate.is_relative_to(base) else None
