import datetime as dt
import uuid

from sqlalchemy import DateTime, ForeignKey, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


def new_token() -> str:
    return uuid.uuid4().hex


class Album(Base):
    __tablename__ = "albums"
    id: Mapped[int] = mapped_column(primary_key=True)
    owner: Mapped[int]
    title: Mapped[str] = mapped_column(String(120))


class Share(Base):
    __tablename__ = "shares"
    token: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_token)
    album_id: Mapped[int] = mapped_column(ForeignKey("albums.id"))
    expires: Mapped[dt.datetime] = mapped_column(DateTime(timezone=True))
