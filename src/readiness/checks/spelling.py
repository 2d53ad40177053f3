"""Whether a name is surely a misspelling of another: what `validate --fix` may write without being asked again."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Literal

from readiness.checks.finding import Respelling

__all__ = ["Kind", "read_as", "read_as_fact", "respelt", "steps_between"]

Kind = Literal["boolean", "number", "whole number"]
_SHORTEST = 4
"""Shorter names are too near to each other."""
_LONG = 8
"""From this length on, two slips are still the same name."""
_MARGIN = 1
"""A rival this much further away leaves it open what was meant."""
_MOST_NAMES = 1_000
_TRUTH = {"true": "true", "yes": "true", "false": "false", "no": "false"}
_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,17})\Z")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,17})(\.[0-9]+)?\Z")


def respelt(written: str, known: Iterable[str]) -> Respelling | None:
    """Return the one known name that can have been meant, or None when there is none or there are rivals.

    A letter left out, added, changed, or swapped with the next is one slip; a long name may have two. Digits have to
    be the same: `q-3` is not a misspelling of `q-2`. A name that differs in capitals only is meant at any length.
    """
    names = known if isinstance(known, Collection) else tuple(known)
    if len(names) > _MOST_NAMES:
        return None
    most = 0 if len(written) < _SHORTEST else 1 if len(written) < _LONG else 2
    folded, digits = written.casefold(), _digits(written)
    near = [
        (steps, name)
        for name in names
        if _digits(name) == digits
        and (steps := steps_between(folded, name.casefold(), most=most + _MARGIN)) <= most + _MARGIN
    ]
    if not near:
        return None
    fewest, best = min(near)
    margin = _MARGIN if fewest else 0
    rivals = [name for steps, name in near if name != best and steps <= fewest + margin]
    return None if rivals or fewest > most else Respelling(written, best)


def _digits(name: str) -> str:
    return "".join(filter(str.isdigit, name))


def steps_between(one: str, other: str, *, most: int) -> int:
    """Return how many slips lead from one word to another; any number above `most` means more than that.

    The optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        above, row, before_above = row, [i], before
        for j, wanted in enumerate(other, 1):
            best = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != wanted))
            if i > 1 < j and letter == other[j - 2] and one[i - 2] == wanted:
                best = min(best, before_above[j - 2] + 1)
            row.append(best)
        before = above
        if min(row) > most:
            return most + 1
    return row[-1]


def read_as(written: object, kind: Kind) -> Respelling | None:
    """Return what a text says as a truth value or a number, where one is wanted: `"3"` is 3, and `yes` is true."""
    if not isinstance(written, str):
        return None
    if kind == "boolean":
        meant = _TRUTH.get(written.casefold())
        return Respelling(written, meant, is_plain=True) if meant else None
    form = _WHOLE if kind == "whole number" else _DECIMAL
    return Respelling(written, written, is_plain=True) if form.match(written) else None


def read_as_fact(written: object, kind: str) -> Respelling | None:
    """Return what a text says as a fact of a kind: boolean or number; nothing else is another kind of text."""
    match kind:
        case "boolean" | "number":
            return read_as(written, kind)
        case _:
            return None
