import os
import sys

from flask import Flask, request
from werkzeug.utils import secure_filename

from exporters import exporter

app = Flask(__name__)
UPLOADS = "/srv/uploads"
sys.path.append(UPLOADS)


@app.post("/uploads")
def upload():
    sent = request.files["file"]
    sent.save(os.path.join(UPLOADS, secure_filename(sent.filename)))
    return "", 201


@app.get("/export/<kind>")
def export(kind):
    return exporter(kind)([["id", "name"], [1, "first"]])
