from aiohttp import web
from bson import ObjectId
from motor.motor_asyncio import AsyncIOMotorClient

orders = AsyncIOMotorClient("mongodb://mongo")["shop"]["orders"]


async def change(request):
    body = await request.json()
    changes = {"delivery": str(body.pop("delivery", "standard"))}
    changes = {"note": str(body.get("note", "")), **changes}
    result = await orders.update_one(
        {"_id": ObjectId(request.match_info["order"]), "owner": request["user"]}, {"$set": changes}
    )
    return web.json_response({"changed": result.modified_count})


def setup(app):
    app.router.add_patch("/orders/{order}", change)
