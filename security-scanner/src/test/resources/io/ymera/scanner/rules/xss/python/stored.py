import html
import sqlite3

import bleach
from django import template
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from flask import Flask
from markupsafe import Markup, escape

app = Flask(__name__)
register = template.Library()


@app.route("/comments")
def comments():
    page = ""
    with sqlite3.connect("comments.db") as db:
        for number, author, text in db.execute("SELECT id, author, text FROM comment"):
            page += f"<li>{escape(author)}</li>"
        row = db.execute("SELECT text FROM page").fetchone()
        return "<p>" + row[0] + "</p>"  # finding: xss


@app.route("/escaped")
def escaped():
    with sqlite3.connect("comments.db") as db:
        row = db.execute("SELECT text FROM page").fetchone()
        return "<p>" + html.escape(row[0]) + "</p>"


def review(request, pk):
    found = get_object_or_404(Review, pk=pk)
    if pk > 3:
        return HttpResponse(f"<a href='/reviews/{found.id}'>{found.created_at}</a>")
    return HttpResponse(found.body)  # finding: xss


def cleaned(request, pk):
    body = Review.objects.get(pk=pk).body
    if pk > 3:
        return HttpResponse(bleach.clean(html.unescape(body)))
    return HttpResponse(html.unescape(bleach.clean(body)))  # finding: xss


@register.simple_tag
def avatar(person):
    return mark_safe('<img alt="%s">' % person.display_name)  # finding: xss


@register.simple_tag
def formatted(person):
    return format_html('<img alt="{}">', person.display_name)


@app.template_filter("rendered")
def rendered(text):
    return Markup("<p>" + text + "</p>")  # finding: xss
