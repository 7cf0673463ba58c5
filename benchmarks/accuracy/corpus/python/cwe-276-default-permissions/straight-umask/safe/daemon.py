import logging
import os
import sys


def detach():
    if os.fork() > 0:
        sys.exit(0)
    os.setsid()
    os.umask(0o077)
    os.chdir("/")


def main():
    detach()
    os.makedirs("/var/lib/collector/spool", exist_ok=True)
    logging.basicConfig(filename="/var/lib/collector/collector.log", level=logging.INFO)
    with open("/var/lib/collector/credentials", "w", encoding="utf-8") as out:
        out.write(os.environ["COLLECTOR_TOKEN"])
    logging.info("started")


if __name__ == "__main__":
    main()
