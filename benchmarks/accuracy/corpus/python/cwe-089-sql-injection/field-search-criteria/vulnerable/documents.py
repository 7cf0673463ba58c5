import sqlite3

from bottle import Bottle, request

from criteria import Criteria

app = Bottle()


def select(criteria):
    conn = sqlite3.connect("documents.db")
    try:
        return conn.execute(
            "SELECT id, title FROM document WHERE owner = '%s' AND title LIKE ? LIMIT 20 OFFSET %d"
            % (criteria.owner, criteria.page * 20),
            ("%" + criteria.term + "%",),
        ).fetchall()
    finally:
        conn.close()


@app.get("/documents")
def documents():
    criteria = Criteria(
        term=request.query.get("q", ""),
        owner=request.get_cookie("owner", "public"),
        page=int(request.query.get("page", "0")),
    )
    return {"items": [{"id": i, "title": t} for i, t in select(criteria)]}
