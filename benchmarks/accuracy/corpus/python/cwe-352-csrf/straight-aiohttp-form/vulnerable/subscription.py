import os
import secrets

from aiohttp import web
from aiohttp_session import get_session, setup
from aiohttp_session.cookie_storage import EncryptedCookieStorage


async def form(request):
    session = await get_session(request)
    session["form"] = secrets.token_urlsafe(24)
    return web.json_response({"form": session["form"], "plan": session.get("plan")})


async def change(request):
    session = await get_session(request)
    body = await request.post()
    if "form" not in session:
        raise web.HTTPForbidden()
    session["plan"] = str(body["plan"])
    return web.json_response({"plan": session["plan"]})


app = web.Application()
setup(app, EncryptedCookieStorage(os.environ["SESSION_KEY"], secure=True, samesite="None"))
app.router.add_get("/plan", form)
app.router.add_post("/plan", change)
