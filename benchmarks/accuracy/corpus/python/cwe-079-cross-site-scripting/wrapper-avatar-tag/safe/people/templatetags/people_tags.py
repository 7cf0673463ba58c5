from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import mark_safe

register = template.Library()


@register.simple_tag
def avatar(person, size=48):
    src = person.avatar.url if person.avatar else static("img/nobody.svg")
    return format_html(
        '<img src="{}" width="{}" alt="{}">', src, int(size), person.display_name
    )


@register.simple_tag
def divider():
    return mark_safe('<hr class="thin">')
