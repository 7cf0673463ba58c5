from lxml import etree
from quart import Quart, abort, jsonify, request

from .readers import OrderReader, StatusReader

app = Quart(__name__)
READERS = {"order": OrderReader(), "status": StatusReader()}


@app.post("/edi/<kind>")
async def receive(kind):
    reader = READERS.get(kind)
    if reader is None:
        abort(404)
    try:
        return jsonify(reader.read(await request.get_data()))
    except (ValueError, etree.XMLSyntaxError):
        abort(400)
