import json
import sqlite3

from bottle import Bottle, request

app = Bottle()


def literal(values):
    return json.dumps(values)[1:-1].replace('"', "'")


@app.post("/labels/find")
def find():
    wanted = request.json["ids"][:50]
    connection = sqlite3.connect("labels.db")
    try:
        rows = connection.execute(f"SELECT id, text FROM label WHERE id IN ({literal(wanted)})").fetchall()
    finally:
        connection.close()
    return {"labels": [{"id": number, "text": text} for number, text in rows]}
