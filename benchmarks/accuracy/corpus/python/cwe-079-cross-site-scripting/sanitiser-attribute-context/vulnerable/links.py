import html

from flask import Flask, request

app = Flask(__name__)


def link(url, label):
    target = html.escape(url)
    return f'<a href="{target}">{html.escape(label)}</a>'


@app.post("/bookmarks/preview")
def preview():
    body = request.get_json()
    return "<div class='preview'>" + link(body["url"], body["label"]) + "</div>", 200, {"Content-Type": "text/html"}
