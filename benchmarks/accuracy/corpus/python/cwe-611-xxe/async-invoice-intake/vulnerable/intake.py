import asyncio
import io

from aiohttp import web
from lxml.etree import XMLSyntaxError as ParseError, iterparse

NS = "{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}"


def totals(document: bytes) -> dict[str, str]:
    """Collect the identifying fields of a UBL invoice."""
    wanted = {"ID", "IssueDate", "PayableAmount", "Note"}
    fields: dict[str, str] = {}
    for _, element in iterparse(io.BytesIO(document), events=("end",), load_dtd=True, resolve_entities=True):
        name = element.tag.removeprefix(NS)
        if name in wanted and name not in fields:
            fields[name] = (element.text or "").strip()
    return fields


async def receive(request: web.Request) -> web.Response:
    document = await request.read()
    try:
        fields = await asyncio.to_thread(totals, document)
    except (ParseError, ValueError):
        raise web.HTTPBadRequest(reason="not an invoice")
    if "ID" not in fields:
        raise web.HTTPUnprocessableEntity(reason="invoice without ID")
    return web.json_response(fields, status=202)


app = web.Application(client_max_size=2 * 1024**2)
app.router.add_post("/peppol/invoices", receive)

if __name__ == "__main__":
    web.run_app(app, port=8200)
