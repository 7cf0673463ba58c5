from pathlib import Path

from flask import Flask, abort, request, send_file

app = Flask(__name__)


def inside(root, name):
    base = Path(root).resolve()
    candidate = (base / name).resolve()
    return candidate if candidate.is_relative_to(base) else None


def anywhere(root, name):
    base = Path(root).resolve()
    candidate = (base / name).resolve()
    return candidate if candidate.exists() else None


@app.route("/a")
def a():
    path = inside("/srv", request.args["name"])
    if path is None:
        abort(404)
    return send_file(path)


@app.route("/b")
def b():
    path = anywhere("/srv", request.args["name"])
    if path is None:
        abort(404)
    return send_file(path)  # finding: path-traversal
