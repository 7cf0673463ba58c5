import sqlite3
from html import escape
from urllib.parse import urlsplit

from bottle import Bottle, abort, redirect, request

app = Bottle()


def db():
    con = sqlite3.connect("links.sqlite3")
    con.row_factory = sqlite3.Row
    return con


def usable(address):
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https"):
        return False
    return len(address) < 500


@app.post("/links")
def add():
    title = request.forms.getunicode("title", "").strip()
    address = request.forms.getunicode("address", "").strip()
    if not title or not usable(address):
        abort(400, "title and full address needed")
    with db() as con:
        con.execute("INSERT INTO links (title, address) VALUES (?, ?)", (title, address))
    return redirect("/links")


@app.get("/links")
def show():
    con = db()
    rows = con.execute("SELECT title, address FROM links ORDER BY rowid DESC LIMIT 50").fetchall()
    con.close()
    items = "".join(
        '<li><a rel="noopener" href="%s">%s</a></li>' % (escape(r["address"], quote=True), escape(r["title"]))
        for r in rows
    )
    return "<ul>" + items + "</ul>"
