import html

import bleach

TAGS = {"b", "i", "em", "strong", "p", "ul", "ol", "li"}


def clean_body(raw):
    """Reviews arrive from two importers, one of which sends entities."""
    return html.unescape(bleach.clean(raw, tags=TAGS, attributes={}, strip=True))
