import elementpath
from aiohttp import web
from lxml import etree

TREE = etree.parse("employees.xml")


class Query:
    def __init__(self, department, grade):
        self.department = department
        self.grade = grade

    def path(self):
        return "//employee[department='%s'][grade=%s]/name" % (self.department, self.grade)


async def employees(request):
    body = await request.json()
    query = Query("public", body["grade"])
    names = elementpath.select(TREE.getroot(), query.path())
    return web.json_response([name.text for name in names])


app = web.Application()
app.router.add_post("/employees", employees)
