import asyncpg
from aiohttp import web

from sql.statements import statement


async def venues(request):
    query = request.query
    sql = statement("by_size", city=query.get("city", "Bern"), size=int(query.get("size", 0)))
    connection = await asyncpg.connect(database="events")
    try:
        rows = await connection.fetch(sql)
    finally:
        await connection.close()
    return web.json_response([dict(row) for row in rows])


app = web.Application()
app.router.add_get("/venues", venues)
