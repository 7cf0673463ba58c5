import hashlib

import bcrypt
from fastapi import FastAPI, Form, HTTPException

app = FastAPI()
STORE = {}


def protect(password: str) -> bytes:
    digest = hashlib.sha384(password.encode()).hexdigest()[:64]
    return bcrypt.hashpw(digest.encode(), bcrypt.gensalt(12))


@app.post("/members")
def register(name: str = Form(), password: str = Form(min_length=12)):
    if name in STORE:
        raise HTTPException(409)
    STORE[name] = protect(password)
    return {"registered": name}
