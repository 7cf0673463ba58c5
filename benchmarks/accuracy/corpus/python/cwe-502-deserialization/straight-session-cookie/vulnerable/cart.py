import base64
import pickle

from flask import Flask, jsonify, make_response, request

app = Flask(__name__)


@app.get("/cart")
def cart():
    raw = request.cookies.get("cart")
    items = pickle.loads(base64.b64decode(raw)) if raw else []
    return jsonify(items=items, count=len(items))


@app.post("/cart/<int:item>")
def add(item):
    response = make_response("", 204)
    response.set_cookie("cart", base64.b64encode(pickle.dumps([item])).decode(), secure=True, httponly=True)
    return response
