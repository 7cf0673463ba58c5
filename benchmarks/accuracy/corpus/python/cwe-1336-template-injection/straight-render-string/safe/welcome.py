from flask import Flask, render_template_string, request

app = Flask(__name__)
LAYOUT = "<!doctype html><title>Welcome</title><main>{{ body }}</main>"


@app.get("/welcome")
def welcome():
    name = request.args.get("name", "visitor")
    return render_template_string(LAYOUT, body="Welcome, " + name)


@app.get("/about")
def about():
    return render_template_string(LAYOUT, body="A small site")
