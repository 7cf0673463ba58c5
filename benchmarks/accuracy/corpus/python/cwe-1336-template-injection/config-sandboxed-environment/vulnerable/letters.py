from aiohttp import web
from jinja2 import Environment

environment = Environment(autoescape=True)


async def letter(request):
    body = await request.json()
    template = environment.from_string(body["template"])
    rows = [template.render(name=str(person)) for person in body["people"][:100]]
    return web.json_response({"letters": rows})


app = web.Application(client_max_size=64 * 1024)
app.router.add_post("/letters", letter)
