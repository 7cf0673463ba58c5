import re

from flask import Flask, request

app = Flask(__name__)


@app.route("/a")
def a():
    pattern = request.args["q"]
    re.search(pattern, "text")  # finding: regex-injection
    re.compile("^" + pattern)  # finding: regex-injection
    re.search(re.escape(pattern), "text")
    re.search("a+", pattern)
    return {}
