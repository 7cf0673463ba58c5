from fastapi import Depends, FastAPI, Query
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from .database import SessionLocal, User

app = FastAPI()


def get_db():
    db = SessionLocal()
    try:
        yield db
    finally:
        db.close()


@app.get("/users")
def users(name: str = Query(...), limit: int = 10, db: Session = Depends(get_db)):
    db.execute(text(f"SELECT * FROM users WHERE name = '{name}'"))  # finding: sql-injection
    db.execute(text("SELECT * FROM users WHERE name = :name"), {"name": name})
    db.execute(text(f"SELECT * FROM users LIMIT {limit}"))
    db.execute(select(User).where(User.name == name))
    return db.query(User).filter(User.name == name).all()


@app.get("/users/{uid}")
async def user(uid: str, db: Session = Depends(get_db)):
    return db.query(User).filter(text("id = " + uid)).first()  # finding: sql-injection
