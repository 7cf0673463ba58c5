import html

from django.http import HttpResponse, JsonResponse
from django.utils.safestring import mark_safe
from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from flask import Flask, Response, jsonify, make_response, redirect, request
from markupsafe import Markup, escape

app = Flask(__name__)
api = FastAPI()


@app.route("/a")
def a():
    name = request.args.get("name", "")
    return "<h1>Hello " + name + "</h1>"  # finding: xss


@app.route("/b")
def b():
    name = request.args.get("name", "")
    return f"<h1>Hello {escape(name)}</h1>"


@app.route("/c")
def c():
    return {"name": request.args.get("name")}


@app.route("/d")
def d():
    return jsonify(name=request.args.get("name"))


@app.route("/e")
def e():
    return f"No {request.args['x']}", 404  # finding: xss


@app.route("/f")
def f():
    return Response(request.args["x"], mimetype="text/plain")


@app.route("/g")
def g():
    return Response("<p>" + request.args["x"])  # finding: xss


@app.route("/h/<name>")
def h(name):
    return make_response("<p>" + name)  # finding: xss


@app.route("/j")
def j():
    return Markup("<b>" + request.args["x"] + "</b>")  # finding: xss


@app.route("/k")
def k():
    return "<p>" + html.escape(request.args["x"]) + str(int(request.args["n"]))


@app.route("/l")
def l():
    return {"error": request.args["x"]}, 400


def django_view(request):
    q = request.GET["q"]
    if q == "json":
        return JsonResponse({"q": q})
    if q:
        return HttpResponse("You asked for " + q)  # finding: xss
    return HttpResponse(q, content_type="text/plain")


def django_safe(request):
    return {"x": mark_safe(request.GET["q"])}  # finding: xss


@api.get("/p", response_class=HTMLResponse)
def p(name: str):
    return HTMLResponse("<p>" + name)  # finding: xss


@api.get("/q")
def q(name: str):
    return "hello " + name


@app.route("/made")
def made():
    name = request.args.get("name", "")
    if not name:
        return make_response((name, 404))  # finding: xss
    return make_response(("Your name is in a header.", {"X-Name": name}))
