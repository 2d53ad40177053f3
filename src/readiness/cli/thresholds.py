"""Scores that must be reached: `--fail-under` and `--area`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from readiness.errors import UnknownName, UsageError

if TYPE_CHECKING:
    from readiness.scoring.result import Scorecard

__all__ = ["Threshold", "missed", "thresholds"]


class Threshold(NamedTuple):
    """The lowest score that is good enough."""

    id: str | None
    """An area or question; None is the whole."""
    score: Fraction
    written: str


def thresholds(fail_under: str | None, areas: Sequence[str]) -> list[Threshold]:
    """Return what the command line asks for.

    Raises:
        UsageError: something is no number, or not of the form ID=NUMBER.
    """
    found = [] if fail_under is None else [Threshold(None, _number(fail_under, "--fail-under"), fail_under)]
    for area in areas:
        id_, equals, written = area.partition("=")
        if not equals or not id_:
            raise UsageError(f"--area {area}: not of the form ID=NUMBER", hint="such as --area cybersecurity=3.0")
        found.append(Threshold(id_, _number(written, f"--area {id_}"), written))
    return found


def missed(wanted: Sequence[Threshold], scorecard: Scorecard) -> Iterator[str]:
    """Yield one sentence for each threshold that is not reached; compared exactly, whatever is displayed.

    Raises:
        UnknownName: there is no such area.
        UsageError: a threshold lies off the scale.
    """
    from readiness.report.numbers import gain_text, score_text

    scale = scorecard.scale
    for one in wanted:
        if one.id is not None and one.id not in scorecard.node:
            raise UnknownName("area", one.id, known=scorecard.node)
        if not scale.lowest <= one.score <= scale.highest:
            raise UsageError(f"{one.written} is off the scale, which runs from {scale.lowest} to {scale.highest}")
        node = scorecard.root if one.id is None else scorecard.node[one.id]
        name = "the overall score" if node is scorecard.root else f"the score of {node.id}"
        if node.score is None:
            yield f"{name} does not exist; {one.written} is asked for"
        elif node.score < one.score:
            lack = gain_text(one.score - node.score).removeprefix("+")
            yield f"{name} is {score_text(node.score, (one.score,))}, {lack} below {one.written}"


def _number(text: str, option: str) -> Fraction:
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError):
        raise UsageError(f"{option}: {text!r} is not a number", hint="such as 3.0") from None
