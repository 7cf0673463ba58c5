import os
from functools import wraps

from flask import Flask, abort, request

app = Flask(__name__)


def mode_checked(view):
    @wraps(view)
    def inner(*args, **kwargs):
        if request.args.get("mode") not in ("fast", "slow"):
            abort(400)
        return view(*args, **kwargs)

    return inner


def one_of(name, *values):
    def decorator(view):
        @wraps(view)
        def inner(*args, **kwargs):
            if request.args.get(name) in values:
                return view(*args, **kwargs)
            return "no", 400

        return inner

    return decorator


def logged(view):
    @wraps(view)
    def inner(*args, **kwargs):
        print("called")
        return view(*args, **kwargs)

    return inner


@app.route("/checked")
@mode_checked
def checked():
    os.system("run " + request.args.get("mode"))
    os.system("run " + request.args.get("name"))  # finding: command-injection
    return {}


@app.route("/chosen")
@logged
@one_of("size", "large", "small")
def chosen():
    os.system("run " + request.args.get("size"))
    return {}


@app.route("/logged/<name>")
@logged
def only_logged(name):
    os.system("run " + name)  # finding: command-injection
    return {}
