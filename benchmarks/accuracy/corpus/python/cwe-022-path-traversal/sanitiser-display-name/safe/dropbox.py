import os
import shutil
import uuid
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, UploadFile
from pydantic import BaseModel
from werkzeug.utils import secure_filename

from .auth import current_user

router = APIRouter()
INBOX = os.getenv("INBOX_DIR", "/srv/inbox")


class Receipt(BaseModel):
    id: str
    stored_as: str
    bytes: int


@router.post("/inbox", status_code=201)
def drop(file: UploadFile, user: Annotated[str, Depends(current_user)]) -> Receipt:
    shown = secure_filename(file.filename or "")
    if not shown:
        raise HTTPException(400, "file without a name")
    ticket = uuid.uuid4().hex
    folder = os.path.join(INBOX, ticket)
    os.makedirs(folder, mode=0o750)
    destination = os.path.join(folder, shown)
    with open(destination, "wb") as out:
        shutil.copyfileobj(file.file, out, 64 * 1024)
    return Receipt(id=ticket, stored_as=shown, bytes=os.path.getsize(destination))
