import os
import re
import subprocess

from flask import Flask, abort, request

app = Flask(__name__)
TABLE = {"a": "x", "b": "y"}
PAIRS = [("a", "ls"), ("b", "id")]
NAME = re.compile(r"[a-z]+")


def valid(name):
    return bool(NAME.fullmatch(name))


@app.route("/a")
def looked_up():
    key = request.args["key"]
    os.system(TABLE.get(key, "z"))
    os.system(TABLE.get(key, key))  # finding: command-injection
    os.system({"a": "x"}.setdefault(key, key))  # finding: command-injection
    os.system({"a": "x"}.setdefault(key, "y"))
    os.system(dict(PAIRS)["a"])
    os.system(dict([("a", key), ("b", "c")])["b"])
    os.system(dict([("a", key), ("b", "c")])["a"])  # finding: command-injection
    return {}


@app.route("/b")
def listed():
    files = request.args.getlist("file")
    subprocess.run(["git", "add"] + files)
    subprocess.run(files + ["x"])  # finding: command-injection
    words = ["a", "b", files[0]]
    os.system(words[:2][1])
    os.system(words[1:][1])  # finding: command-injection
    subprocess.run("cat", shell=True, input=request.data)
    subprocess.run(args=files)  # finding: command-injection
    return {}


@app.route("/c")
def loop():
    names = {}
    for field in ("a", "b"):
        value = request.args[field]
        names[field] = value
        names["safe-" + field] = value if value.isalnum() else ""
    for field in ("a", "b"):
        os.system("echo " + names["safe-" + field])
        os.system("echo " + names[field])  # finding: command-injection
    return {}


@app.route("/d")
def checked():
    name = request.args["name"]
    if not valid(name):
        abort(400)
    os.system("echo " + name)
    return {}
