"""One action of a plan on a terminal: what to do, and what it takes and brings."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.cli.console import Console, Line
from readiness.cli.paragraphs import paragraph
from readiness.model.direction import Direction
from readiness.report.numbers import decimal_text, gain_text, money_text
from readiness.report.settled import settled_words
from readiness.report.words import capitalised, joined, quarter_text

if TYPE_CHECKING:
    from readiness.model.actions import Action
    from readiness.model.framework import Framework
    from readiness.roadmap.plan import PlannedAction, Roadmap
    from readiness.workflows import Assessed

__all__ = ["action_lines"]

_INDENT = " " * 7


def action_lines(planned: Assessed, roadmap: Roadmap, one: PlannedAction, console: Console) -> Iterator[Line]:
    """Yield what to do, then by whom, when, for how much, after what, which gaps it closes, and what is settled."""
    yield from paragraph(one.action.title, console, _INDENT, f"  {one.number:<5}")
    said = _facts(planned.framework, roadmap, one)
    for text in (said, _lifts(planned.framework, one), settled_words(one.decision)):
        if text:
            yield from paragraph(text, console, _INDENT, style="faint")


def _facts(framework: Framework, roadmap: Roadmap, one: PlannedAction) -> str:
    number = {planned.action.id: planned.number for planned in roadmap.actions}
    first, last = (quarter_text(roadmap.quarters[at].label) for at in (one.start, one.end - 1))
    said = [
        framework.role_name(one.action.owner),
        first if first == last else f"{first} to {last}",
        *_costs(one.action, roadmap.currency),
        gain_text(one.gain, Direction(framework.higher_is)) if one.gain else "opens the way for others",
        *([f"after {joined([number[id_] for id_ in one.after])}"] if one.after else []),
    ]
    return ", ".join(said)


def _costs(action: Action, currency: str) -> Iterator[str]:
    """Yield the likely one-off cost, then what runs on."""
    running = action.running_cost_a_year.likely if action.running_cost_a_year else Fraction(0)
    nothing = "no one-off cost" if running else "no outside cost"
    yield money_text(action.cost.likely, currency) if action.cost.likely else nothing
    if running:
        yield f"then {money_text(running, currency)} a year"


def _lifts(framework: Framework, one: PlannedAction) -> str:
    """Return the questions that it moves, each with its score before and after; where higher is worse, it lowers."""
    up = [_moved(framework.question[id_].topic, *ends) for id_, ends in one.lifts.items() if ends[0] < ends[1]]
    down = [_moved(framework.question[id_].topic, *ends) for id_, ends in one.lifts.items() if ends[0] > ends[1]]
    said = [f"{verb} {joined(moved)}" for verb, moved in (("lifts", up), ("lowers", down)) if moved]
    return capitalised(", ".join(said))


def _moved(topic: str, before: Fraction, after: Fraction) -> str:
    digits = 1 if decimal_text(before, 1) != decimal_text(after, 1) else 2
    return f"{topic} {_level(before, digits)} to {_level(after, digits)}"


def _level(score: Fraction, digits: int) -> str:
    return decimal_text(score, 0 if score.denominator == 1 else digits)
