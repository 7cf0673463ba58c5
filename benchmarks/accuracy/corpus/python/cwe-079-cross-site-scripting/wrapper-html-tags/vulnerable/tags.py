from django import template
from django.utils.safestring import mark_safe

register = template.Library()


def wrap(element, content):
    return mark_safe("<{0}>{1}</{0}>".format(element, content))


@register.simple_tag(takes_context=True)
def search_term(context):
    return wrap("em", context["request"].GET.get("q", ""))


@register.simple_tag
def divider():
    return mark_safe("<hr class='divider'>")
