from starlette.applications import Starlette
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import JSONResponse, RedirectResponse
from starlette.routing import Route

from .navigation import local_target

LANGUAGES = ("en", "nb", "fi")


async def switch_language(request):
    lang = request.path_params["lang"]
    if lang not in LANGUAGES:
        return JSONResponse({"error": "unknown language"}, status_code=404)
    target = local_target(request, request.query_params.get("back"))
    response = RedirectResponse(target or "/", status_code=303)
    response.set_cookie("lang", lang, secure=True, httponly=True, samesite="lax")
    return response


app = Starlette(routes=[Route("/language/{lang}", switch_language)])
app.add_middleware(TrustedHostMiddleware, allowed_hosts=["portal.example.org"])
