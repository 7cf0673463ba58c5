import hashlib
import hmac
import os

SECRET = os.environ["WEBHOOK_SECRET"].encode()


def valid(body: bytes, header: str) -> bool:
    algorithm, _, given = header.partition("=")
    expected = hmac.new(SECRET, body, hashlib.sha256).hexdigest()
    return algorithm == "sha256" and hmac.compare_digest(expected, given)
