from flask import Flask, abort, jsonify, request

app = Flask(__name__)


class Limits:
    uploads = 20
    projects = 5
    members = 12


def read(owner, name):
    return eval(f"owner.{name}")


@app.get("/limits")
def limits():
    name = request.args.get("name", "uploads")
    if name.startswith("_"):
        abort(404)
    try:
        return jsonify(name=name, value=read(Limits, name))
    except AttributeError:
        abort(404)
