"""The scale as a bar: where the score stands, where it should be, and where the plan leads."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from readiness.report.charts.scores import Reading, scale_bar
from readiness.report.numbers import score_text
from readiness.report.view.context import Context
from readiness.report.view.parts import Mark, Placed
from readiness.report.wording import gettext
from readiness.report.words import lowered
from readiness.roadmap.quarters import QUARTERS_A_YEAR

__all__ = ["ScaleBar", "scale_bar_of"]

_WIDTH, _HEIGHT = 174, 10
_ROOM = {"now": 90, "target": 105, "later": 190}
"""How wide each kind of label is, in thousandths of the bar."""


@dataclass(frozen=True, slots=True)
class ScaleBar:
    """The bar with its labels."""

    mark: Mark
    above: tuple[Placed, ...]
    rows: int
    """Rows of labels above the bar."""
    below: tuple[Placed, ...]


def scale_bar_of(context: Context) -> ScaleBar | None:
    """Return the bar of the overall score, if there is one."""
    root = context.root
    if root.score is None:
        return None
    above = _spread(_labels(context))
    steps = context.given.framework.scale.levels
    below = tuple(
        Placed(f"{step.level} {step.name}", _place(context, Fraction(step.level)), 0, "step") for step in steps
    )
    return ScaleBar(_mark(context), above, 1 + max(label.top for label in above), below)


def _later(context: Context) -> list[tuple[Fraction, str]]:
    """Return the scores expected after one and two years of the plan, in one when they read the same."""
    values = [(12, context.later(QUARTERS_A_YEAR)), (24, context.later(2 * QUARTERS_A_YEAR))]
    known = [(months, value) for months, value in values if value is not None] if context.actions else []
    texts = {context.projected(value) for _, value in known}
    if len(known) > len(texts):
        return [(known[0][1], gettext("After 12 and 24 months {score}", score=texts.pop()))]
    return [
        (value, gettext("After {months} months {score}", months=months, score=context.projected(value)))
        for months, value in known
    ]


def _mark(context: Context) -> Mark:
    root = context.root
    words = [gettext("Overall score {score}", score=context.score(root))]
    words += [gettext("range {range}", range=context.range(root))] if context.range(root) else []
    words += [gettext("target {score}", score=score_text(root.target))] if root.target is not None else []
    words += [lowered(text) for _, text in _later(context)]
    alt = ", ".join(words)
    reading = Reading(
        *(None if value is None else float(value) for value in (root.score, root.low, root.high, root.target))
    )
    later = [float(value) for value, _ in _later(context)]
    return Mark(scale_bar(reading, context.scale, later=later, width=_WIDTH, height=_HEIGHT, title=alt), alt)


def _labels(context: Context) -> list[Placed]:
    root = context.root
    marks = [(root.score, gettext("Now {score}", score=context.score(root)), "now")]
    if root.target is not None:
        marks.append((root.target, gettext("Target {score}", score=score_text(root.target)), "target"))
    marks += [(value, text, "later") for value, text in _later(context)]
    return [Placed(text, _place(context, value), 0, kind) for value, text, kind in marks if value is not None]


def _place(context: Context, value: Fraction) -> int:
    scale = context.scale
    return round(float((value - scale.lowest) / (scale.highest - scale.lowest)) * 1000)


def _spread(labels: list[Placed]) -> tuple[Placed, ...]:
    """Return the labels, each kept within the bar and in the lowest row in which it touches no other one."""
    placed: list[Placed] = []
    for label in labels:
        room = _ROOM[label.kind]
        left = min(max(label.left, room // 2), 1000 - room // 2)
        taken = {other.top for other in placed if abs(left - other.left) < (room + _ROOM[other.kind]) // 2}
        row = next(row for row in range(len(placed) + 1) if row not in taken)
        placed.append(Placed(label.text, left, row, label.kind))
    return tuple(placed)
