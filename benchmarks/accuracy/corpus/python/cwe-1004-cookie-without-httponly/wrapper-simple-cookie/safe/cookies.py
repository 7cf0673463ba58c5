from http.cookies import SimpleCookie


def session_cookie(value):
    cookie = SimpleCookie()
    cookie["sid"] = value
    cookie["sid"]["path"] = "/"
    cookie["sid"]["secure"] = True
    cookie["sid"]["samesite"] = "Lax"
    cookie["sid"]["httponly"] = True
    return cookie["sid"].OutputString()
