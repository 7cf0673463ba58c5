import asyncio

from aiohttp import web
from lxml import etree

GLOSSARY = etree.parse("/srv/glossary.xml")


def search(expression, **variables):
    return [node.text for node in GLOSSARY.xpath(expression, **variables)]


async def terms(request):
    letter = request.query.get("letter", "a")
    found = await asyncio.to_thread(search, f"//term[@open='1' and starts-with(., '{letter}')]")
    return web.json_response({"terms": found})


app = web.Application()
app.router.add_get("/terms", terms)
