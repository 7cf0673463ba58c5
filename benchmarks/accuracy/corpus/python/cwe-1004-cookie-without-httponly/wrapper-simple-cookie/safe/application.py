import secrets

from cookies import session_cookie


def application(environ, start_response):
    headers = [("Content-Type", "text/plain"), ("Set-Cookie", session_cookie(secrets.token_hex(16)))]
    start_response("200 OK", headers)
    return [b"welcome"]
