import asyncio
import os
import tempfile
from contextlib import contextmanager

import tornado.web


@contextmanager
def scratch_page(order_id, html):
    """A page file wkhtmltopdf can read, gone afterwards."""
    path = os.path.join(tempfile.gettempdir(), "label-%d.html" % order_id)
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(fd, "w", encoding="utf-8") as page:
            page.write(html)
        yield path
    finally:
        os.unlink(path)


async def to_pdf(path):
    process = await asyncio.create_subprocess_exec(
        "wkhtmltopdf", "--quiet", "--disable-javascript", path, "-",
        stdout=asyncio.subprocess.PIPE,
    )
    pdf, _ = await process.communicate()
    return pdf


class LabelHandler(tornado.web.RequestHandler):
    def initialize(self, orders):
        self.orders = orders

    async def get(self, order_id):
        order = await self.orders.get(int(order_id))
        if order is None:
            raise tornado.web.HTTPError(404)
        html = self.render_string("label.html", order=order).decode()
        with scratch_page(order.id, html) as path:
            pdf = await to_pdf(path)
        self.set_header("Content-Type", "application/pdf")
        self.finish(pdf)
