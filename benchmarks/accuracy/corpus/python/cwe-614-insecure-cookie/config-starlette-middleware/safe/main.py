import os

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.responses import JSONResponse
from starlette.routing import Route


async def login(request):
    form = await request.form()
    request.session["user"] = form["user"]
    return JSONResponse({"user": form["user"]})


middleware = [
    Middleware(
        SessionMiddleware,
        secret_key=os.environ["SESSION_KEY"],
        https_only=True,
        same_site="strict",
    )
]
app = Starlette(routes=[Route("/login", login, methods=["POST"])], middleware=middleware)
