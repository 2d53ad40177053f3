"""What more money buys, as a table with a bar for each budget, then in words."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from readiness.cli.console import Console, Line, Part, Styled
from readiness.cli.paragraphs import hanging
from readiness.cli.table import Column, bar, table, widths
from readiness.model.direction import Direction
from readiness.report.numbers import money_at_least_text, money_text, percent_text, score_text
from readiness.report.why import levels_text
from readiness.report.words import quarter_text, sized
from readiness.roadmap.calendar import Key

if TYPE_CHECKING:
    from readiness.roadmap.cheapest import Cheapest
    from readiness.roadmap.frontier import Frontier, Point
    from readiness.roadmap.plan import Roadmap
    from readiness.workflows import Assessed

__all__ = ["frontier_lines"]

_BAR_LEAST, _BAR_MOST = 8, 40
_THOUSAND = 1000
_WIDE = 60
"""Cells of a terminal that has room for both ends of a row's budgets."""


def frontier_lines(found: Frontier, cheapest: Cheapest | None, planned: Assessed, console: Console) -> Iterator[Line]:
    """Yield one row for each budget, and what the curve says."""
    roadmap = planned.roadmap
    assert roadmap is not None
    yield (Styled("What more money buys", "strong"), ", each row the best plan for its budget")
    is_wide = console.width >= _WIDE or console.is_plain
    columns = [
        Column(f"budget {_period(found)}" if is_wide else "budget"),
        Column("spent in all" if is_wide else "spent", right=True),
        Column("actions", right=True),
        *([Column("gates", right=True)] if _has_gates(found) else []),
        Column("score", right=True),
        Column("closed", right=True),
    ]
    stretches = _stretches(found)
    rows = [_row(found, stretch if is_wide else stretch[:1], planned, roadmap) for stretch in stretches]
    room = console.width - sum(widths(columns, rows, console.width)) - 2 * len(columns) - 2
    if room >= _BAR_LEAST and not console.is_plain:
        size = min(_BAR_MOST, room)
        columns.append(Column(f"0%{'100%':>{size - 2}}", eyes_only=True))
        rows = [[*row, _bar(found.points[at], size, console)] for row, (at, *_) in zip(rows, stretches, strict=True)]
    yield from table(columns, rows, console)
    for sentence in (*_sentences(found, planned, roadmap), _target(cheapest, roadmap)):
        yield from hanging(sentence, console, "  ")


def _period(found: Frontier) -> str:
    return "in all" if found.limit.key is Key.BUDGET else "a quarter"


def _stretches(found: Frontier) -> list[list[int]]:
    """Return the points that share a row: those next to each other with one plan; your own budget has its own row."""

    def plan(place: int) -> object:
        solution = found.points[place].solution
        return (place == found.yours, solution and set(solution.choices))

    return [list(places) for _, places in groupby(range(len(found.points)), key=plan)]


def _has_gates(found: Frontier) -> bool:
    return any(point.solution and point.solution.worth.gates for point in found.points)


def _row(found: Frontier, stretch: Sequence[int], planned: Assessed, roadmap: Roadmap) -> list[Part]:
    point = found.points[stretch[0]]
    marks = [word for at, word in ((found.yours, "yours"), (found.knee, "knee")) if at in stretch]
    ends = dict.fromkeys(money_text(found.points[at].amount, roadmap.currency) for at in (stretch[0], stretch[-1]))
    budget = ", ".join([" to ".join(ends), *marks])
    plan, target = point.solution, roadmap.target_score
    if plan is None:
        return [budget, "no plan", "", *([""] if _has_gates(found) else []), "", ""]
    return [
        budget,
        money_text(point.spend, roadmap.currency),
        str(len(plan.choices)),
        *([str(plan.worth.gates)] if _has_gates(found) else []),
        score_text(point.score, () if target is None else (target,), Direction(planned.framework.higher_is)),
        percent_text(point.closed),
    ]


def _bar(point: Point, size: int, console: Console) -> str:
    return bar(point.closed, None, high=point.closed, size=size, blocks=console.shows_blocks, beyond=False)


def _sentences(found: Frontier, planned: Assessed, roadmap: Roadmap) -> Iterator[str]:
    """Yield how to read it, where it bends, where it ends, and how far it is proved."""
    gates = "Gates: how many are cleared. " if _has_gates(found) else ""
    yield (
        f"Spent: likely values. {gates}Closed: of what the overall score would gain if every target "
        "were met; levels beyond a target do not count."
    )
    amounts = [money_text(point.amount, roadmap.currency) for point in found.points]
    leap = _leap(found)
    if found.knee is not None and 0 < found.knee < len(amounts) - 1:
        yield f"Up to {amounts[found.knee]} {_period(found)} (the knee) money buys most; after it, less."
    elif leap is not None:
        yield f"The largest gain needs more than {amounts[leap - 1]} {_period(found)}; {amounts[leap]} is enough."
    yield f"More than {amounts[-1]} {_period(found)} buys nothing: people, time or the framework's actions end it."
    plan = planned.assessment.plan
    if found.yours is None and (plan.budget_a_quarter, plan.budget) != (None, None):
        yield "Your own budget is more than that."
    yield _proved(found, planned.framework.scale.span)


def _leap(found: Frontier) -> int | None:
    """Return the point that gains most over the one before it; None where money gains nothing."""
    gains = [after.closed - before.closed for before, after in pairwise(found.points)]
    most = max(gains, default=Fraction(0))
    return gains.index(most) + 1 if most > 0 else None


def _target(found: Cheapest | None, roadmap: Roadmap) -> str:
    """Return what the target costs at the least."""
    target = f"the target of {score_text(roadmap.target_score)}"
    if found is None:
        return f"The least that {target} costs is found by the solver only."
    if found.choices is None:
        last = quarter_text(roadmap.quarters[-1].label)
        if found.is_impossible:
            return f"No plan meets {target} by the end of {last}, whatever it spends. That is proved."
        return f"The search ended before it found a plan that meets {target}, or that there is none."
    spend, actions = money_text(found.spend, roadmap.currency), sized(len(found.choices), "action")
    saves = money_at_least_text(found.spend - found.least, roadmap.currency)
    proof = "no plan spends less" if found.spend == found.least else f"no other saves more than {saves}"
    return f"The cheapest plan that meets {target} spends {spend} in all, on {actions}; {proof}."


def _proved(found: Frontier, span: int) -> str:
    open_ends = [
        max(Fraction(0), point.ceiling - point.solution.worth.value)
        for point in found.points
        if point.solution and point.ceiling is not None
    ]
    if not open_ends:
        return "The plans were ranked, so nothing is proved: other plans may be better."
    if not any(open_ends):
        return "Proved: for none of these budgets is there a plan worth more than the one shown."
    most = levels_text(Fraction(math.ceil(max(open_ends) * span * _THOUSAND), span * _THOUSAND), span)
    return f"Proved: a better plan for one of these budgets would be worth at most {most} more."
