import os
import re
from enum import Enum
from pathlib import Path

from flask import Flask, abort, request

app = Flask(__name__)
BASE = "/srv/files"
NAME = re.compile(r"[a-z0-9_]+")
ALLOWED = {"a.txt", "b.txt"}


def inside(path):
    return os.path.realpath(path).startswith(BASE + "/")


def resolve(name):
    full = os.path.abspath(os.path.join(BASE, name))
    if os.path.commonpath([full, BASE]) != BASE:
        raise ValueError(name)
    return full


@app.route("/a")
def a():
    name = request.args["name"]
    if not re.fullmatch(r"[a-z0-9_]+\.txt", name):
        abort(400)
    return {"x": open(os.path.join(BASE, name)).read()}


@app.route("/b")
def b():
    name = request.args["name"]
    if not NAME.fullmatch(name):
        return "", 400
    return {"x": open(os.path.join(BASE, name)).read()}


@app.route("/c")
def c():
    name = request.args["name"]
    if name not in ALLOWED:
        abort(404)
    return {"x": open(os.path.join(BASE, name)).read()}


@app.route("/d")
def d():
    name = request.args["name"]
    if not re.match(r".+", name):
        abort(400)
    return {"x": open(os.path.join(BASE, name)).read()}  # finding: path-traversal


@app.route("/e")
def e():
    name = request.args["name"]
    if name not in ALLOWED:
        print("strange")
    return {"x": open(os.path.join(BASE, name)).read()}  # finding: path-traversal


@app.route("/f")
def f():
    target = Path(BASE, request.args["name"]).resolve()
    target.relative_to(BASE)
    return {"x": target.read_text()}


@app.route("/g")
def g():
    return {"x": open(resolve(request.args["name"])).read()}


@app.route("/h")
def h():
    name = Path(request.args["name"]).name
    return {"x": open(os.path.join(BASE, name)).read()}


@app.route("/beside")
def beside():
    full = os.path.realpath(os.path.join(BASE, request.args["name"]))
    if not full.startswith(os.path.realpath(BASE)):
        abort(404)
    return {"x": open(full).read()}  # finding: path-traversal


@app.route("/below")
def below():
    full = os.path.realpath(os.path.join(BASE, request.args["name"]))
    if not full.startswith(os.path.realpath(BASE) + os.sep):
        abort(404)
    return {"x": open(full).read()}


ROOT = Path("/srv/files").resolve()


class Kind(Enum):
    REPORT = "report"
    INVOICE = "invoice"


@app.get("/below")
def below():
    path = (ROOT / request.args["name"]).resolve()
    if ROOT not in path.parents:
        abort(404)
    return path.read_text()


@app.get("/kind")
def kind():
    name = Kind(request.args["kind"]).value
    return open(os.path.join(BASE, name + ".txt")).read()


@app.get("/kinds")
def kinds():
    names = request.args.getlist("name")
    for name in names:
        if name not in ALLOWED:
            abort(400)
    return [open(os.path.join(BASE, name)).read() for name in names]


@app.get("/some")
def some():
    names = request.args.getlist("name")
    for name in names:
        if name not in ALLOWED:
            app.logger.info("not one of ours")
    return [open(os.path.join(BASE, name)).read() for name in names]  # finding: path-traversal
