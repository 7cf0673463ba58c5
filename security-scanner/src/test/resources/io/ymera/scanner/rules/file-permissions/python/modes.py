import os
from pathlib import Path

os.chmod("/srv/x", 0o777)  # finding: file-permissions
os.chmod("/srv/x", 0o600)
os.chmod("/srv/x", 0o644)
Path("/srv/x").chmod(0o666)  # finding: file-permissions
os.umask(0)  # finding: file-permissions
os.umask(0o077)
os.makedirs("/srv/y", mode=0o777)  # finding: file-permissions
