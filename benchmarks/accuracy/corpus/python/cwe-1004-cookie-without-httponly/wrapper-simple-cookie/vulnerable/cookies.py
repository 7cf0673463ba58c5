from http.cookies import SimpleCookie


def session_cookie(value):
    cookie = SimpleCookie()
    cookie["sid"] = value
    cookie["sid"]["path"] = "/"
    cookie["sid"]["secure"] = True
    cookie["sid"]["samesite"] = "Lax"
    cookie["sid"]["max-age"] = 3600
    return cookie["sid"].OutputString()
