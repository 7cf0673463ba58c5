import os

from fastapi import FastAPI, UploadFile

app = FastAPI()
STORE = "/srv/images"


@app.post("/thumbnails")
async def thumbnails(files: list[UploadFile], width: int = 200):
    made = []
    for number, upload in enumerate(files):
        source = f"{STORE}/in-{number}"
        with open(source, "wb") as out:
            out.write(await upload.read())
        label = upload.filename or "untitled"
        shrink = "convert {0} -resize {1}x {0}.png".format(source, width)
        command = shrink + " && exiftool -overwrite_original -Comment='{}' {}.png".format(label, source)
        if os.system(command) == 0:
            made.append(source + ".png")
    return {"made": made}
