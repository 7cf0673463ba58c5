from flask import Flask, request

from pages import QuotePage

app = Flask(__name__)


@app.post("/quotes/preview")
def preview():
    return QuotePage(request.form.get("title", "Quote"), request.form["text"]).html()
