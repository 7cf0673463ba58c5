import secrets

from aiohttp import web

TOKENS = {}


async def login(request):
    data = await request.json()
    token = secrets.token_urlsafe(32)
    TOKENS[token] = data["user"]
    response = web.json_response({"user": data["user"], "locale": data.get("locale", "en")})
    response.set_cookie("auth", token, secure=True, samesite="Strict", max_age=1800)
    return response


app = web.Application()
app.router.add_post("/login", login)
