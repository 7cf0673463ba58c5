from flask import Flask, jsonify, request
from lxml import etree

app = Flask(__name__)
TREE = etree.parse("/srv/catalogue.xml")


@app.get("/catalogue")
def catalogue():
    tests = []
    for name in request.args.getlist("genre"):
        tests.append("genre = '%s'" % "".join(c for c in name if c.isalnum()))
    path = "//book[@public = 'yes' and (" + (" or ".join(tests) or "true()") + ")]/title"
    return jsonify([title.text for title in TREE.xpath(path)])
