import os
import uuid

from flask import Flask, abort, request, url_for

app = Flask(__name__, static_folder="public")
TYPES = (".png", ".gif")


@app.post("/gallery")
def add():
    image = request.files["image"]
    extension = os.path.splitext(image.filename)[1].lower()
    if extension not in TYPES:
        abort(415)
    name = uuid.uuid4().hex + extension
    image.save(os.path.join(app.static_folder, name))
    return {"url": url_for("static", filename=name)}, 201
