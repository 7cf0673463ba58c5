import re

from flask import Flask, request

app = Flask(__name__)
MAIL = re.compile(r"^([a-zA-Z0-9]+)+@x\.org$")
NAME = re.compile(r"^[a-z]+$")


@app.route("/a")
def a():
    text = request.args["q"]
    re.match(r"^(a+)+$", text)  # finding: redos
    re.match(r"^(\w+\s?)*$", text)  # finding: redos
    re.match(r"^[a-z]+(-[a-z]+)?$", text)
    MAIL.match(text)  # finding: redos
    NAME.match(text)
    return {}
