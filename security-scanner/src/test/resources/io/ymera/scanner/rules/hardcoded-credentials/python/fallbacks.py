import hashlib
import hmac
import os

SECRET_KEY = os.environ.get("SECRET_KEY") or "b2b7e5a1-intranet-flask"  # finding: hardcoded-credentials
API_KEY = os.environ.get("API_KEY", "9f8e7d6c5b4a")  # finding: hardcoded-credentials
REGION = os.environ.get("REGION", "eu-central-1")
TOKEN_FILE = os.getenv("TOKEN_FILE", "/run/token")


def check(user, password, mode):
    if user == "support":
        return password == "field-engineer-2019"  # finding: hardcoded-credentials
    if mode == "password-reset":
        return True
    return password == ""


def key(product, password, salt):
    hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 600_000)
    return hashlib.pbkdf2_hmac("sha256", product.encode(), salt, 600_000)


def fixed(given, salt):
    hmac.compare_digest(given, "field-engineer-2019")  # finding: hardcoded-credentials
    return hashlib.pbkdf2_hmac("sha256", b"planner-2021", salt, 600_000)  # finding: hardcoded-credentials
