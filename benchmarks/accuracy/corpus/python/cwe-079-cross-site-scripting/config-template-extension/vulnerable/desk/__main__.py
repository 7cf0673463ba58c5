import pathlib

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, select_autoescape

HERE = pathlib.Path(__file__).parent

env = Environment(
    loader=FileSystemLoader(HERE / "templates"),
    autoescape=select_autoescape(enabled_extensions=("html", "htm", "xml")),
    trim_blocks=True,
    lstrip_blocks=True,
)
routes = web.RouteTableDef()


@routes.get("/requests/new")
async def blank(request):
    page = env.get_template("request.html.j2")
    return web.Response(
        text=page.render(subject=request.query.get("subject", ""), room=request.query.get("room", "")),
        content_type="text/html",
    )


@routes.get("/ping")
async def ping(request):
    return web.json_response({"pong": True})


def main():
    app = web.Application()
    app.add_routes(routes)
    web.run_app(app, host="127.0.0.1", port=8090)


if __name__ == "__main__":
    main()
