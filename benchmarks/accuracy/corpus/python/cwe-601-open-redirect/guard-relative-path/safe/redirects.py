from urllib.parse import urlsplit

from fastapi import FastAPI
from fastapi.responses import RedirectResponse

app = FastAPI()


def local(target):
    return target.startswith("/") and not target.startswith(("//", "/\\")) and target.isprintable() and not urlsplit(target).netloc


@app.get("/language/{code}")
def language(code: str, back: str = "/"):
    if not local(back):
        back = "/"
    response = RedirectResponse(back, status_code=303)
    response.set_cookie("lang", code[:2], secure=True, httponly=True, samesite="lax")
    return response
