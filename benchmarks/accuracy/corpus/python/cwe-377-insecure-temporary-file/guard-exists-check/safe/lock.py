import os
import sys

LOCK = "/tmp/importer.lock"


def acquire():
    if os.path.exists(LOCK):
        return None
    return os.open(LOCK, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)


def main():
    handle = acquire()
    if handle is None:
        sys.exit("another import is running")
    with os.fdopen(handle, "w") as lock:
        lock.write(str(os.getpid()))
    os.unlink(LOCK)


if __name__ == "__main__":
    main()
