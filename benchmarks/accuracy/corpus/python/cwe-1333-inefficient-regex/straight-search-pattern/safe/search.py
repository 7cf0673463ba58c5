import re

from flask import Flask, request

app = Flask(__name__)
LINES = open("/srv/data/titles.txt", encoding="utf-8").read().splitlines()


@app.get("/titles")
def titles():
    wanted = request.args.get("q", "")
    pattern = re.compile(re.escape(wanted), re.IGNORECASE)
    return {"titles": [line for line in LINES if pattern.search(line)][:50]}
