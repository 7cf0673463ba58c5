from decimal import Decimal

from flask import Flask, abort, request

app = Flask(__name__)
PRICES = {"tea": Decimal("4.50"), "cup": Decimal("9.00")}


@app.post("/basket/total")
def total():
    amount = Decimal(0)
    for line in request.get_json()["lines"]:
        quantity = int(line["quantity"])
        if quantity > 100:
            abort(422)
        amount += PRICES[line["item"]] * quantity
    return {"total": str(amount)}
