import hashlib

from fastapi import FastAPI, Form, HTTPException

app = FastAPI()
STORE = {}


def protect(password: str) -> bytes:
    digest = hashlib.sha1(password.encode()).hexdigest()
    return digest.encode()


@app.post("/members")
def register(name: str = Form(), password: str = Form(min_length=12)):
    if name in STORE:
        raise HTTPException(409)
    STORE[name] = protect(password)
    return {"registered": name}
