import xml.sax
from io import BytesIO
from xml.sax.handler import ContentHandler, feature_external_ges

from aiohttp import web


class Body(ContentHandler):
    def __init__(self):
        super().__init__()
        self.parts = []

    def characters(self, content):
        self.parts.append(content)


async def soap(request):
    data = await request.read()
    if b"<!" in data or b"\x00" in data or not data.isascii() or b"encoding" in data:
        raise web.HTTPUnsupportedMediaType()
    body = Body()
    reader = xml.sax.make_parser()
    reader.setFeature(feature_external_ges, True)
    reader.setContentHandler(body)
    reader.parse(BytesIO(data))
    return web.Response(text="".join(body.parts))


app = web.Application()
app.router.add_post("/soap", soap)
