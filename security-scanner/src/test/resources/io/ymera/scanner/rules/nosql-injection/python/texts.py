import pymongo, re
from bson import ObjectId
from fastapi import FastAPI, Query
from pydantic import BaseModel
from flask import request, abort
from motor.motor_asyncio import AsyncIOMotorClient
app = FastAPI()
db = pymongo.MongoClient("x").shop
class L(BaseModel):
    name: str
    extra: dict
@app.post("/a")
def a(l: L, q: str, d: dict):
    db.users.find_one({"name": l.name})
    db.users.find_one({"name": q})
    db.users.find_one(l.extra)  # finding: nosql-injection
    db.users.find_one(d)  # finding: nosql-injection
    db.users.find_one({"name": l.extra["x"]})  # finding: nosql-injection
    db.users.insert_one(l.model_dump())
def b():
    n = request.json["name"]
    if not isinstance(n, str):
        abort(400)
    db.users.find_one({"name": n})
def c():
    n = request.json["name"]
    db.users.find_one({"name": str(n)})
    db.users.find_one({"name": {"$eq": n}})  # finding: nosql-injection
    db.users.find_one({"_id": ObjectId(n)})
    db.users.find_one({"name": n})  # finding: nosql-injection
    db.users.find_one({"name": f"{n}"})
    db.users.update_one({"_id": 1}, {"$set": {"name": n}})
    db.users.find({"name": {"$regex": re.escape(n)}})
    db.users.find({"name": {"$in": [str(x) for x in request.json["all"]]}})
    db.users.find({"$where": "this.a == '" + n + "'"})  # finding: nosql-code-injection
def d():
    n = request.args["name"]
    db.users.find_one({"name": n})
    db.users.find_one({request.args["field"]: n})
def e():
    body = request.get_json()
    if type(body["n"]) is not str:
        abort(400)
    db.users.find_one({"name": body["n"]})
def f():
    body = request.get_json()
    if isinstance(body.get("n"), dict):
        abort(400)
    db.users.find_one({"name": body.get("n")})
    db.command(request.json["c"])  # finding: nosql-injection
def g(name):
    n = request.json.get("name")
    if not isinstance(n, (str, int)):
        abort(400)
    db.users.find_one({"name": n})
    m = request.json.get("m")
    if isinstance(m, str) and m:
        db.users.find_one({"name": m})
    client = AsyncIOMotorClient("x")
    client.shop.users.find_one({"name": request.json["x"]})  # finding: nosql-injection
