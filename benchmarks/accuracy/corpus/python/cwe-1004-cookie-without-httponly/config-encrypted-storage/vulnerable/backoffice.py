import base64
import os

import aiohttp_session
from aiohttp import web
from aiohttp_session.cookie_storage import EncryptedCookieStorage

from staff import verify_login

routes = web.RouteTableDef()


@routes.post("/login")
async def login(request):
    data = await request.json()
    staff_id = await verify_login(request.app["db"], str(data.get("login")), str(data.get("password")))
    if staff_id is None:
        raise web.HTTPUnauthorized()
    session = await aiohttp_session.new_session(request)
    session["staff"] = staff_id
    return web.json_response({"ok": True})


@routes.post("/logout")
async def logout(request):
    session = await aiohttp_session.get_session(request)
    session.invalidate()
    return web.json_response({"ok": True})


def cookie_options():
    options = {
        "cookie_name": "BACKOFFICE",
        "max_age": 8 * 3600,
        "secure": True,
        "samesite": "Strict",
    }
    options["httponly"] = options["samesite"] is None
    return options


def create_app(db):
    app = web.Application()
    app["db"] = db
    key = base64.urlsafe_b64decode(os.environ["SESSION_KEY"])
    aiohttp_session.setup(app, EncryptedCookieStorage(key, **cookie_options()))
    app.add_routes(routes)
    return app
