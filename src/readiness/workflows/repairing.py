"""Repairs documents where that is certain, and checks what comes of it."""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from readiness.diagnostics import Diagnostic, Fix, Severity

__all__ = ["Repaired", "repair"]

MOST_PASSES = 10
"""A repair may bring to light what was hidden; more often than this it does not in a real document."""
MOST_TRIALS = 100
"""How many repairs are tried on their own when some of them do harm together."""

_LAST_STEP = 2

Check = Callable[[bytes], Sequence[Diagnostic]]


@dataclass(frozen=True)
class Repaired:
    """A document after its repairs."""

    content: bytes
    fixed: int
    """How many findings are gone because of a repair."""


def repair(content: bytes, check: Check) -> Repaired:
    """Return a document with every certain repair made; outside the repairs no byte changes.

    Repairs are made until no finding offers one. One that leads to a new error is not kept.

    Args:
        content: The document.
        check: What finds what is wrong with a document.
    """
    refused: set[Fix] = set()
    fixed = 0
    for _ in range(MOST_PASSES):
        found = check(content)
        offered = [one.fix for one in found if one.fix and one.fix not in refused]
        made, used = _harmless(content, offered, found, check)
        if not used:
            break
        refused |= set(offered) - set(used)
        fixed += sum(one.fix in used for one in found)
        content = made
    return Repaired(content, fixed)


def _harmless(
    content: bytes, offered: Iterable[Fix], found: Sequence[Diagnostic], check: Check
) -> tuple[bytes, list[Fix]]:
    """Return the document with the repairs that lead to no new error, and these repairs."""
    made, used = _with(content, offered)
    if not used or not _new_errors(found, check(made)):
        return made, used
    kept: list[Fix] = []
    for fix in used[:MOST_TRIALS]:
        trial, tried = _with(content, [*kept, fix])
        if not _new_errors(found, check(trial)):
            kept = tried
    return _with(content, kept)


def _with(content: bytes, fixes: Iterable[Fix]) -> tuple[bytes, list[Fix]]:
    from readiness.editing.repairs import repaired

    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    text, used = repaired(content.removeprefix(mark).decode(), fixes)
    return mark + text.encode(), used


def _new_errors(before: Iterable[Diagnostic], after: Iterable[Diagnostic]) -> bool:
    """Tell whether there are errors that a repair has made, and that cannot be repaired in their turn.

    What keeps a document from being read hides errors of shape, and these hide errors of meaning: once they are gone,
    the others only come to light.
    """
    old = Counter((one.code, one.message) for one in before if _is_error(one))
    new = Counter((one.code, one.message) for one in after if _is_error(one) and not one.fix)
    first = min((_step(code) for code, _ in old), default=_LAST_STEP)
    return any(_step(code) <= first for code, _ in new - old)


def _step(code: str) -> int:
    """Return in which step of reading a document an error is found."""
    if code == "RF009":
        return 0
    return 1 if code.startswith("RF0") else _LAST_STEP


def _is_error(one: Diagnostic) -> bool:
    return one.severity is Severity.ERROR
