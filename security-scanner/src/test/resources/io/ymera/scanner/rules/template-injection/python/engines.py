from django.template import Template as DjangoTemplate
from flask import Flask, render_template, render_template_string, request
from jinja2 import Environment, Template, select_autoescape

app = Flask(__name__)
env = Environment(autoescape=select_autoescape())


@app.route("/hello")
def hello():
    name = request.args.get("name")
    Template("Hello " + name).render()  # finding: template-injection
    Template("Hello {{ name }}").render(name=name)
    env.from_string(name)  # finding: template-injection
    DjangoTemplate(name)  # finding: template-injection
    render_template("hello.html", name=name)
    if request.args.get("plain"):
        return render_template_string("Hello {{ name }}", name=name)
    return render_template_string("<h1>Hello " + name + "</h1>")  # finding: template-injection
