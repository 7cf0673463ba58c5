import subprocess

from celery import shared_task


@shared_task
def compress(path, level):
    return subprocess.call(["gzip", f"-{int(level)}", "-k", path])
