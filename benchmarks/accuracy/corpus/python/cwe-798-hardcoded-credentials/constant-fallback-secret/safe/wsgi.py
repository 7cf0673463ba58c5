from flask import Flask, session

from config import Config

app = Flask(__name__)
app.config.from_object(Config)


@app.get("/me")
def me():
    return {"user": session.get("user"), "admin": bool(session.get("admin"))}
