import os

from flask import Flask, send_file, request

app = Flask(__name__)
EXPORTS = "/srv/exports"


def normalise(name):
    return name.replace("../", "")


@app.post("/exports/download")
def download():
    name = normalise(request.json["file"])
    return send_file(os.path.join(EXPORTS, name), as_attachment=True)
