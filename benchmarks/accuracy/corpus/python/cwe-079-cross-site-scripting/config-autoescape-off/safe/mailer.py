from aiohttp import web
from jinja2 import Environment, FileSystemLoader, select_autoescape

environment = Environment(
    loader=FileSystemLoader("templates"),
    autoescape=select_autoescape(["html"]),
)


async def receipt(request):
    form = await request.post()
    template = environment.get_template("receipt.html")
    body = template.render(buyer=form["buyer"], item=form["item"])
    return web.Response(text=body, content_type="text/html")


app = web.Application()
app.router.add_post("/receipt", receipt)
