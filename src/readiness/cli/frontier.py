"""What more money buys, as a table with a bar for each budget, then in words."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
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


def frontier_lines(found: Frontier, cheapest: Cheapest | None, planned: Assessed, console: Console) -> Iterator[Line]:
    """Yield one row for each budget, and what the curve says."""
    roadmap = planned.roadmap
    assert roadmap is not None
    yield (Styled("What more money buys", "strong"), ", each row the best plan for its budget")
    columns = [
        Column("budget" if found.limit.key is Key.BUDGET else "each quarter"),
        Column("spent", right=True),
        Column("actions", right=True),
        *([Column("gates", right=True)] if _has_gates(found) else []),
        Column("score", right=True),
        Column("closed", right=True),
    ]
    rows = [_row(found, place, planned, roadmap) for place in range(len(found.points))]
    room = console.width - sum(widths(columns, rows, console.width)) - 2 * len(columns) - 2
    if room >= _BAR_LEAST and not console.is_plain:
        size = min(_BAR_MOST, room)
        columns.append(Column(f"0%{'100%':>{size - 2}}", eyes_only=True))
        rows = [[*row, _bar(point, size, console)] for row, point in zip(rows, found.points, strict=True)]
    yield from table(columns, rows, console)
    for sentence in (*_sentences(found, planned, roadmap), _target(cheapest, roadmap)):
        yield from hanging(sentence, console, "  ")


def _has_gates(found: Frontier) -> bool:
    return any(point.solution and point.solution.worth.gates for point in found.points)


def _row(found: Frontier, place: int, planned: Assessed, roadmap: Roadmap) -> list[Part]:
    point = found.points[place]
    marks = [word for at, word in ((found.yours, "yours"), (found.knee, "knee")) if at == place]
    budget = ", ".join([money_text(point.amount, roadmap.currency), *marks])
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
        f"Spent: in all quarters, likely values. {gates}Closed: of what the overall score would gain if every target "
        "were met; levels beyond a target do not count."
    )
    amounts = [money_text(point.amount, roadmap.currency) for point in found.points]
    if found.knee is not None and 0 < found.knee < len(amounts) - 1:
        yield f"Up to {amounts[found.knee]} (the knee) money buys most; after it, clearly less."
    yield f"More than {amounts[-1]} buys nothing: people, time or the framework's actions end it."
    if found.yours is None and planned.assessment.plan.budget_a_quarter is not None:
        yield "Your own budget is more than that."
    yield _proved(found, planned.framework.scale.span)


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
    most = levels_text(max(open_ends), span)
    return f"Proved: for none of these budgets is there a plan worth more than {most} beyond the one shown."
