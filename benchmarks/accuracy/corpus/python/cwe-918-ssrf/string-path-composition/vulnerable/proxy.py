import aiohttp
from aiohttp import web

UPSTREAM = "https://inventory.internal"


async def proxy(request):
    item = request.match_info["item"]
    region = request.query.get("region", "")
    url = UPSTREAM + region + "/items/" + str(int(item))
    async with aiohttp.ClientSession() as session:
        async with session.get(url) as answer:
            return web.Response(body=await answer.read(), status=answer.status)


app = web.Application()
app.router.add_get("/items/{item}", proxy)
