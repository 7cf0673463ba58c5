import io
import pickle

from aiohttp import web

ALLOWED = {("datetime", "date"), ("decimal", "Decimal")}


class SnapshotReader(pickle.Unpickler):
    def find_class(self, module, name):
        if (module, name) not in ALLOWED:
            raise pickle.UnpicklingError("unusual class")
        return super().find_class(module, name)


async def restore(request):
    snapshot = SnapshotReader(io.BytesIO(await request.read())).load()
    return web.json_response({"entries": len(snapshot)})


app = web.Application(client_max_size=1 << 20)
app.router.add_put("/snapshot", restore)
