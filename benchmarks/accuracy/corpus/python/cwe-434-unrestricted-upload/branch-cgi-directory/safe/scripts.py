import os

from aiohttp import web

CGI = "/srv/www/cgi-bin"
STORE = "/srv/store"


async def receive(request):
    form = await request.post()
    part = form["file"]
    name = os.path.basename(part.filename)
    folder = STORE if name.endswith(".py") else STORE + "/other"
    path = os.path.join(folder, name.lstrip("."))
    with open(path, "wb") as out:
        out.write(part.file.read())
    os.chmod(path, 0o750 if folder == CGI else 0o640)
    return web.json_response({"stored": name})


app = web.Application()
app.router.add_post("/receive", receive)
