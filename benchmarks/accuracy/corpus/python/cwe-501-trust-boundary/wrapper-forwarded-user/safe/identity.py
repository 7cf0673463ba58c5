from starlette.applications import Starlette
from starlette.middleware.sessions import SessionMiddleware
from starlette.responses import JSONResponse
from starlette.routing import Route

import os


def current_user(request):
    user = request.session.get("user")
    request.session["user"] = user
    return user


async def orders(request):
    user = current_user(request)
    if user is None:
        return JSONResponse({"error": "sign in"}, status_code=401)
    return JSONResponse({"user": user, "agent": request.headers.get("user-agent")})


app = Starlette(routes=[Route("/orders", orders)])
app.add_middleware(SessionMiddleware, secret_key=os.environ["SESSION_KEY"], https_only=True)
