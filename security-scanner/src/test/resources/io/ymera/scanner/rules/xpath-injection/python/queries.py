from flask import Flask, request
from lxml import etree

app = Flask(__name__)
tree = etree.parse("users.xml")


@app.route("/a")
def a():
    name = request.args["name"]
    tree.xpath("//user[@name='" + name + "']")  # finding: xpath-injection
    tree.xpath("//user[@name=$name]", name=name)
    find = etree.XPath("//user[@name=$name]")
    find(tree, name=name)
    return {}
