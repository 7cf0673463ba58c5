from flask import Flask, request
from jinja2 import Environment

app = Flask(__name__)
environment = Environment(autoescape=True)
LAYOUTS = ["Dear {{ name }}, {{ text }}", "Hello {{ name }}. {{ text }}"]
VERSION = len(LAYOUTS)


@app.post("/mail/preview")
def preview():
    form = request.form
    sources = [*LAYOUTS, "Hi {{ name }}! " + form.get("text", "")]
    template = environment.from_string(sources[VERSION - 1])
    return template.render(name=form.get("name", ""), text=form.get("text", ""))
