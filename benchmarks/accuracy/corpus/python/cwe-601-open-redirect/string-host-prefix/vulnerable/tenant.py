from starlette.applications import Starlette
from starlette.responses import RedirectResponse
from starlette.routing import Route

HOME = "https://www.example.org"


async def tenant(request):
    page = request.path_params["page"]
    return RedirectResponse(f"{HOME}{page}", status_code=307)


async def health(request):
    return RedirectResponse(HOME)


app = Starlette(routes=[Route("/moved/{page:path}", tenant), Route("/health", health)])
