from flask import Flask, request
from pymongo import MongoClient

app = Flask(__name__)
client = MongoClient()
users = client.shop.users


@app.post("/login")
def login():
    data = request.get_json()
    users.find_one({"name": data["name"], "password": data["password"]})  # finding: nosql-injection
    users.find_one({"name": str(data["name"])})
    users.find_one({"age": int(data["age"])})
    users.find_one({"name": {"$eq": "admin"}})
    return {}


@app.get("/find")
def find():
    users.find_one({"name": request.args["name"]})
    users.find({"$where": "this.name == '" + request.args["name"] + "'"})  # finding: nosql-code-injection
    return {}
