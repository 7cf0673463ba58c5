import sqlite3

import psycopg2
from flask import Flask, request, g
from psycopg2 import sql

app = Flask(__name__)
TABLES = {"users": "users_v2", "orders": "orders_v1"}
COLUMNS = ["name", "created"]


def connection():
    return sqlite3.connect("app.db")


@app.route("/a")
def find():
    name = request.args.get("name")
    cur = connection().cursor()
    cur.execute("SELECT * FROM users WHERE name = '" + name + "'")  # finding: sql-injection
    cur.execute("SELECT * FROM users WHERE name = '%s'" % name)  # finding: sql-injection
    cur.execute(f"SELECT * FROM users WHERE name = '{name}'")  # finding: sql-injection
    cur.execute("SELECT * FROM users WHERE name = '{}'".format(name))  # finding: sql-injection
    cur.execute("SELECT * FROM users WHERE name = ?", (name,))
    return {"rows": cur.fetchall()}


@app.route("/b/<int:number>/<kind>")
def typed(number: int, kind):
    conn = connection()
    conn.execute(f"SELECT * FROM t WHERE id = {number}")
    conn.execute("SELECT * FROM t WHERE id = %d" % int(kind))
    conn.execute("SELECT * FROM t WHERE kind = '" + kind + "'")  # finding: sql-injection
    conn.execute("SELECT * FROM " + TABLES.get(kind, "users_v2"))
    return ""


@app.route("/c")
def allowed():
    order = request.args["order"]
    if order not in COLUMNS:
        order = "name"
    conn = psycopg2.connect("dbname=x")
    with conn.cursor() as cur:
        cur.execute(f"SELECT * FROM users ORDER BY {order}")
        cur.execute(sql.SQL("SELECT * FROM users ORDER BY {}").format(sql.Identifier(request.args["order"])))
        cur.execute("SELECT * FROM users ORDER BY " + request.args["order"])  # finding: sql-injection
    return ""


@app.route("/d")
def parts():
    clauses = []
    values = []
    for key in ("name", "city"):
        if key in request.args:
            clauses.append(key + " = ?")
            values.append(request.args[key])
    g.db.execute("SELECT * FROM users WHERE " + " AND ".join(clauses), values)
    g.db.execute("SELECT * FROM users WHERE " + " AND ".join(values))  # finding: sql-injection
    return ""


class Users:
    def __init__(self, name):
        self.conn = connection()
        self.name = name
        self.limit = 10

    def load(self):
        return self.conn.execute("SELECT * FROM u WHERE n = '" + self.name + "'")  # finding: sql-injection

    def few(self):
        return self.conn.execute("SELECT * FROM u LIMIT " + str(self.limit))


@app.post("/e")
def objects():
    users = Users(request.form["name"])
    users.few()
    users.load()
    return ""
