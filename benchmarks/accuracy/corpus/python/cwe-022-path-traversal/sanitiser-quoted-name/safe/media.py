import html
from urllib.parse import quote

from fastapi import FastAPI, HTTPException
from fastapi.responses import FileResponse

app = FastAPI()
MEDIA = "/srv/media/"


@app.get("/media")
def media(name: str):
    path = MEDIA + quote(name, safe="").lstrip(".")
    try:
        with open(path, "rb") as source:
            source.read(1)
    except OSError as problem:
        raise HTTPException(404, html.escape(name)) from problem
    return FileResponse(path)
