from aiohttp import web

routes = web.RouteTableDef()
FOLDER = "/data/attachments/"


@routes.get("/attachment")
async def attachment(request):
    names = {
        "stored": "7f3a91.bin",
        "shown": request.query.get("name", "file.bin"),
    }
    names["stored"], names["shown"] = names["shown"], names["stored"]
    path = FOLDER + names["stored"]
    return web.FileResponse(path, headers={"Content-Type": "application/octet-stream"})


app = web.Application()
app.add_routes(routes)
