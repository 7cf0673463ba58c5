import json
import logging

import jsonpickle
from flask import Flask, jsonify, make_response, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


class Preferences:
    def __init__(self, theme="light", density="normal", columns=None):
        self.theme = theme
        self.density = density
        self.columns = columns or ["name", "owner"]

    @classmethod
    def from_dict(cls, data):
        return cls(
            theme=str(data.get("theme", "light")),
            density=str(data.get("density", "normal")),
            columns=[str(c) for c in data.get("columns", [])],
        )


def read_preferences():
    stored = request.cookies.get("ui_prefs")
    if not stored:
        return Preferences()
    version, _, text = stored.partition("|")
    try:
        if version == "2":
            return Preferences.from_dict(json.loads(text))
        return jsonpickle.decode(text)
    except (ValueError, AttributeError):
        logger.info("unreadable preferences cookie")
        return Preferences()


@app.get("/api/preferences")
def preferences():
    return jsonify(vars(read_preferences()))


@app.put("/api/preferences")
def save():
    prefs = Preferences.from_dict(request.get_json())
    response = make_response("", 204)
    response.set_cookie(
        "ui_prefs", "2|" + json.dumps(vars(prefs)), max_age=31536000,
        secure=True, httponly=True, samesite="Lax",
    )
    return response
