from flask import Flask, request

from shop import store
from shop.store import Store, find as search

app = Flask(__name__)


@app.route("/a")
def a():
    search(request.args["q"])
    store.safe(request.args["q"])
    Store(app).named(request.args["q"])
    return {}
