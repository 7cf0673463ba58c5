import io

from fastapi import FastAPI, Request
from lxml import etree

from parsing import parser

app = FastAPI()


@app.post("/feeds")
async def feed(request: Request):
    body = io.BytesIO(await request.body())
    tree = etree.parse(body, parser(resolve_entities=True, load_dtd=True, remove_comments=True))
    return {"titles": [node.text for node in tree.iterfind(".//item/title")]}
