"""What is the project's: its folder, its files, its code."""

import hashlib
import os

ROOT = os.getcwd()
PREFIX = ROOT.rstrip("/") + "/"
NOT_OURS = {"node_modules", "bower_components", "vendor", "third_party", "venv", ".venv", "env", "site-packages", "target",
            "build", "dist", "__pycache__", ".git", ".tox", ".eggs", "coverage"}


def of_project(code):
    """Whether code is the project's: in its folder, or made from text."""
    name = code.co_filename
    if not name.startswith("/"):
        return not name.startswith("<frozen")
    return name.startswith(PREFIX) and "/site-packages/" not in name


def project_files():
    for folder, folders, files in os.walk(ROOT):
        folders[:] = sorted(f for f in folders if f not in NOT_OURS)
        for name in sorted(files):
            if name.endswith(".py"):
                path = os.path.join(folder, name)
                if os.path.isfile(path) and not os.path.islink(path):
                    yield path


def digest_of(path, algorithm=hashlib.sha256, read=open):
    try:
        with read(path, "rb") as file:
            return algorithm(file.read()).digest()
    except OSError:
        return None

