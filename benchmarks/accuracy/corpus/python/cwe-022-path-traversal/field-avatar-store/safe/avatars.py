import os
import uuid

from flask import Flask, request

app = Flask(__name__)


class Avatar:
    def __init__(self, upload):
        self.original = upload.filename
        self.stored = uuid.uuid4().hex
        self.stream = upload.stream

    def save(self, folder):
        with open(os.path.join(folder, self.stored), "wb") as out:
            while chunk := self.stream.read(65536):
                out.write(chunk)


@app.post("/avatar")
def upload():
    avatar = Avatar(request.files["image"])
    avatar.save("/srv/avatars")
    return {"original": avatar.original, "id": avatar.stored}
