from flask import Flask, jsonify, request
from flask_login import current_user, login_required
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
app.config.from_prefixed_env()
db = SQLAlchemy(app)
EDITABLE = ("display_name", "bio")


class Member(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    display_name = db.Column(db.String(60))
    bio = db.Column(db.Text)
    is_admin = db.Column(db.Boolean, default=False)


@app.patch("/profile")
@login_required
def update():
    member = db.session.get(Member, current_user.id)
    for name, value in request.get_json().items():
        if name in EDITABLE:
            setattr(member, name, value)
    db.session.commit()
    return jsonify(id=member.id, display_name=member.display_name)
