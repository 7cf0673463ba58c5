from flask import Flask, jsonify, request, session

app = Flask(__name__)
app.config.from_prefixed_env()
app.config.update(SESSION_COOKIE_SAMESITE="None", SESSION_COOKIE_SECURE=True)
ORIGINS = {"https://www.example.org", "https://shop.example.org"}


@app.after_request
def cors(response):
    origin = request.headers.get("Origin")
    if origin is not None:
        response.headers["Access-Control-Allow-Origin"] = origin
        response.headers["Access-Control-Allow-Credentials"] = "true"
    response.headers["Vary"] = "Origin"
    return response


@app.get("/account")
def account():
    return jsonify(user=session.get("user"), iban=session.get("iban"))
