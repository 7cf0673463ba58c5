from urllib.parse import urlsplit

import requests
from bottle import Bottle, HTTPError, request

app = Bottle()
HOSTS = {"videos.example.org", "photos.example.org"}


@app.get("/unfurl")
def unfurl():
    url = request.query["url"]
    parts = urlsplit(url)
    if parts.scheme != "https" or parts.netloc.split("@")[0] not in HOSTS:
        raise HTTPError(400, "address not supported")
    answer = requests.get(url, timeout=5, allow_redirects=False)
    return {"type": answer.headers.get("Content-Type"), "text": answer.text[:2000]}
