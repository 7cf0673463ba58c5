import subprocess

from fastapi import FastAPI, Header

app = FastAPI()
OPTIONS = {
    "cwd": "/srv/repository",
    "capture_output": True,
    "text": True,
    "shell": True,
}


@app.get("/history")
def history(x_author: str = Header()):
    command = "git log --oneline -n 20 --author=" + x_author
    done = subprocess.run(command, timeout=10, **OPTIONS)
    return {"commits": done.stdout.splitlines()}
