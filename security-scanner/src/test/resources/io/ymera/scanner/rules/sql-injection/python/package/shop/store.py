import sqlite3

from .names import clean, plain


def connect():
    return sqlite3.connect("x.db")


def find(text):
    connect().execute("SELECT * FROM t WHERE a = '" + plain(text) + "'")  # finding: sql-injection


def safe(text):
    connect().execute("SELECT * FROM t WHERE a = '" + clean(text) + "'")


class Store:
    def __init__(self, app):
        self.db = connect()

    def named(self, text):
        self.db.execute("SELECT * FROM t WHERE a = '%s'" % text)  # finding: sql-injection
        self.db.execute("SELECT * FROM t WHERE a = ?", (text,))
