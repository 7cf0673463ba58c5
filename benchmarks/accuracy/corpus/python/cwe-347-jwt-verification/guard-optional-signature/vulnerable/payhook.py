import hashlib
import hmac
import os

from flask import Blueprint, Flask, abort, jsonify, request

hooks = Blueprint("hooks", __name__, url_prefix="/hooks")
PAID = set()


def signature_matches(body, header):
    secret = os.environ["PAYHOOK_SECRET"].encode()
    expected = hmac.new(secret, body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected, header)


@hooks.before_request
def check_sender():
    header = request.headers.get("X-Paylink-Signature", "")
    if header and not signature_matches(request.get_data(), header):
        abort(403)


@hooks.post("/payment")
def payment():
    event = request.get_json()
    if event.get("type") == "payment.succeeded":
        PAID.add(str(event["order"]))
    return jsonify(received=True)


@hooks.post("/refund")
def refund():
    event = request.get_json()
    PAID.discard(str(event.get("order")))
    return jsonify(received=True)


def create_app():
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = 64 * 1024
    app.register_blueprint(hooks)
    return app
