"""Scores that must be reached, or not passed where higher is worse: `--fail-under`, `--fail-over` and `--area`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from readiness.errors import UnknownName, UsageError
from readiness.model.direction import Direction

if TYPE_CHECKING:
    from readiness.scoring.result import NodeScore, Scorecard

__all__ = ["Threshold", "missed", "thresholds"]

_OPTIONS = {Direction.BETTER: "--fail-under", Direction.WORSE: "--fail-over"}


class Threshold(NamedTuple):
    """The worst score that is good enough."""

    id: str | None
    """An area or question; None is the whole."""
    score: Fraction
    written: str
    direction: Direction | None = None
    """The direction that the option is for; None: the direction of what is measured."""


def thresholds(fail_under: str | None, fail_over: str | None, areas: Sequence[str]) -> list[Threshold]:
    """Return what the command line asks for.

    Raises:
        UsageError: something is no number, or not of the form ID=NUMBER.
    """
    wholes = ((fail_under, Direction.BETTER), (fail_over, Direction.WORSE))
    found = [
        Threshold(None, _number(written, _OPTIONS[direction]), written, direction)
        for written, direction in wholes
        if written is not None
    ]
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
    from readiness.report.direction import WORDS
    from readiness.report.numbers import gain_text, score_text

    scale = scorecard.scale
    for one in wanted:
        if one.id is not None and one.id not in scorecard.node:
            raise UnknownName("area", one.id, known=scorecard.node)
        if not scale.lowest <= one.score <= scale.highest:
            raise UsageError(f"{one.written} is off the scale, which runs from {scale.lowest} to {scale.highest}")
        node = scorecard.root if one.id is None else scorecard.node[one.id]
        if one.direction not in {None, node.direction}:
            raise _other_way(node, one)
        name = "the overall score" if node is scorecard.root else f"the score of {node.id}"
        if node.score is None:
            yield f"{name} does not exist; {one.written} is asked for"
        elif lack := node.direction.short(node.score, one.score):
            shown, side = score_text(node.score, (one.score,), node.direction), WORDS[node.direction].short
            yield f"{name} is {shown}, {gain_text(lack).removeprefix('+')} {side} {one.written}"


def _other_way(node: NodeScore, one: Threshold) -> UsageError:
    assert one.direction is not None
    hint = f"{_OPTIONS[node.direction]} {one.written} fails when the score is {node.direction.pick('lower', 'higher')}"
    return UsageError(f"{_OPTIONS[one.direction]}: higher is {node.direction} in {node.id}", hint=hint)


def _number(text: str, option: str) -> Fraction:
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError):
        raise UsageError(f"{option}: {text!r} is not a number", hint="such as 3.0") from None
