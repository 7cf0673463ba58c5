import sys

from flask import Flask, request

app = Flask(__name__)


@app.get("/a")
def a():
    q = request.args["q"]
    sys.stderr.write(f"search {q}\n")  # finding: log-injection
    sys.stderr.write(f"search {q!r}\n")
    print("search", q, file=sys.stderr)  # finding: log-injection
    print("search", q)
    with open("/var/log/search.log", "a") as log:
        log.write(q + "\n")  # finding: log-injection
        log.write(" ".join(q.split()) + "\n")
    with open("/srv/data/search.txt", "a") as data:
        data.write(q + "\n")
    return ""
