from fastapi import FastAPI
from lxml import etree

app = FastAPI()
PARTS = etree.parse("parts.xml")


def literal(text):
    return '"' + text.replace('"', "") + '"'


@app.get("/parts")
def parts(maker: str):
    nodes = PARTS.xpath("/parts/part[maker=" + literal(maker) + "][not(@hidden)]")
    return [{"id": node.get("id"), "name": node.findtext("name")} for node in nodes]
