import logging
import os
import re

from flask import Blueprint, current_app, jsonify, request
from flask.views import MethodView

bp = Blueprint("previews", __name__, url_prefix="/previews")
log = logging.getLogger(__name__)

BRANCH = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]*")


def valid_branch(name):
    return bool(BRANCH.fullmatch(name))


class Preview(MethodView):
    def get(self):
        root = current_app.config["PREVIEW_ROOT"]
        return jsonify(previews=sorted(os.listdir(root)))

    def post(self):
        payload = request.get_json()
        branch = payload.get("branch", "")
        if not valid_branch(branch):
            return jsonify(error="invalid branch name"), 400
        root = current_app.config["PREVIEW_ROOT"]
        status = os.system(f"cd {root}/checkout && git fetch -q && git checkout -q {branch} && make preview")
        if status != 0:
            log.error("preview build failed with %s", status)
            return jsonify(error="build failed"), 500
        return jsonify(status="building"), 202


bp.add_url_rule("/", view_func=Preview.as_view("preview"))
