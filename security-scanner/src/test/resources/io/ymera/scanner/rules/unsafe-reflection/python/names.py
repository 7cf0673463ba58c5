import importlib

from flask import Flask, abort, request

app = Flask(__name__)
MODULES = ("csv", "json")


@app.route("/a")
def a():
    name = request.args["module"]
    importlib.import_module(name)  # finding: unsafe-reflection
    getattr(app, name)()  # finding: unsafe-reflection
    getattr(app, "handle_" + name)()
    if name not in MODULES:
        abort(400)
    importlib.import_module(name)
    return {}
