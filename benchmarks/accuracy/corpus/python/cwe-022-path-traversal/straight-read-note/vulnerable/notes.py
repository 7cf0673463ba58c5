from pathlib import Path

from flask import Flask, abort, request

app = Flask(__name__)
NOTES = Path("/srv/notes")


@app.get("/notes")
def read_note():
    name = request.args["name"]
    path = f"{NOTES}/{name}"
    if path is None:
        abort(404)
    try:
        return Path(path).read_text(), 200, {"Content-Type": "text/markdown"}
    except FileNotFoundError:
        abort(404)
