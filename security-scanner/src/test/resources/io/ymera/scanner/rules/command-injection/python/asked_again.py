import os

from flask import Flask, request

app = Flask(__name__)
MODES = ("fast", "slow")


@app.route("/same")
def same():
    if request.args["mode"] not in MODES:
        return "no", 400
    os.system("run " + request.args["mode"])
    return {}


@app.route("/other")
def other():
    if request.args["mode"] not in MODES:
        return "no", 400
    os.system("run " + request.form["mode"])  # finding: command-injection
    os.system("run " + request.args["name"])  # finding: command-injection
    return {}


@app.route("/names")
def names():
    for name in request.args:
        if name in MODES:
            os.system("run " + name)
            os.system("run " + request.args[name])  # finding: command-injection
    return {}
