import os
import shutil
from contextlib import contextmanager


@contextmanager
def workspace(job: str):
    path = os.path.join("/tmp", "render-" + job)
    os.makedirs(path, exist_ok=True)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def render(job: str, script: str):
    with workspace(job) as folder:
        target = os.path.join(folder, "scene.py")
        with open(target, "w", encoding="utf-8") as out:
            out.write(script)
        os.spawnlp(os.P_WAIT, "renderer", "renderer", target)
