import os

import jwt
from flask import Flask, abort, jsonify, request

app = Flask(__name__)
KEY = os.environ["JWT_KEY"]


@app.get("/me")
def me():
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme != "Bearer":
        abort(401)
    try:
        claims = jwt.decode(token, KEY, algorithms=["HS256"], options={"require": ["exp", "sub"]})
    except jwt.InvalidTokenError:
        abort(401)
    return jsonify(subject=claims["sub"], admin=claims.get("admin", False))
