import os
import pathlib
import uuid

from aiohttp import web

UPLOADS = pathlib.Path(os.environ.get("GALLERY_DIR", "/srv/gallery"))
PICTURES = (".png", ".jpg", ".jpeg", ".webp")
routes = web.RouteTableDef()


def is_picture(name: str) -> bool:
    name = name.lower()
    return any(ext in name for ext in PICTURES)


@routes.post("/gallery")
async def add(request: web.Request) -> web.Response:
    reader = await request.multipart()
    async for part in reader:
        if part.name != "picture":
            continue
        filename = part.filename or ""
        if not is_picture(filename):
            raise web.HTTPUnsupportedMediaType()
        stored = UPLOADS / (uuid.uuid4().hex + pathlib.PurePath(filename).suffix.lower())
        with stored.open("xb") as out:
            while chunk := await part.read_chunk(65536):
                if out.tell() > 10 * 2**20:
                    raise web.HTTPRequestEntityTooLarge(10 * 2**20, out.tell())
                out.write(chunk)
        return web.json_response({"url": f"/pictures/{stored.name}"}, status=201)
    raise web.HTTPBadRequest(reason="no picture sent")


@web.middleware
async def headers(request, handler):
    response = await handler(request)
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def create_app() -> web.Application:
    app = web.Application(client_max_size=10 * 2**20, middlewares=[headers])
    app.add_routes(routes)
    app.router.add_static("/pictures", UPLOADS)
    return app
