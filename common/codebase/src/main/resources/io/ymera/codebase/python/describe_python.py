"""Prints, as one JSON object, what Interpreter.java wants to know. Runs where no submitted code is."""

import json
import os
import site
import sys

if sys.version_info < (3, 8):
    sys.exit("Python 3.8 or newer is needed, this is %d.%d" % sys.version_info[:2])

try:
    import pytest
    pytest_version = pytest.__version__
except ImportError:
    pytest_version = None

executable = os.path.abspath(sys.executable)
user_site = site.getusersitepackages()
has_user_site = bool(site.ENABLE_USER_SITE) and os.path.isdir(user_site)
folders = {sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix}
folders |= {os.path.realpath(folder) for folder in folders}
if has_user_site:
    folders.add(os.path.abspath(user_site))
# The interpreter's own folder is named only where no other covers it
for program in (executable, os.path.realpath(executable)):
    if not any(program.startswith(folder.rstrip("/") + "/") for folder in folders):
        folders.add(os.path.dirname(program))

print(json.dumps({
    "executable": executable,
    "read_only": sorted(os.path.normpath(folder) for folder in folders),
    "version": "%d.%d.%d" % sys.version_info[:3],
    "user_base": site.getuserbase() if has_user_site else None,
    "pytest": pytest_version,
}))
