from aiohttp import web

routes = web.RouteTableDef()


@routes.get("/echo")
async def echo(request):
    text = request.query.get("text", "")
    kind = "text/plain" if request.query.get("plain") else "application/json"
    return web.Response(text=text, content_type=kind, headers={"X-Content-Type-Options": "nosniff"})


def build():
    app = web.Application()
    app.add_routes(routes)
    return app
