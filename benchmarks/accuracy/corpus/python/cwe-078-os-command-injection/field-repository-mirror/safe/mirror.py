import subprocess
from flask import Flask, request

app = Flask(__name__)


class Mirror:
    def __init__(self, name, branch):
        self.name = name
        self.branch = branch
        self.upstream = "https://git.example.org/mirrors/core.git"

    def clone(self):
        return subprocess.call("git clone -b main " + self.upstream + " /srv/mirror/core", shell=True)

    def describe(self):
        return {"name": self.name, "branch": self.branch}


@app.post("/mirrors")
def create():
    body = request.get_json(force=True)
    mirror = Mirror(body["name"], body["branch"])
    status = mirror.clone()
    return {"mirror": mirror.describe(), "status": status}, 201
