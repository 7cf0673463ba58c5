from aiohttp import web

FIELDS = ("price", "quantity", "discount")
OPERATORS = ("+", "-", "*")
TEMPLATE = "def compute(row):\n    return row['{left}'] {operator} row['{right}']\n"


async def column(request):
    spec = await request.json()
    left, operator, right = spec["left"], spec["operator"], spec["right"]
    if left not in FIELDS or operator not in OPERATORS:
        raise web.HTTPUnprocessableEntity(text="unknown field or operator")
    namespace = {}
    code = compile(TEMPLATE.format(left=left, operator=operator, right=right), "<column>", "exec")
    exec(code, namespace)
    return web.json_response([namespace["compute"](row) for row in spec["rows"]])


app = web.Application()
app.router.add_post("/column", column)
