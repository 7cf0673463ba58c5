from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route


async def page(request):
    number = request.query_params.get("page", "1")
    if not number.isdigit():
        return HTMLResponse("<p>No such page</p>", status_code=404)
    links = " ".join(f"<a href='?page={n}'>{n}</a>" for n in range(1, 6))
    return HTMLResponse(f"<nav>{links}</nav><h1>Page {number}</h1>")


app = Starlette(routes=[Route("/articles", page)])
