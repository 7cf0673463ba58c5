from flask import Flask, render_template, request
from markupsafe import Markup

app = Flask(__name__)


@app.get("/profile")
def profile():
    context = {
        "nickname": request.cookies.get("nickname", "anonymous"),
        "badge": Markup("<span class='badge'>member</span>"),
    }
    context["badge"] = Markup("<span class='badge'>%s</span>") % context["nickname"]
    return render_template("profile.html", **context)
