import os

from flask import Flask, send_file, request
from werkzeug.utils import secure_filename

app = Flask(__name__)
EXPORTS = "/srv/exports"


def normalise(name):
    return secure_filename(name)


@app.post("/exports/download")
def download():
    name = normalise(request.json["file"])
    return send_file(os.path.join(EXPORTS, name), as_attachment=True)
