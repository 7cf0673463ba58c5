import os
import subprocess

from flask import Flask, jsonify, request

app = Flask(__name__)


@app.route("/diagnostics/ping", methods=["POST"])
def ping():
    host = request.form["host"]
    count = os.environ.get("PING_COUNT", "2")
    done = subprocess.run(["ping", "-c", count, "--", host], capture_output=True, text=True, timeout=20)
    return jsonify(code=done.returncode, output=done.stdout)
