"""Places in TOML, which the reader of the standard library does not keep."""

from __future__ import annotations

import re
from typing import Any

from readiness.diagnostics import lines_of
from readiness.loading.places import Mark, Node

__all__ = ["as_plain", "locate_keys", "place_of"]

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)")


def as_plain(value: Any) -> Any:
    """Return a value as documents have it: lists as tuples."""
    match value:
        case dict():
            return {key: as_plain(part) for key, part in value.items()}
        case list():
            return tuple(map(as_plain, value))
        case _:
            return value


def place_of(said: str, text: str) -> tuple[str, int, int]:
    """Return what the reader complains of without its place, and the place by line and column."""
    found = _PLACE.search(said)
    lines = lines_of(text)
    line, column = (int(found[1]), int(found[2])) if found and found[1] else (len(lines), len(lines[-1]) + 1)
    message = _PLACE.sub("", said)
    return f"{message[:1].lower()}{message[1:]}", line, column


def locate_keys(value: object, path: tuple[str, ...], lines: list[str], above: int = 1) -> Node:
    """Return where the parts of a table stand: each key where a line first gives it a value or opens its table.

    Args:
        value: What the table holds.
        path: The keys that lead to it.
        lines: Of the file.
        above: The line from which to look.
    """
    mark = _mark_of(path, lines, above) if path else Mark(1, 1, 2)
    if isinstance(value, tuple):
        return Node(mark, parts=dict.fromkeys(range(len(value)), Node(mark)))
    if not isinstance(value, dict):
        return Node(mark)
    keys = {key: _mark_of((*path, key), lines, mark.line) for key in value}
    parts = {key: locate_keys(part, (*path, key), lines, mark.line) for key, part in value.items()}
    return Node(mark, keys, parts)


def _mark_of(path: tuple[str, ...], lines: list[str], above: int) -> Mark:
    key = re.escape(path[-1])
    before = "".join(rf"""["']?{re.escape(step)}["']?\s*\.\s*""" for step in path[:-1])
    pattern = re.compile(rf"""\s*(?:\[\s*{before})?(?:[\w-]+\s*\.\s*)*["']?(?={key}["']?\s*[=.\]])""")
    for number, line in enumerate(lines[above - 1 :], above):
        if found := pattern.match(line):
            return Mark(number, found.end() + 1, found.end() + 1 + len(path[-1]))
    return Mark(above, 1, 2)
