import subprocess

from flask import Flask, abort, request

app = Flask(__name__)
MANAGED = ("nginx", "postgresql", "redis")


def managed(name):
    return any(name == known for known in MANAGED)


@app.post("/services/restart")
def restart():
    name = request.form.get("name", "")
    if not managed(name):
        abort(404)
    code = subprocess.call("sudo systemctl restart " + name, shell=True)
    return {"name": name, "restarted": code == 0}
