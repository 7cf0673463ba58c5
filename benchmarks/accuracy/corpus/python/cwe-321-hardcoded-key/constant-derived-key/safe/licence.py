import hashlib
import hmac
import json
import os

PRODUCT = "planner"


def key() -> bytes:
    return hashlib.pbkdf2_hmac("sha256", os.environ["LICENCE_KEY"].encode(), b"licence", 600_000)


def issue(customer: str, seats: int) -> dict:
    body = json.dumps({"customer": customer, "seats": seats}, sort_keys=True)
    return {"body": body, "mac": hmac.new(key(), body.encode(), hashlib.sha256).hexdigest()}


def check(licence: dict) -> bool:
    expected = hmac.new(key(), licence["body"].encode(), hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected, licence["mac"])
