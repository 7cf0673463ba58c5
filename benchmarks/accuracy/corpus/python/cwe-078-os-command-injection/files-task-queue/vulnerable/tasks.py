import subprocess

from celery import shared_task


@shared_task
def compress(path, level):
    return subprocess.call(f"gzip -{level} -k {path}", shell=True)
