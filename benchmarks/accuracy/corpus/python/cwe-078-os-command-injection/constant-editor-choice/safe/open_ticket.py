import os
import sys

VERSION = (3, 2)
DEFAULT_EDITOR = "vi"


def editor(request_environ):
    wanted = request_environ.get("HTTP_X_EDITOR", DEFAULT_EDITOR)
    if VERSION[0] >= 4:
        return wanted
    return DEFAULT_EDITOR


def application(environ, start_response):
    number = int(environ.get("PATH_INFO", "/0").lstrip("/"))
    pipe = os.popen(f"EDITOR={editor(environ)} ticket show {number}")
    output = pipe.read()
    pipe.close()
    start_response("200 OK", [("Content-Type", "text/plain; charset=utf-8")])
    print("ticket", number, file=sys.stderr)
    return [output.encode()]
