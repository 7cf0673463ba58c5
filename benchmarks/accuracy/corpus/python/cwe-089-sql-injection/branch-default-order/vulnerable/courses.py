import psycopg
from aiohttp import web


async def courses(request):
    term = request.query.get("term", "")
    order = request.query.get("order", "title")
    if order == "title":
        order = "starts_on"
    async with await psycopg.AsyncConnection.connect("dbname=school") as connection:
        cursor = await connection.execute(
            "SELECT id, title FROM course WHERE title ILIKE %s ORDER BY " + order, ("%" + term + "%",)
        )
        return web.json_response([{"id": row[0], "title": row[1]} for row in await cursor.fetchall()])


app = web.Application()
app.router.add_get("/courses", courses)
