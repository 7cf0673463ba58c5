from aiohttp import web

from filters import matcher

NAMES = ["user.created", "user.deleted", "a" * 40 + "!"]


async def names(request):
    body = await request.json()
    accepts = matcher(body["pattern"])
    return web.json_response([name for name in NAMES if accepts.match(name)])


app = web.Application()
app.router.add_post("/event-names", names)
