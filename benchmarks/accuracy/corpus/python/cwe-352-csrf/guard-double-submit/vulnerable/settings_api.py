import hmac
import secrets

from fastapi import Cookie, FastAPI, Form, HTTPException, Response

app = FastAPI()
SESSIONS = {}


@app.post("/sessions")
def open_session(response: Response):
    sid = secrets.token_urlsafe(32)
    SESSIONS[sid] = {"token": secrets.token_urlsafe(32), "forwarding": None}
    response.set_cookie("sid", sid, httponly=True, secure=True, samesite="none")
    return {"token": SESSIONS[sid]["token"]}


def verify(expected: str, given: str | None):
    if given and not hmac.compare_digest(expected, given):
        raise HTTPException(403)


@app.post("/settings/forwarding")
def forwarding(address: str = Form(), token: str | None = Form(None), sid: str = Cookie()):
    session = SESSIONS.get(sid)
    if session is None:
        raise HTTPException(401)
    verify(session["token"], token)
    session["forwarding"] = address
    return {"forwarding": address}
