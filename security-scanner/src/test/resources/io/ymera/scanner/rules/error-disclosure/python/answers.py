import logging
import sqlite3
import traceback

from django.http import JsonResponse
from flask import Flask, jsonify

app = Flask(__name__)
log = logging.getLogger(__name__)


class NotAllowed(Exception):
    pass


@app.errorhandler(Exception)
def failed(error):
    return jsonify(error=str(error)), 500  # finding: error-disclosure


@app.get("/a")
def a():
    try:
        return jsonify(rows=sqlite3.connect("a.db").execute("SELECT 1").fetchall())
    except NotAllowed as error:
        return jsonify(error=str(error)), 403
    except sqlite3.Error as error:
        log.exception("failed: %s", error)
        return jsonify(error=repr(error)), 500  # finding: error-disclosure
    except Exception:
        log.error(traceback.format_exc())
        return jsonify(error="failed"), 500


def b(request):
    try:
        return JsonResponse({"a": 1})
    except Exception as error:
        return JsonResponse({"type": type(error).__name__, "trace": traceback.format_exc()})  # finding: error-disclosure
