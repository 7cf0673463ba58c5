import markdown
from markupsafe import Markup


def rendered(text):
    html = markdown.markdown(text, extensions=["tables"])
    return Markup(html)
