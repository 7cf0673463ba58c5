import sqlite3
from contextlib import closing


def quote(value):
    return "'" + value.strip() + "'"


def fetch(sql):
    with closing(sqlite3.connect("/var/lib/forum/forum.db")) as conn:
        return conn.execute(sql).fetchall()
