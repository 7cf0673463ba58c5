import logging

from flask import Flask, request

logging.basicConfig(filename="/var/log/audit.log", format="%(asctime)s %(levelname)s %(message)s")
app = Flask(__name__)
audit = logging.getLogger("audit")


@app.post("/sessions")
def login():
    name = request.form.get("name", "")
    if name != "admin" or request.form.get("pin") is None:
        audit.warning("login failed for %r from %s", name, request.remote_addr)
        return "", 401
    return "", 204
