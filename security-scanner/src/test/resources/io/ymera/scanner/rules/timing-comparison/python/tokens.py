import hmac

from flask import Flask, request

app = Flask(__name__)


@app.post("/hook")
def hook():
    given = request.headers["X-Signature"]
    signature = hmac.new(app.config["KEY"], request.data, "sha256").hexdigest()
    if given == signature:  # finding: timing-comparison
        return "yes"
    if hmac.compare_digest(given, signature):
        return "yes"
    if request.args["sort"] == "name":
        return "sorted"
    return "no"
