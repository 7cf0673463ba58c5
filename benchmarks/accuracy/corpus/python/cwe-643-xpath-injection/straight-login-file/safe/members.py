from flask import Flask, abort, request
from lxml import etree

app = Flask(__name__)
MEMBERS = etree.parse("/srv/data/members.xml")


@app.post("/members/card")
def card():
    number = request.form["number"]
    pin = request.form["pin"]
    found = MEMBERS.xpath("//member[@number=$number and @pin=$pin]/name/text()", number=number, pin=pin)
    if not found:
        abort(403)
    return {"name": str(found[0])}
