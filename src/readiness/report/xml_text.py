"""Text of others as text of an XML file: never markup, and nothing that XML cannot hold."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

__all__ = ["attribute", "clean", "content"]

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """Return the text without the characters that XML 1.0 forbids."""
    return _FORBIDDEN.sub("", text)


def content(text: str) -> str:
    """Return a text to stand between tags."""
    return escape(clean(text))


def attribute(text: str) -> str:
    """Return a text to stand between double quotes."""
    return escape(clean(text), {'"': "&quot;", "\n": " "})
