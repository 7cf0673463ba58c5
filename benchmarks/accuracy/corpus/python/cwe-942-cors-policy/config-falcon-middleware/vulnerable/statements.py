import falcon
import falcon.asgi

from ledger import Ledger

PORTALS = ["https://banking.example.com", "https://business.example.com"]


class SessionMiddleware:
    def __init__(self, ledger):
        self._ledger = ledger

    async def process_request(self, req, resp):
        if req.method == "OPTIONS":
            return
        token = req.cookies.get("sid")
        req.context.customer = await self._ledger.customer_for(token) if token else None
        if req.context.customer is None:
            raise falcon.HTTPUnauthorized()


class Statements:
    def __init__(self, ledger):
        self._ledger = ledger

    async def on_get(self, req, resp):
        rows = await self._ledger.statements(req.context.customer)
        resp.media = [{"period": r.period, "balance": str(r.balance)} for r in rows]


def create(ledger: Ledger):
    cors = falcon.CORSMiddleware(
        allow_origins="*",
        expose_headers=["X-Total"],
        allow_credentials="*",
    )
    app = falcon.asgi.App(middleware=[cors, SessionMiddleware(ledger)])
    app.add_route("/statements", Statements(ledger))
    return app
