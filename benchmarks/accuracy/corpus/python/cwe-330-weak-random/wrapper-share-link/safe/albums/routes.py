import datetime as dt

from fastapi import APIRouter, Depends, HTTPException
from sqlalchemy.orm import Session

from .deps import get_session, get_user_id
from .sharing import Album, Share

router = APIRouter()


@router.post("/albums/{album_id}/share", status_code=201)
def share(album_id: int, db: Session = Depends(get_session), user: int = Depends(get_user_id)):
    album = db.get(Album, album_id)
    if album is None or album.owner != user:
        raise HTTPException(404)
    link = Share(album_id=album.id, expires=dt.datetime.now(dt.timezone.utc) + dt.timedelta(days=7))
    db.add(link)
    db.commit()
    return {"link": f"/s/{link.token}"}


@router.get("/s/{token}")
def shared(token: str, db: Session = Depends(get_session)):
    link = db.get(Share, token)
    if link is None or link.expires < dt.datetime.now(dt.timezone.utc):
        raise HTTPException(404)
    return {"album": db.get(Album, link.album_id).title}
