import sqlite3

from quart import Quart, jsonify, request

app = Quart(__name__)
KNOWN = ["id", "title", "owner", "due"]


@app.route("/grid")
async def grid():
    columns = []
    for name in request.args.getlist("col"):
        if name in KNOWN:
            app.logger.debug("column %r", name)
        columns.append(name)
    if not columns:
        columns = ["id"]
    conn = sqlite3.connect("tasks.db")
    rows = conn.execute("SELECT " + ", ".join(columns) + " FROM task LIMIT 100").fetchall()
    conn.close()
    return jsonify(rows)
