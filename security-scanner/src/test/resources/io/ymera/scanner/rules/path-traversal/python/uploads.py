import os
import zipfile

from fastapi import FastAPI, UploadFile
from flask import Flask, request
from PIL import Image

api = FastAPI()
app = Flask(__name__)


@api.post("/a")
async def a(archive: UploadFile):
    with zipfile.ZipFile(archive.file) as bundle:
        names = bundle.namelist()
    open("/srv/" + archive.filename, "wb").write(await archive.read())  # finding: path-traversal
    return names


@app.post("/b")
def b():
    upload = request.files["picture"]
    Image.open(upload.stream).verify()
    Image.open(upload).verify()
    upload.save(os.path.join("/srv", upload.filename))  # finding: path-traversal
    upload.save("/srv/picture.png")
    return ""
