import os
import re

from quart import Quart, abort, jsonify, request, send_file

app = Quart(__name__)
app.config.from_prefixed_env()

BASE = app.config.get("ATTACHMENTS", "/srv/attachments")
CASE_NO = re.compile(r"[A-Z]{2}-\d{6}")


def split_reference(reference):
    """'AB-123456:3:photo of the desk.jpg' -> case, running number, title"""
    case, number, title = reference.split(":", 2)
    if not CASE_NO.fullmatch(case):
        raise ValueError("case number")
    return [case, str(int(number)), title]


@app.get("/attachments")
async def attachment():
    try:
        fields = split_reference(request.args.get("ref", ""))
    except ValueError:
        return jsonify(error="malformed reference"), 400
    path = os.path.join(BASE, fields[0], fields[1])
    if not os.path.isfile(path):
        abort(404)
    return await send_file(path, mimetype="application/octet-stream", as_attachment=True)


@app.get("/attachments/count")
async def count():
    case = request.args.get("case", "")
    if not CASE_NO.fullmatch(case):
        abort(400)
    folder = os.path.join(BASE, case)
    return jsonify(count=len(os.listdir(folder)) if os.path.isdir(folder) else 0)
