from flask import Flask, abort, jsonify, request

from handlers.registry import handler

app = Flask(__name__)


@app.get("/titles")
def titles():
    try:
        convert = handler(request.args["handler"])
    except LookupError:
        abort(404)
    return jsonify(result=convert(request.args.get("title", "")))
