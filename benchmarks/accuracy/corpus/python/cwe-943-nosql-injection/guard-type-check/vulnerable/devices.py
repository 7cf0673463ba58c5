from aiohttp import web
from pymongo import MongoClient

collection = MongoClient("mongodb://mongo")["iot"]["devices"]


async def unlock(request):
    body = await request.json()
    serial, pin = body.get("serial"), body.get("pin")
    if not isinstance(serial, str) and not isinstance(pin, str):
        raise web.HTTPUnprocessableEntity(text="serial and pin are text")
    device = collection.find_one({"serial": serial, "pin": pin})
    if device is None:
        raise web.HTTPForbidden()
    collection.update_one({"_id": device["_id"]}, {"$set": {"locked": False}})
    return web.json_response({"serial": serial, "locked": False})


app = web.Application()
app.router.add_post("/unlock", unlock)
