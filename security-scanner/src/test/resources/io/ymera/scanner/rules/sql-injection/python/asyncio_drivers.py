import asyncpg
from aiohttp import web

routes = web.RouteTableDef()


@routes.get("/items/{name}")
async def item(request):
    name = request.match_info["name"]
    pool = await asyncpg.create_pool("postgres://db/x")
    async with pool.acquire() as conn:
        row = await conn.fetchrow("SELECT * FROM items WHERE name = $1", name)
        rows = await conn.fetch("SELECT * FROM items WHERE name = '" + name + "'")  # finding: sql-injection
    return web.json_response([row, rows])


async def body(request):
    data = await request.json()
    conn = await asyncpg.connect("postgres://db/x")
    await conn.execute(f"DELETE FROM items WHERE id = '{data['id']}'")  # finding: sql-injection
    return web.json_response({})
