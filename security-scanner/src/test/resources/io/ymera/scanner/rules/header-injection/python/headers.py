from http.server import BaseHTTPRequestHandler

from django.http import HttpResponse
from flask import Flask, make_response, request

app = Flask(__name__)


@app.route("/a")
def a():
    response = make_response("ok")
    response.headers["X-Name"] = request.args["name"]  # finding: header-injection
    response.headers["X-Size"] = str(int(request.args["size"]))
    response.headers["X-Name"] = request.args["name"].replace("\r", "").replace("\n", "")
    return response


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("X-Path", self.path)  # finding: header-injection
        self.end_headers()


def django(request):
    response = HttpResponse("ok")
    response["X-Name"] = request.GET["name"]  # finding: header-injection
    return response
