import hashlib

from flask import Flask, abort, request, session
from pymongo import MongoClient

app = Flask(__name__)
app.config.from_prefixed_env()
users = MongoClient("mongodb://mongo")["shop"]["users"]


@app.post("/login")
def login():
    body = request.get_json()
    user = users.find_one({"name": body["name"], "api_key": body["api_key"]})
    if user is None:
        abort(401)
    session["user"] = hashlib.sha256(str(user["_id"]).encode()).hexdigest()
    return {"name": user["name"]}
