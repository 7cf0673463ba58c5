import pathlib
import uuid

from fastapi import FastAPI, HTTPException, UploadFile
from fastapi.staticfiles import StaticFiles

app = FastAPI()
FOLDER = pathlib.Path("/srv/www/files")
app.mount("/files", StaticFiles(directory=FOLDER))
SUFFIXES = {"image/png": ".png", "image/jpeg": ".jpg"}


@app.post("/upload")
async def upload(file: UploadFile):
    if file.content_type not in SUFFIXES:
        raise HTTPException(415)
    suffix = SUFFIXES[file.content_type]
    target = FOLDER / (uuid.uuid4().hex + suffix)
    target.write_bytes(await file.read())
    return {"url": "/files/" + target.name}
