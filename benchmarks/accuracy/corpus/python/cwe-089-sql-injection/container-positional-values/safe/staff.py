import pymysql
from aiohttp import web

routes = web.RouteTableDef()


def connect():
    return pymysql.connect(host="db", user="hr", database="hr", read_default_file="/etc/hr/my.cnf")


@routes.get("/staff/search")
async def search(request):
    parts = []
    parts.append("active")
    parts.append(request.query.get("department", ""))
    parts.append("employee")
    parts.pop(0)
    name = parts[1]
    conn = connect()
    try:
        with conn.cursor() as cur:
            cur.execute("SELECT id, full_name FROM staff WHERE kind = '" + name + "' AND left_on IS NULL")
            rows = cur.fetchall()
    finally:
        conn.close()
    return web.json_response([{"id": r[0], "name": r[1]} for r in rows])
