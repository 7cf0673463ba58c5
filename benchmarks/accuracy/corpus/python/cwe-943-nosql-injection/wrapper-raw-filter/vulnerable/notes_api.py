import json
import os

import mongoengine as me
from flask import Flask, abort, g, jsonify, request

from tokens import account_for

app = Flask(__name__)
me.connect(host=os.environ["MONGODB_URI"])


class Note(me.Document):
    account = me.IntField(required=True)
    title = me.StringField(max_length=200)
    folder = me.StringField()
    archived = me.BooleanField(default=False)
    meta = {"indexes": ["account"]}


@app.before_request
def identify():
    g.account = account_for(request.headers.get("Authorization", ""))
    if g.account is None:
        abort(401)


def criteria():
    try:
        wanted = json.loads(request.args.get("filter", "{}"))
    except ValueError:
        abort(400)
    if not isinstance(wanted, dict):
        abort(400)
    query = {"account": g.account}
    for key, value in wanted.items():
        query[key] = value
    return query


@app.get("/notes")
def notes():
    found = Note.objects(__raw__=criteria()).order_by("title").limit(200)
    return jsonify([{"id": str(n.id), "title": n.title, "folder": n.folder} for n in found])
