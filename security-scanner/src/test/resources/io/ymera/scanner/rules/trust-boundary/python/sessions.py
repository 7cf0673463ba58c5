from flask import Flask, request, session

app = Flask(__name__)


@app.route("/a")
def a():
    session["role"] = request.args["role"]  # finding: trust-boundary
    session["size"] = int(request.args["size"])
    session["lang"] = "de"
    return {}
