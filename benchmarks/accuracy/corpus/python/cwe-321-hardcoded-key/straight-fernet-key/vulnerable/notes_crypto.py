import os

from cryptography.fernet import Fernet
from flask import Flask, request

app = Flask(__name__)
box = Fernet(b"ZmDfcTF7_60GrrY167zsiPd67pEvs0aGOv2oasOM1Pg=")
FOLDER = "/srv/notes"


@app.put("/notes/<int:number>")
def save(number):
    with open(os.path.join(FOLDER, f"{number}.bin"), "wb") as out:
        out.write(box.encrypt(request.get_data()))
    return "", 204
