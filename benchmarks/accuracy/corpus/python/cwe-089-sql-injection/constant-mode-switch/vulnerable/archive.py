import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)
YEARS = 7
LIMIT = YEARS * 12


@app.get("/archive")
def archive():
    month = request.args.get("month", "2024-01")
    chosen = month if LIMIT > 80 else "2024-01"
    conn = sqlite3.connect("archive.db")
    try:
        rows = conn.execute(
            "SELECT title FROM article WHERE strftime('%Y-%m', published) = '" + chosen + "'"
        ).fetchall()
    finally:
        conn.close()
    return jsonify([title for (title,) in rows])
