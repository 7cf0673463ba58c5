import sqlite3

from flask import Flask, request

app = Flask(__name__)


class Store:
    def __init__(self, path):
        handle = sqlite3.connect(path)
        self.link = handle
        self.names = {}

    def find(self, name):
        self.names["x"] = name
        return self.link.execute("SELECT * FROM a WHERE name = '" + name + "'")  # finding: sql-injection

    def safely(self, name):
        return self.link.execute("SELECT * FROM a WHERE name = ?", (name,))


@app.route("/a")
def a():
    store = Store("a.db")
    store.safely(request.args["name"])
    return {"all": store.find(request.args["name"]).fetchall()}
