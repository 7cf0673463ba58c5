from flask import Flask, jsonify
from sqlalchemy import create_engine, text

from paging import paged

app = Flask(__name__)
engine = create_engine("postgresql+psycopg:///blog")


@app.get("/posts")
@paged
def posts(offset, limit):
    with engine.connect() as connection:
        rows = connection.execute(text(f"SELECT id, title FROM post ORDER BY id LIMIT {limit} OFFSET {offset}"))
        return jsonify([{"id": row.id, "title": row.title} for row in rows])
