import os
import random
import time
from pathlib import Path


def create_key(path: Path, size: int = 32) -> bytes:
    source = random.Random(time.time())
    key = source.randbytes(size)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(key)
    return key


if __name__ == "__main__":
    create_key(Path("/etc/app/cookie.key"))
