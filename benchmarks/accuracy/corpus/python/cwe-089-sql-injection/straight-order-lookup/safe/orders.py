import sqlite3

from flask import Flask, abort, g, jsonify, request

app = Flask(__name__)


def db():
    if "db" not in g:
        g.db = sqlite3.connect("shop.db")
        g.db.row_factory = sqlite3.Row
    return g.db


@app.get("/orders")
def find_order():
    number = request.args.get("number", "")
    row = db().execute(
        "SELECT id, total, status FROM orders WHERE number = ?", (number,)
    ).fetchone()
    if row is None:
        abort(404)
    return jsonify(dict(row))
