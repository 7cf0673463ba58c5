import urllib.request

from flask import Flask, request

app = Flask(__name__)
STAGES = {"dev": 0, "prod": 1}
STAGE = "prod"
DEFAULT = "https://schemas.example.org/order.json"


@app.get("/schema")
def schema():
    address = request.args.get("schema", DEFAULT)
    if STAGES[STAGE] >= 1:
        address = DEFAULT
    with urllib.request.urlopen(address, timeout=5) as answer:
        return answer.read(), {"Content-Type": "application/json"}
