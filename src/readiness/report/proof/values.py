"""Where two results differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

__all__ = ["differing"]

_LONGEST = 60


def differing(found: Any, expected: Any, *, may_be_short: bool = False, at: str = "") -> Iterator[str]:  # noqa: ANN401
    """Yield each place where plain values differ, such as `score.value: 3.4, where the inputs give 3.1`.

    Args:
        found: What somebody says that the values are.
        expected: What they should be.
        may_be_short: Whether mappings may lack keys: results of earlier versions of the tool knew less.
        at: The place in the whole.
    """
    if isinstance(found, Mapping) and isinstance(expected, Mapping):
        for key in dict.fromkeys((*found, *(() if may_be_short else expected))):
            place = f"{at}.{key}" if at else str(key)
            yield from differing(found.get(key), expected.get(key), may_be_short=may_be_short, at=place)
    elif isinstance(found, list) and isinstance(expected, list) and len(found) == len(expected):
        for index, (one, other) in enumerate(zip(found, expected, strict=True)):
            yield from differing(one, other, may_be_short=may_be_short, at=f"{at}[{index}]")
    elif found != expected:
        yield f"{at}: {_shown(found)}, where the inputs give {_shown(expected)}"


def _shown(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, list):
        return f"{len(value)} entries"
    text = "nothing" if value is None else "something else" if isinstance(value, Mapping) else str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
