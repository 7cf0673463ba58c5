from flask import Flask, make_response

app = Flask(__name__)
app.config["SESSION_COOKIE_SECURE"] = False  # finding: insecure-cookie
app.config["SESSION_COOKIE_HTTPONLY"] = False  # finding: cookie-http-only


@app.route("/a")
def a():
    response = make_response("ok")
    response.set_cookie("session_id", "x", httponly=True)  # finding: insecure-cookie
    response.set_cookie("session_id", "x", secure=True)  # finding: cookie-http-only
    response.set_cookie("session_id", "x", secure=True, httponly=True, samesite="Lax")
    response.set_cookie("session_id", "x", secure=False, httponly=True)  # finding: insecure-cookie
    response.set_cookie("theme", "dark")
    response.set_cookie("session_id", "x", secure=True, httponly=True, samesite="None")  # finding: cookie-same-site
    return response
