from wsgiref.simple_server import make_server
from html import escape
from urllib.parse import parse_qs

ARTICLES = ["Growing beans", "Pruning roses", "Compost in winter"]


def highlight(title, term):
    if not term:
        return title
    return title.replace(term, "<mark>" + term + "</mark>")


def application(environ, start_response):
    term = parse_qs(environ["QUERY_STRING"]).get("q", [""])[0]
    rows = [highlight(title, term) for title in ARTICLES if term in title]
    summary = "%d articles about %s" % (len(rows), escape(term))
    start_response("200 OK", [("Content-Type", "text/html")])
    return ["".join(["<h1>", summary, "</h1>", "<br>".join(rows)]).encode()]


if __name__ == "__main__":
    make_server("", 8000, application).serve_forever()
