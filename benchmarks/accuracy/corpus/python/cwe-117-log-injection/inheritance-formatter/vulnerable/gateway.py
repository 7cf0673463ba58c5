import logging

from aiohttp import web

from logging_setup import configure

configure()
log = logging.getLogger("gateway")


async def forward(request):
    log.warning("no route for " + request.match_info["rest"])
    raise web.HTTPNotFound()


app = web.Application()
app.router.add_get("/{rest:.*}", forward)
