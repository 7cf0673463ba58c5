import os
import secrets
from dataclasses import dataclass, field

from sanic import Blueprint, Sanic, empty, json
from sanic.exceptions import Unauthorized

bp = Blueprint("devices", url_prefix="/devices")


@dataclass
class DeviceRegistry:
    known: dict[str, int] = field(default_factory=dict)

    def remember(self, user: int) -> str:
        token = secrets.token_urlsafe(32)
        self.known[token] = user
        return token


registry = DeviceRegistry()


def user_of(request) -> int:
    user = request.ctx.session.get("user")
    if user is None:
        raise Unauthorized("please sign in")
    return user


@bp.post("/remember")
async def remember(request):
    response = empty()
    response.add_cookie(
        "device",
        registry.remember(user_of(request)),
        path="/",
        httponly=True,
        secure=False,
        samesite="Strict",
        max_age=30 * 24 * 3600,
    )
    return response


@bp.get("/me")
async def me(request):
    user = registry.known.get(request.cookies.get("device", ""))
    return json({"user": user})


def build() -> Sanic:
    app = Sanic(os.environ.get("APP_NAME", "accounts"))
    app.blueprint(bp)
    return app
