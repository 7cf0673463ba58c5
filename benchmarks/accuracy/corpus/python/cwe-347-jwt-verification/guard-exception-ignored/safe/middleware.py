import base64
import json
import os

from aiohttp import web
from jose import JWTError, jwt

KEY = os.environ["JWT_KEY"]


def body_of(token):
    part = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


@web.middleware
async def identify(request, handler):
    token = request.cookies.get("token", "")
    try:
        claims = jwt.decode(token, KEY, algorithms=["HS256"])
    except JWTError:
        claims = {"expired": body_of(token).get("sub")} if token.count(".") == 2 else {}
    request["user"] = claims.get("sub")
    return await handler(request)


async def inbox(request):
    if request["user"] is None:
        raise web.HTTPUnauthorized()
    return web.json_response({"user": request["user"]})


app = web.Application(middlewares=[identify])
app.router.add_get("/inbox", inbox)
