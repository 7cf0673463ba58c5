import re


def matcher(pattern):
    return re.compile("^" + pattern.replace("?", ".") + "$")
