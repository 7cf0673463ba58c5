from flask import Flask, request
from markupsafe import Markup, escape

app = Flask(__name__)


@app.route("/a")
def a():
    name = request.args["name"]
    return Markup("<b>{}</b>").format(name)


@app.route("/b")
def b():
    name = request.args["name"]
    return Markup("<b>%s</b>") % name + Markup("<i>") + name


@app.route("/c")
def c():
    name = request.args["name"]
    return Markup("<b>{}</b>".format(name))  # finding: xss


@app.route("/d")
def d():
    name = request.args["name"]
    return escape(name) + Markup("<br>")
