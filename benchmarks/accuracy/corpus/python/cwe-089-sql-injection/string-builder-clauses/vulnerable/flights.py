from fastapi import APIRouter, Depends
from sqlalchemy import text
from sqlalchemy.orm import Session

from database import get_session

router = APIRouter(prefix="/flights")


@router.get("/")
def flights(origin: str, destination: str, session: Session = Depends(get_session)):
    sql = "SELECT number, departs FROM flight"
    sql += " WHERE cancelled = false"
    sql += " AND origin = '" + origin.upper() + "'"
    sql += " AND destination = '" + destination.upper() + "'"
    sql += " ORDER BY departs"
    rows = session.execute(text(sql))
    return [{"number": r.number, "departs": r.departs.isoformat()} for r in rows]
