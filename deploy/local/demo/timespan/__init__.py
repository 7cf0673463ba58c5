"""Time spans as people write them, and sets of them."""

from .intervals import Intervals
from .text import format_span, parse_span

__all__ = ["Intervals", "format_span", "parse_span"]
