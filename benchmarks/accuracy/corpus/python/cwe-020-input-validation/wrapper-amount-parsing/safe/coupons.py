import threading

from flask import Flask, abort, request

app = Flask(__name__)
LOCK = threading.Lock()
BALANCE = {"gift-1": 5000}


def cents(text):
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else abort(422)


@app.post("/redeem/<card>")
def redeem(card):
    amount = cents(request.form["amount"])
    with LOCK:
        if BALANCE.get(card, 0) < amount:
            abort(409)
        BALANCE[card] -= amount
    return {"left": BALANCE[card]}
