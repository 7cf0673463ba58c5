from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route

from storage import TenantStorage

storage = TenantStorage("main")


async def blob(request):
    return Response(storage.get(request.headers["x-blob-key"]), media_type="application/octet-stream")


app = Starlette(routes=[Route("/blob", blob)])
