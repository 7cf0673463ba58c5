import bleach
import markdown
from markupsafe import Markup


def rendered(text):
    html = markdown.markdown(text, extensions=["tables"])
    return Markup(bleach.clean(html, tags={"p", "em", "strong", "ul", "li", "table", "tr", "td", "th"}))
