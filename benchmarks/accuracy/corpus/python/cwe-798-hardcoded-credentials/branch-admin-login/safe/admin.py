import hmac
import os

from bottle import Bottle, HTTPError, auth_basic

app = Bottle()
ADMIN_PASSWORD = os.environ["ADMIN_PASSWORD"]


def check(user, password):
    if user == "admin":
        return hmac.compare_digest(password.encode(), ADMIN_PASSWORD.encode())
    if user == "support":
        raise HTTPError(403, "support logs in through the VPN")
    return False


@app.get("/admin")
@auth_basic(check)
def admin():
    return {"status": "ready"}
