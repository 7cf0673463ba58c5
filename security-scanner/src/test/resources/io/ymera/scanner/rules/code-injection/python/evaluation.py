import ast
import json

from flask import Flask, request

app = Flask(__name__)
OPERATIONS = {"add": lambda a, b: a + b}


@app.route("/calc", methods=["POST"])
def calc():
    expression = request.form["expression"]
    eval(expression)  # finding: code-injection
    exec("x = " + expression)  # finding: code-injection
    exec(compile(expression, "<x>", "exec"))  # finding: code-injection
    ast.literal_eval(expression)
    json.loads(expression)
    OPERATIONS[expression](1, 2)
    eval("1 + 1")
    return {}
