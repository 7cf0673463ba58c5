import html
import sqlite3

from fastapi import FastAPI, Form
from fastapi.responses import HTMLResponse, RedirectResponse

app = FastAPI()


def database():
    return sqlite3.connect("comments.db")


@app.post("/comments")
def add(author: str = Form(), text: str = Form()):
    with database() as conn:
        conn.execute("INSERT INTO comment(author, text) VALUES (?, ?)", (author, text))
    return RedirectResponse("/comments", status_code=303)


@app.get("/comments", response_class=HTMLResponse)
def show():
    items = []
    with database() as conn:
        for author, text in conn.execute("SELECT author, text FROM comment"):
            items.append(f"<li><b>{html.escape(author)}</b>: {text}</li>")
    return "<ul>" + "".join(items) + "</ul>"
