from fastapi import FastAPI, Form
from fastapi.responses import HTMLResponse
from html import escape

app = FastAPI()


@app.post("/register", response_class=HTMLResponse)
def register(name: str = Form(""), city: str = Form("")):
    errors = []
    if len(name) < 3:
        errors.append(("name", "is too short", escape(name)))
    if not city.istitle():
        errors.append(("city", "starts with a capital", escape(city)))
    rows = "".join("<li>%s %s: <q>%s</q></li>" % error for error in errors)
    return "<ul>" + rows + "</ul>" if rows else "<p>Thank you</p>"
