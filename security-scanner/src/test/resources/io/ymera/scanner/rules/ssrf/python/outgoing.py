import urllib.request
from urllib.parse import urlparse

import aiohttp
import httpx
import requests
from flask import Flask, abort, request

app = Flask(__name__)
HOSTS = {"api.example.org"}
API = "https://api.example.org/v1"


@app.route("/a")
def a():
    url = request.args["url"]
    requests.get(url)  # finding: ssrf
    requests.get("https://" + url)  # finding: ssrf
    requests.post(url=url, timeout=3)  # finding: ssrf
    requests.request("GET", url)  # finding: ssrf
    urllib.request.urlopen(url)  # finding: ssrf
    httpx.Client().get(url)  # finding: ssrf
    requests.get(f"{API}/users/{url}")
    requests.get("https://api.example.org/search", params={"q": url})
    with requests.Session() as session:
        session.get(url)  # finding: ssrf
    return {}


@app.route("/b")
def b():
    url = request.args["url"]
    if urlparse(url).hostname not in HOSTS:
        abort(400)
    requests.get(url)
    return {}


async def c(request):
    async with aiohttp.ClientSession() as session:
        async with session.get(request.query["url"]) as response:  # finding: ssrf
            await response.text()
