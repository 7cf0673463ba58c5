from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

register = template.Library()


def wrap(element, content):
    return format_html("<{0}>{1}</{0}>", element, content)


@register.simple_tag(takes_context=True)
def search_term(context):
    return wrap("em", context["request"].GET.get("q", ""))


@register.simple_tag
def divider():
    return mark_safe("<hr class='divider'>")
