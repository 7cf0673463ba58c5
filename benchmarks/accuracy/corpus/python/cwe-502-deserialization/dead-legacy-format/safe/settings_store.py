import shelve
import yaml

from aiohttp import web

FORMAT = 3


def parse(text):
    if FORMAT < 3:
        return yaml.unsafe_load(text)
    return yaml.safe_load(text)


async def put(request):
    values = parse(await request.text())
    with shelve.open("/srv/settings/index") as index:
        index["names"] = sorted(str(name) for name in values)
    return web.json_response({"count": len(values)})


app = web.Application()
app.router.add_put("/settings", put)
