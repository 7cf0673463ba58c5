from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from signers import ConfirmLink, UnsubscribeLink

confirm, unsubscribe = ConfirmLink(), UnsubscribeLink()
SUBSCRIBERS: set[str] = set()


async def handle_confirm(request):
    address = confirm.load(request.path_params["token"])
    if address is None:
        raise HTTPException(410, "This link has expired")
    SUBSCRIBERS.add(address)
    return PlainTextResponse("Welcome!")


async def handle_unsubscribe(request):
    address = unsubscribe.load(request.path_params["token"])
    if address is None:
        raise HTTPException(410, "This link has expired")
    SUBSCRIBERS.discard(address)
    return PlainTextResponse("You will not hear from us again.")


app = Starlette(routes=[
    Route("/confirm/{token}", handle_confirm, methods=["POST"]),
    Route("/unsubscribe/{token}", handle_unsubscribe, methods=["POST"]),
])
