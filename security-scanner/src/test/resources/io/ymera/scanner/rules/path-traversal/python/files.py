import os
import shutil
import tarfile
import zipfile
from pathlib import Path

from fastapi import FastAPI, HTTPException, UploadFile
from flask import Flask, abort, request, send_file, send_from_directory
from werkzeug.utils import secure_filename

app = Flask(__name__)
api = FastAPI()
BASE = "/srv/files"
ROOT = Path("/srv/files").resolve()


@app.route("/a/<path:name>")
def a(name):
    send_from_directory(BASE, name)
    open(BASE + "/" + os.path.basename(name)).read()
    open(BASE + "/" + secure_filename(name)).read()
    return send_file(os.path.join(BASE, name))  # finding: path-traversal


@app.route("/b")
def b():
    name = request.args["name"]
    full = os.path.realpath(os.path.join(BASE, name))
    if not full.startswith(BASE + os.sep):
        abort(404)
    with open(full) as f:
        f.read()
    with open(os.path.join(BASE, name)) as f:  # finding: path-traversal
        return {"x": f.read()}


@app.route("/c")
def c():
    target = (ROOT / request.args["name"]).resolve()
    if not target.is_relative_to(ROOT):
        abort(400)
    target.read_text()
    other = ROOT / request.args["other"]
    other.read_text()  # finding: path-traversal
    os.remove(other)  # finding: path-traversal
    return ""


@app.route("/d", methods=["POST"])
def d():
    upload = request.files["file"]
    upload.save(os.path.join(BASE, secure_filename(upload.filename)))
    upload.save(os.path.join(BASE, upload.filename))  # finding: path-traversal
    return ""


@api.post("/e")
async def e(file: UploadFile):
    with open(f"/srv/{file.filename}", "wb") as out:  # finding: path-traversal
        shutil.copyfileobj(file.file, out)


@api.get("/f/{name}")
async def f(name: str):
    if "/" in name:
        raise HTTPException(400)
    return open("/srv/" + name).read()


def unpack(path):
    with tarfile.open(path) as archive:
        archive.extractall("/srv")  # finding: path-traversal
    with tarfile.open(path) as archive:
        archive.extractall("/srv", filter="data")
    with zipfile.ZipFile(path) as archive:
        archive.extractall("/srv")
        for name in archive.namelist():
            with open(os.path.join("/srv", name), "wb") as out:  # finding: path-traversal
                out.write(archive.read(name))
