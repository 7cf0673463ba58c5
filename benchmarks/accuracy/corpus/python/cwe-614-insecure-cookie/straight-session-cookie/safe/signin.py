import secrets

from flask import Flask, make_response, request

app = Flask(__name__)
SESSIONS = {}


@app.post("/signin")
def signin():
    token = secrets.token_urlsafe(32)
    SESSIONS[token] = request.form["name"]
    response = make_response("", 204)
    response.set_cookie("session", token, max_age=3600, httponly=True, samesite="Lax", secure=True)
    response.set_cookie("seen", "1", max_age=86400, secure=True, httponly=True)
    return response
