import json

from flask import Flask, request

app = Flask(__name__)
RULES = {}


@app.post("/rules/<int:rule_id>")
def store(rule_id):
    source = request.get_data(as_text=True)
    scope = {}
    exec(source, scope)
    RULES[rule_id] = scope.get("settings", {})
    return json.dumps(RULES[rule_id], default=str)
