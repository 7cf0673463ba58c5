from aiohttp import web
from jinja2 import Environment, FileSystemLoader

environment = Environment(
    loader=FileSystemLoader("templates"),
    trim_blocks=True,
)


async def receipt(request):
    form = await request.post()
    template = environment.get_template("receipt.html")
    body = template.render(buyer=form["buyer"], item=form["item"])
    return web.Response(text=body, content_type="text/html")


app = web.Application()
app.router.add_post("/receipt", receipt)
