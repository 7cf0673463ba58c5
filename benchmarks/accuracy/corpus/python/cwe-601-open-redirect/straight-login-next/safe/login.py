from flask import Flask, redirect, request, session, url_for
from werkzeug.security import check_password_hash

from users import find_user

app = Flask(__name__)
app.config.from_prefixed_env()


@app.post("/login")
def login():
    user = find_user(request.form["name"])
    if user is None or not check_password_hash(user.password, request.form["password"]):
        return redirect(url_for("login_form", failed=1))
    session["user_id"] = user.id
    return redirect("/dashboard" if request.form.get("next") else "/")


@app.get("/login")
def login_form():
    return app.send_static_file("login.html")
