import subprocess

from flask import Flask, request

app = Flask(__name__)


def git(*arguments):
    return subprocess.run(["git", "-C", "/srv/work", *arguments], capture_output=True, text=True, check=False)


@app.post("/fetch")
def fetch():
    remote = request.json["remote"]
    if remote not in git("remote").stdout.split():
        return {"error": "unknown remote"}, 404
    done = git("fetch", "--", remote)
    return {"ok": done.returncode == 0, "errors": done.stderr[-400:]}
