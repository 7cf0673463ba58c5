from flask import Flask, make_response, request
from markupsafe import escape

app = Flask(__name__)
SITE = escape("Fish & Chips")


@app.route("/hello")
def hello():
    name = request.args.get("name", "guest")
    page = f"<html><body><h1>{SITE}</h1><p>Hello {name}</p></body></html>"
    response = make_response(page)
    response.headers["Cache-Control"] = "no-store"
    return response
