"""What a plan takes of each team in each quarter, beside what the team can give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from readiness.cli.console import Console, Line, Part, Styled
from readiness.cli.paragraphs import hanging
from readiness.cli.table import Column, table, widths
from readiness.report.numbers import integer_text
from readiness.report.words import joined, quarter_text
from readiness.roadmap.horizons import ALL_TEAMS, loads

if TYPE_CHECKING:
    from readiness.roadmap.horizons import Load
    from readiness.roadmap.plan import Quarter, Roadmap
    from readiness.workflows import Assessed

__all__ = ["load_lines"]

_OVER = "!"
_NAME_LEAST = 20
"""Cells that the name of a team keeps, so that it can be told from others."""


def load_lines(planned: Assessed, roadmap: Roadmap, console: Console) -> Iterator[Line]:
    """Yield the days of each team, in as many tables as the width asks for, then where a team is over-booked."""
    found = loads(roadmap, planned.assessment.plan)
    if not found:
        yield ("No team has anything to do.",)
        return
    yield (Styled("Load of each team", "strong"), ", likely days in each quarter")
    for quarters in _blocks(roadmap.quarters, found, console):
        days = (Column(_label(one, console), right=True) for one in quarters)
        busy = [one for one in found if any(one.days[quarter.index] for quarter in quarters)]
        rows = [_row(planned, one, quarters) for one in busy]
        if rows:
            yield from table([Column("team of"), *days, Column("can give", right=True)], rows, console)
    yield from hanging(_verdict(planned, roadmap, found), console, "  ")


def _blocks(quarters: Sequence[Quarter], found: Sequence[Load], console: Console) -> Iterator[Sequence[Quarter]]:
    """Yield stretches of quarters that fit beside the names; a listener has all at once."""
    columns = [Column(_label(one, console)) for one in quarters]
    cells = [[_cell(load, one) for one in quarters] for load in found]
    widest = max(widths([Column(""), *columns], [["", *row] for row in cells], 10_000)[1:], default=1)
    room = console.width - 2 - _NAME_LEAST - len("  can give")
    size = len(quarters) if console.is_plain else max(1, room // (widest + 2))
    for first in range(0, len(quarters), size):
        yield quarters[first : first + size]


def _row(planned: Assessed, load: Load, quarters: Sequence[Quarter]) -> list[Part]:
    name = "all teams" if load.role == ALL_TEAMS else planned.framework.role_name(load.role)
    capacity = "" if load.capacity is None else integer_text(load.capacity)
    return [name, *(_cell(load, one) for one in quarters), capacity]


def _cell(load: Load, quarter: Quarter) -> str:
    days = load.days[quarter.index]
    return f"{integer_text(days)}{_OVER}" if quarter.index in load.over else integer_text(days) if days else ""


def _label(quarter: Quarter, console: Console) -> str:
    """Return the label with two digits of the year, Q1 27; for those who listen the whole, set off from the days."""
    if console.is_plain:
        return f"{quarter_text(quarter.label)}:"
    name, _, year = quarter.label.partition(" ")
    return f"{name} {year[-2:]}"


def _verdict(planned: Assessed, roadmap: Roadmap, found: Sequence[Load]) -> str:
    """Return in words what the marks say, so that nothing hangs on them."""
    over = [
        f"{'all teams' if one.role == ALL_TEAMS else planned.framework.role_name(one.role)} in "
        f"{joined([quarter_text(roadmap.quarters[t].label) for t in one.over])}"
        for one in found
        if one.over
    ]
    if over:
        return f"Over-booked ({_OVER}): {'; '.join(over)}."
    if any(one.capacity is not None for one in found):
        return "No team has to give more than it can."
    return "The plan does not say how many days any team can give."
