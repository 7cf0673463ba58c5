import datetime
import re
import subprocess

NAME = re.compile(r"[a-z][a-z0-9_]{0,30}")


def run_backup(database, comment):
    if not NAME.match(database):
        return 2
    stamp = datetime.date.today().isoformat()
    target = f"/backup/{stamp}.sql.gz"
    with open("/backup/journal", "a") as journal:
        journal.write(f"{stamp} {comment!r}\n")
    return subprocess.call(f"pg_dump {database} | gzip > {target}", shell=True)
