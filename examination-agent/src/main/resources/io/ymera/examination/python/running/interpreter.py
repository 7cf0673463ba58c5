"""Keeps apart what the runner and the project have in the one interpreter: modules, and what the garbage collector shows."""

import gc
import os
import sys

from project import ROOT


def hide(folder):
    """Takes the runner's own modules, which are loaded from there, out of where tests look for modules."""
    sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry) != folder]
    sys.path_importer_cache.pop(folder, None)
    for name, module in list(sys.modules.items()):
        if os.path.dirname(getattr(module, "__file__", None) or "") == folder:
            del sys.modules[name]


def forget_shadowed(send):
    """Lets the project have files with the names of modules that were loaded for this runner: it gets its own, the runner and
    the framework keep theirs."""
    needed = {"builtins", "sys", "os", "io", "abc", "codecs", "encodings", "importlib", "types", "site", "__main__", "posix",
              "threading", "warnings", "gc", "time", "signal", "errno", "marshal", "zipimport", "stat", "posixpath", "atexit",
              "faulthandler"}
    frameworks = {"unittest", "pytest", "_pytest", "pluggy"}
    folders = [folder for folder in sys.path[:2] if folder.startswith(ROOT)]
    for name in list(sys.modules):
        top = name.partition(".")[0]
        if not any(os.path.exists(os.path.join(folder, top + ".py")) or os.path.exists(os.path.join(folder, top, "__init__.py"))
                   for folder in folders):
            continue
        if top in frameworks:
            if name == top:
                send({"event": "note", "text": "The project has a module %s; tests were run with the real one" % top})
        elif top not in needed:
            del sys.modules[name]


def settle():
    """Takes what belongs to the runner out of what the garbage collector shows, for good."""
    gc.collect()
    gc.freeze()
    gc.unfreeze = lambda: None
