"""Reads and writes time spans such as ``1d2h30m``, in whole seconds."""

import re

UNITS = (("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1))
_SPAN = re.compile(r"(?:(?P<d>\d+)d)?(?:(?P<h>\d+)h)?(?:(?P<m>\d+)m)?(?:(?P<s>\d+)s)?")


def parse_span(text):
    """The number of seconds that text stands for; ValueError if it stands for none."""
    match = _SPAN.fullmatch(text.strip())
    if not match or not match.group():
        raise ValueError(f"{text!r} is not a time span such as 1d2h30m")
    return sum(int(match[unit]) * seconds for unit, seconds in UNITS if match[unit])


def format_span(seconds):
    """The shortest text that parse_span reads as this number of seconds."""
    if seconds < 0:
        raise ValueError(f"{seconds} is negative")
    parts = []
    for unit, size in UNITS:
        count, seconds = divmod(seconds, size)
        if count:
            parts.append(f"{count}{unit}")
    return "".join(parts)
