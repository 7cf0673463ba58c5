import ast
import json

from flask import Flask, request

app = Flask(__name__)
RULES = {}


@app.post("/rules/<int:rule_id>")
def store(rule_id):
    source = request.get_data(as_text=True)
    tree = ast.parse(source)
    scope = {n.targets[0].id: ast.literal_eval(n.value) for n in tree.body if isinstance(n, ast.Assign)}
    RULES[rule_id] = scope.get("settings", {})
    return json.dumps(RULES[rule_id], default=str)
