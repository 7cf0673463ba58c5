import xml.dom.minidom
import xml.etree.ElementTree as ET
from xml.sax import handler, make_parser

import defusedxml.ElementTree as safe
from flask import Flask, request
from lxml import etree

app = Flask(__name__)


@app.post("/a")
def a():
    data = request.data
    etree.fromstring(data)  # finding: xxe
    etree.fromstring(data, etree.XMLParser(resolve_entities=False))
    etree.fromstring(data, parser=etree.XMLParser(resolve_entities=True))  # finding: xxe
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    etree.fromstring(data, parser=parser)
    ET.fromstring(data)
    safe.fromstring(data)
    etree.parse("config.xml")
    return {}


@app.post("/b")
def b():
    parser = make_parser()
    parser.setFeature(handler.feature_external_ges, True)
    parser.parse(request.stream)  # finding: xxe
    return {}


@app.post("/c")
def c():
    parser = make_parser()
    xml.dom.minidom.parseString(request.data, parser)
    parser.setFeature(handler.feature_external_ges, True)
    xml.dom.minidom.parseString(request.data, parser)  # finding: xxe
    return {}
