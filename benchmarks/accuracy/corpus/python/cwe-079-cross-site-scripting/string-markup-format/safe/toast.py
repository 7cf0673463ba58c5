from flask import Blueprint, flash, get_flashed_messages, redirect, request, url_for
from flask_login import current_user, login_required
from markupsafe import Markup

from .lists import service

toast = Blueprint("toast", __name__)


def created_message(name, count):
    return Markup("List <em>{}</em> now holds {} items").format(name, count)


@toast.route("/lists", methods=["POST"])
@login_required
def create_list():
    name = request.form["name"].strip()[:80]
    lst = service.create(owner=current_user.id, name=name)
    flash(created_message(name, lst.count()))
    return redirect(url_for("toast.overview"))


@toast.route("/lists")
@login_required
def overview():
    items = [Markup("<li>%s</li>") % lst.name for lst in service.all_for(current_user.id)]
    notes = [Markup("<p class=toast>{}</p>").format(m) for m in get_flashed_messages()]
    return Markup("").join(notes) + Markup("<ul>") + Markup("").join(items) + Markup("</ul>")


@toast.route("/lists/shared/<int:list_id>")
def shared(list_id):
    """Landing page of a shared link; the sharer's name comes with the link."""
    lst = service.get_public(list_id)
    sharer = request.args.get("by", "a friend")
    return Markup("<h1>{}</h1>").format(lst.name) + created_message(sharer, lst.count())
