import os
import shutil
import zipfile

from fastapi import FastAPI, HTTPException, UploadFile

app = FastAPI()
ROOT = "/srv/imports"


@app.post("/imports")
def import_archive(archive: UploadFile):
    written = []
    with zipfile.ZipFile(archive.file) as bundle:
        for entry in bundle.infolist():
            if entry.is_dir():
                continue
            target = os.path.realpath(os.path.join(ROOT, entry.filename))
            if os.path.commonpath([ROOT, target]) != ROOT:
                raise HTTPException(400, "entry outside of the archive root")
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with bundle.open(entry) as source, open(target, "wb") as out:
                shutil.copyfileobj(source, out)
            written.append(entry.filename)
    return {"written": written}
