import re


def clean(text):
    return re.sub(r"[^A-Za-z0-9_]", "", text)


def plain(text):
    return text.strip()
