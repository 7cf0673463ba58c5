from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from flask import Flask, make_response, request
from flask_cors import CORS

app = Flask(__name__)
CORS(app, supports_credentials=True)  # finding: cors
CORS(app, origins="*")  # finding: cors
CORS(app, origins=["https://shop.org"], supports_credentials=True)
api = FastAPI()
api.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True)  # finding: cors
api.add_middleware(CORSMiddleware, allow_origins=["https://shop.org"], allow_credentials=True)


@app.route("/a")
def a():
    response = make_response("ok")
    response.headers["Access-Control-Allow-Origin"] = request.headers["Origin"]  # finding: cors, header-injection
    response.headers["Access-Control-Allow-Origin"] = "https://shop.org"
    return response
