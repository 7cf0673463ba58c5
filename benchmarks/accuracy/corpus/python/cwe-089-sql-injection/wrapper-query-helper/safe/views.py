from flask import Flask, jsonify, request

from helpers import fetch, quote

app = Flask(__name__)


@app.post("/members/search")
def members():
    nickname = request.form["nickname"]
    rows = fetch("SELECT id, nickname, joined FROM member WHERE nickname = " + quote(nickname))
    return jsonify([{"id": r[0], "nickname": r[1], "joined": r[2]} for r in rows])
