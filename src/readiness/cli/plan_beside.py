"""A plan beside other ways to plan within the same limits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readiness.cli.console import Console, Line, Part, Styled
from readiness.cli.paragraphs import hanging
from readiness.cli.table import Column, table
from readiness.model.direction import Direction
from readiness.report.numbers import gain_text, money_text, percent_text
from readiness.roadmap.plan import Way

if TYPE_CHECKING:
    from readiness.roadmap.plan import Reached, Roadmap

__all__ = ["beside_lines"]

_NAMES = {
    Way.SPREADSHEET: "Spreadsheet",
    Way.RANKED: "Ranked bundles",
    Way.BEST: "Solver",
    Way.CEILING: "Ceiling",
}


def beside_lines(roadmap: Roadmap, direction: Direction, console: Console) -> Iterator[Line]:
    """Yield one row for each way to plan; this plan is the last, but for the ceiling."""
    yield (Styled("Other ways to plan", "strong"), ", within the same limits")
    this = [one.way for one in roadmap.compared if one.way is not Way.CEILING][-1:]
    columns = [
        Column("way"),
        Column("gates", right=True),
        Column("better by", right=True),
        Column("mean", right=True),
        Column("spend", right=True),
    ]
    rows = [_row(one, roadmap, direction, is_this=one.way in this) for one in roadmap.compared]
    yield from table(columns, rows, console)
    for said in _notes(roadmap):
        yield from hanging(said, console, "  ")


def _notes(roadmap: Roadmap) -> Iterator[str]:
    yield (
        "Gates: how many hold no longer. Better by: what the score gains by the end, in levels; mean: in all quarters. "
        "What lies beyond targets does not count. Spend: likely, in all quarters, one-off and running costs."
    )
    yield "Spreadsheet: gain per cost of each action alone. Ranked bundles: with all that it waits for."
    if any(one.way is Way.CEILING for one in roadmap.compared):
        yield "Ceiling: proved; no plan does better that clears as many gates, as early and for the same price."
    gap = roadmap.solution.gap
    if gap is not None:
        yield f"Of what any plan within the limits could be worth, gates aside, this one may miss {percent_text(gap)}."


def _row(one: Reached, roadmap: Roadmap, direction: Direction, *, is_this: bool) -> list[Part]:
    name = f"{_NAMES[one.way]}, this plan" if is_this else _NAMES[one.way]
    return [
        name,
        str(one.gates),
        gain_text(one.rise, direction),
        "" if one.mean_rise is None else gain_text(one.mean_rise, direction),
        "" if one.spend is None else money_text(one.spend, roadmap.currency),
    ]
