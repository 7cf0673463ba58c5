import sqlite3
from html import escape
from urllib.parse import parse_qs

PAGE = """<!doctype html>
<html><head><title>Zip lookup</title></head>
<body><h1>Zip lookup</h1>%s
<form><input name="zip"><button>Find</button></form></body></html>"""


def find(code):
    con = sqlite3.connect("file:zips.db?mode=ro", uri=True)
    try:
        return con.execute("SELECT town FROM zips WHERE code = ?", (code,)).fetchone()
    finally:
        con.close()


def application(environ, start_response):
    query = parse_qs(environ.get("QUERY_STRING", ""))
    code = query.get("zip", [""])[0]
    status, body = "200 OK", ""
    if code:
        row = find(code)
        if row is None:
            status = "404 Not Found"
            body = "<p>Nothing known about %s.</p>" % code
        else:
            body = "<p>%s</p>" % escape(row[0])
    data = (PAGE % body).encode("utf-8")
    start_response(status, [
        ("Content-Type", "text/html; charset=utf-8"),
        ("Content-Length", str(len(data))),
    ])
    return [data]


if __name__ == "__main__":
    from wsgiref.simple_server import make_server

    make_server("127.0.0.1", 8008, application).serve_forever()
