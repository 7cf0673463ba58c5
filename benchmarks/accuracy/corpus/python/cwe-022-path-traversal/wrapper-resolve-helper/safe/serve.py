from flask import Flask, abort, send_file

from files import inside

app = Flask(__name__)


@app.route("/u/<user>/<path:name>")
def user_file(user, name):
    if not user.isalnum():
        abort(404)
    path = inside(f"/home/web/{user}", name)
    if path is None or not path.is_file():
        abort(404)
    return send_file(path)
