from flask import Flask, request

app = Flask(__name__)


@app.route("/a")
def a():
    template = request.args["t"]
    text = template.format(app=app)  # finding: format-string
    other = "Hello {}".format(template)
    return {"x": text, "y": other}
