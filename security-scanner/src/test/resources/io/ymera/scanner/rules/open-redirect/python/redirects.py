from urllib.parse import quote, urlparse

from django.http import HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from fastapi import FastAPI
from fastapi.responses import RedirectResponse
from flask import Flask, redirect, request, url_for

app = Flask(__name__)
api = FastAPI()
PAGES = {"home": "/home", "shop": "/shop"}


@app.route("/a")
def a():
    return redirect(request.args.get("next", "/"))  # finding: open-redirect


@app.route("/b")
def b():
    return redirect(url_for("home", q=request.args["q"]))


@app.route("/c")
def c():
    return redirect("/search?q=" + request.args["q"])


@app.route("/d")
def d():
    return redirect(PAGES.get(request.args["page"], "/"))


@app.route("/e")
def e():
    target = request.args["next"]
    if not target.startswith("/") or target.startswith("//"):
        target = "/"
    return redirect(target)


@app.route("/f")
def f():
    target = request.args["next"]
    if urlparse(target).netloc not in ("example.org", "www.example.org"):
        return "no", 400
    return redirect(target)


@app.route("/k")
def k():
    target = request.args.get("next")
    if not target or urlparse(target).netloc != "":
        target = url_for("index")
    return redirect(target)


@app.route("/l")
def l():
    target = request.args["next"]
    if urlparse(target).netloc:
        return redirect("/")
    return redirect(target)


@app.route("/m")
def m():
    target = request.args["next"]
    if urlparse(target).scheme in ("http", "https"):
        return redirect(target)  # finding: open-redirect
    return redirect("/")


def g(request):
    target = request.GET["next"]
    if url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        return HttpResponseRedirect(target)
    return HttpResponseRedirect("https://example.org/?from=" + quote(target))


def h(request):
    return HttpResponseRedirect("https://" + request.GET["host"] + "/x")  # finding: open-redirect


@api.get("/i")
def i(url: str):
    return RedirectResponse(url)  # finding: open-redirect


@api.get("/j")
def j(url: str):
    return RedirectResponse(url=url, status_code=303)  # finding: open-redirect
