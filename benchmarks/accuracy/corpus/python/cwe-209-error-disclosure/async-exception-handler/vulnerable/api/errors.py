import logging
import traceback
import uuid

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

logger = logging.getLogger("api.errors")


class NotEnoughStock(Exception):
    def __init__(self, sku: int, left: int) -> None:
        super().__init__(sku, left)
        self.sku, self.left = sku, left


def describe(exc: Exception) -> dict[str, str]:
    incident = uuid.uuid4().hex[:12]
    details = "".join(traceback.format_exception(exc))
    logger.error("incident %s\n%s", incident, details)
    return {"incident": incident, "message": details.splitlines()[-1], "where": details}


async def unexpected(request: Request, exc: Exception) -> JSONResponse:
    return JSONResponse(describe(exc), status_code=500)


async def out_of_stock(request: Request, exc: NotEnoughStock) -> JSONResponse:
    return JSONResponse({"sku": exc.sku, "left": exc.left}, status_code=409)


def install(app: FastAPI) -> None:
    app.add_exception_handler(NotEnoughStock, out_of_stock)
    app.add_exception_handler(Exception, unexpected)
