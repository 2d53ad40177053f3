"""A report for the screen as its script unfolds it, for tests that need no browser."""

from __future__ import annotations

import base64
import gzip
import json
import re
from typing import Any

__all__ = ["folded_in", "unfolded"]

_FOLDED = re.compile(r'<script type="application/gzip" id="folded">([^<]*)</script>')
_PLACE = re.compile(r'<(\w+) data-more="(\d+)"></\1>')


def folded_in(page: str) -> dict[str, Any]:
    """Return what a page holds for its script."""
    found = _FOLDED.search(page)
    assert found is not None
    text = found.group(1).translate(str.maketrans(",.", "<&"))
    packed: dict[str, Any] = json.loads(gzip.decompress(base64.b85decode(text)))
    return packed


def unfolded(page: str) -> str:
    """Return a page with all its parts in their places, without its script."""
    parts = folded_in(page)["parts"]
    whole = re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)
    while _PLACE.search(whole):
        whole = _PLACE.sub(lambda place: f"<{place[1]}>{parts[int(place[2])]}</{place[1]}>", whole)
    return whole.replace("</body>", parts[-1] + "</body>")
