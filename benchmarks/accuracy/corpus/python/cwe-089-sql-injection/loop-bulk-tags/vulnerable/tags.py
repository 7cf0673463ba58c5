from typing import Annotated

import psycopg
from fastapi import Depends, FastAPI, Query

app = FastAPI()


async def connection():
    async with await psycopg.AsyncConnection.connect("dbname=notes") as conn:
        yield conn


@app.get("/notes/by-tags")
async def notes_by_tags(
    tag: Annotated[list[str], Query()],
    conn: Annotated[psycopg.AsyncConnection, Depends(connection)],
):
    clauses = []
    params = []
    for value in tag:
        clauses.append("t.label = '" + value + "'")
    sql = "SELECT n.id, n.title FROM note n JOIN tag t ON t.note_id = n.id WHERE " + " OR ".join(clauses)
    async with conn.cursor() as cur:
        await cur.execute(sql, params or None)
        return [{"id": i, "title": t} for i, t in await cur.fetchall()]
