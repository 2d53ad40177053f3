"""Characters that JSON writes as two escapes: most programs write an emoji so, and libyaml refuses it."""

from __future__ import annotations

import json
import re
from typing import Any, cast

from yaml.events import ScalarEvent

__all__ = ["with_pairs", "without_pairs"]

_PAIR = re.compile(r"(?<!\\)(?P<before>(?:\\\\)*)\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")
_AS_LONG = r"\u003f\u003f"


def without_pairs(text: str) -> str:
    """Return a JSON text with other escapes, as long, in the place of each surrogate pair; any other text as it is.

    Only in JSON is it sure that such escapes stand between double quotes, where they mean one character.
    """
    if not _PAIR.search(text) or not _is_json(text):
        return text
    return _PAIR.sub(lambda found: found["before"] + _AS_LONG, text)


def with_pairs(event: Any, text: str) -> Any:
    """Return an event of a JSON text; a scalar in which a pair stood says what the text itself says."""
    if type(event) is ScalarEvent:
        start, end = cast("Any", event.start_mark), cast("Any", event.end_mark)
        written = text[start.index : end.index]
        if _PAIR.search(written):
            event.value = json.loads(written)
    return event


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
