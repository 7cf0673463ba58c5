import io

import numpy as np
from aiohttp import web

# 1: object columns, 2: float32 only, 3: float32 with units
ARRAY_FORMAT = 3
HAS_OBJECTS = ARRAY_FORMAT < 2
MAX_BYTES = 8 * 2**20

routes = web.RouteTableDef()


def load_samples(buffer: bytes) -> np.ndarray:
    samples = np.load(io.BytesIO(buffer), allow_pickle=HAS_OBJECTS)
    if samples.ndim != 1:
        raise ValueError("one-dimensional arrays only")
    return samples.astype("float32")


@routes.post("/sensors/{sensor:[0-9]+}/samples")
async def upload(request: web.Request) -> web.Response:
    reader = await request.multipart()
    part = await reader.next()
    if part is None or part.name != "samples":
        raise web.HTTPBadRequest(reason="samples missing")
    data = await part.read()
    try:
        values = load_samples(bytes(data))
    except ValueError:
        raise web.HTTPUnprocessableEntity(reason="not an array")
    return web.json_response({
        "sensor": int(request.match_info["sensor"]),
        "n": int(values.size),
        "mean": float(values.mean()) if values.size else None,
    })


def create_app() -> web.Application:
    app = web.Application(client_max_size=MAX_BYTES)
    app.add_routes(routes)
    return app
