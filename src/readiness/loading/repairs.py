"""Repairs that are certain, as replacements of text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from readiness.diagnostics import Fix, Replacement, lines_of
from readiness.loading.places import Mark, Problem
from readiness.loading.yaml_values import is_text

if TYPE_CHECKING:
    from readiness.checks.finding import Respelling

__all__ = ["removal", "respelling"]

_ANCHOR = re.compile(r"&[^\s,\[\]{}]+[ \t]+")
_QUOTED = re.compile(r"""(["'])(.*)\1\Z""")


def respelling(text: str, mark: Mark, wanted: Respelling) -> Fix | None:
    """Return the repair of one key or value, or None where it is not written as it was read: with escapes, say.

    Quotes stay, unless they are what is wrong; so does an anchor.
    """
    line = _lines(text)[mark.line - 1]
    anchor = _ANCHOR.match(line, mark.column - 1)
    start, end = anchor.end() if anchor else mark.column - 1, mark.end_column - 1
    token = line[start:end]
    quoted = _QUOTED.match(token)
    if (quoted[2] if quoted else token) != wanted.written:
        return None
    sign = "" if wanted.is_plain else quoted[1] if quoted else "" if is_text(wanted.meant) else '"'
    what = f"remove the quotes from `{wanted.written}`" if wanted.written == wanted.meant else f"write `{wanted.meant}`"
    place = Replacement(mark.line, start + 1, mark.line, end + 1, f"{sign}{wanted.meant}{sign}")
    return Fix(what, (place,))


def removal(text: str, problem: Problem) -> Fix | None:
    """Return the repair of a key that stands twice, where the second says the same on a line of its own."""
    mark, end = problem.mark, problem.end_of_copy
    lines = _lines(text)
    line = lines[mark.line - 1]
    if end is None or line[: mark.column - 1].strip() or line[end - 1 :].strip():
        return None
    is_last = mark.line == len(lines)
    place = (mark.line, len(line) + 1) if is_last else (mark.line + 1, 1)
    return Fix("remove the copy", (Replacement(mark.line, 1, *place, ""),))


_lines = lru_cache(maxsize=2)(lines_of)
