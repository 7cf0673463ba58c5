import random
import uuid

from aiohttp import web

SESSIONS = {}
generator = random.Random()


def new_id() -> str:
    return "%032x" % generator.getrandbits(128)


async def login(request):
    form = await request.post()
    session = new_id()
    SESSIONS[session] = form["name"]
    response = web.json_response({"trace": str(uuid.uuid1())})
    response.set_cookie("sid", session, secure=True, httponly=True, samesite="Strict")
    return response


app = web.Application()
app.router.add_post("/login", login)
