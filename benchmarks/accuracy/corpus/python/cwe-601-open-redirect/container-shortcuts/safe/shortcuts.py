from aiohttp import web

routes = web.RouteTableDef()
SHORTCUTS = {
    "docs": "https://docs.example.org/",
    "help": "https://help.example.org/",
}


@routes.get("/go")
async def go(request):
    key = request.query.get("to", "docs")
    target = SHORTCUTS.get(key, "/")
    raise web.HTTPFound(location=target)


def create():
    app = web.Application()
    app.add_routes(routes)
    return app
