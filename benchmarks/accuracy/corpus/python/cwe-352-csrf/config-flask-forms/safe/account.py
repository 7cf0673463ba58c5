import os

from flask import Flask, redirect, request, session
from flask_wtf import CSRFProtect

from store import set_email

app = Flask(__name__)
app.config.update(
    SECRET_KEY=os.environ["SECRET_KEY"],
    SESSION_COOKIE_SAMESITE="None",
    SESSION_COOKIE_SECURE=True,
    WTF_CSRF_TIME_LIMIT=3600,
)
csrf = CSRFProtect(app)


@app.post("/account/email")
def change_email():
    set_email(session["user_id"], request.form["email"])
    return redirect("/account")
