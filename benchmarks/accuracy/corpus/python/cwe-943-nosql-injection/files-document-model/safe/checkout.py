from flask import Blueprint, abort, jsonify, request

from models import Coupon

checkout = Blueprint("checkout", __name__)


@checkout.post("/coupon")
def coupon():
    body = request.get_json()
    found = Coupon.lookup(body["code"], body["owner"])
    if found is None:
        abort(404)
    return jsonify(percent=found.percent)
