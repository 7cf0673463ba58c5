from flask import Flask, abort, request, session

from directory import role_of

app = Flask(__name__)
app.config.from_prefixed_env()


@app.post("/profile/role")
def role():
    if "user" not in session:
        abort(401)
    session["role"] = request.form.get("role", role_of(session["user"]))
    return {"role": session["role"], "shown": request.form.get("label", "")}


@app.get("/admin")
def admin():
    if session.get("role") != "admin":
        abort(403)
    return {"users": 12}
