import json

from aiohttp import web

FORMATS = ["text/html", "application/json"]
INDEX = len(FORMATS) - 1


async def status(request):
    node = request.headers.get("X-Node") or request.query.get("node", "main")
    body = json.dumps({"node": node, "state": "up"})
    kind = FORMATS[INDEX - 1]
    return web.Response(text=body, content_type=kind)


app = web.Application()
app.router.add_get("/status", status)
