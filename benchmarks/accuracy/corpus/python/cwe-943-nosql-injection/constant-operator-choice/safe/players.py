from flask import Flask, jsonify, request
from pymongo import MongoClient

app = Flask(__name__)
players = MongoClient("mongodb://mongo")["game"]["players"]
OPERATORS = ("$eq", "$regex")
EXACT = 0


@app.post("/players/secret")
def secret():
    body = request.get_json()
    wanted = str(body.get("phrase", ""))
    condition = {OPERATORS[EXACT]: wanted}
    found = players.find_one({"name": str(body["name"]), "phrase": condition}, {"_id": 0, "score": 1})
    return jsonify(found or {})
