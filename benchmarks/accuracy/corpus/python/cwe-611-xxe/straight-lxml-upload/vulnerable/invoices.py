from flask import Flask, jsonify, request
from lxml import etree

app = Flask(__name__)


@app.post("/invoices")
def receive():
    parser = etree.XMLParser(resolve_entities=True, load_dtd=True, no_network=False)
    document = etree.fromstring(request.get_data(), parser)
    return jsonify(
        number=document.findtext("number"),
        lines=[line.findtext("text") for line in document.iterfind("line")],
    )
