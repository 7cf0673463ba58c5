import sqlite3

from flask import Flask, redirect, render_template, request

from filters import rendered

app = Flask(__name__)
app.add_template_filter(rendered, "rendered")


@app.post("/wiki/<int:page>")
def save(page):
    with sqlite3.connect("wiki.db") as db:
        db.execute("UPDATE page SET text = ? WHERE id = ?", (request.form["text"], page))
    return redirect(f"/wiki/{page}")


@app.get("/wiki/<int:page>")
def show(page):
    with sqlite3.connect("wiki.db") as db:
        row = db.execute("SELECT text FROM page WHERE id = ?", (page,)).fetchone()
    return render_template("page.html", text=row[0])
