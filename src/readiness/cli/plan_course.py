"""Where a plan leads: the score at the end of each quarter beside the target, with what the quarter takes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readiness.cli.console import Console, Line, Part, Styled
from readiness.cli.table import Column, bar, table, widths
from readiness.model.direction import Direction
from readiness.report.numbers import gap_text, integer_text, money_text, score_text
from readiness.report.words import quarter_text

if TYPE_CHECKING:
    from readiness.roadmap.plan import Quarter, Roadmap
    from readiness.workflows import Assessed

__all__ = ["course"]

_BAR_LEAST, _BAR_MOST = 9, 41


def course(planned: Assessed, roadmap: Roadmap, console: Console) -> Iterator[Line]:
    """Yield one row for each quarter."""
    direction = Direction(planned.framework.higher_is)
    target = roadmap.target_score
    columns = [
        Column("quarter"),
        Column("starts", right=True),
        Column("spend", right=True),
        Column("days", right=True),
        Column("score", right=True),
    ]
    columns += [] if target is None else [Column(f"gap to {score_text(target)}")]
    rows = [_row(one, roadmap, direction) for one in roadmap.quarters]
    room = console.width - sum(widths(columns, rows, console.width)) - 2 * len(columns) - 2
    if room >= _BAR_LEAST and not console.is_plain:
        size, scale = min(_BAR_MOST, room), planned.framework.scale
        columns.append(Column(f"{scale.lowest}{scale.highest:>{size - len(str(scale.lowest))}}", eyes_only=True))
        rows = [
            [*row, _bar(planned, roadmap, one, size, console)] for row, one in zip(rows, roadmap.quarters, strict=True)
        ]
    yield (Styled("Quarter by quarter", "strong"),)
    yield from table(columns, rows, console)


def _row(one: Quarter, roadmap: Roadmap, direction: Direction) -> list[Part]:
    target = roadmap.target_score
    starting = sum(planned.start == one.index for planned in roadmap.actions)
    row: list[Part] = [
        quarter_text(one.label),
        str(starting) if starting else "",
        money_text(one.cost[1], roadmap.currency),
        integer_text(one.effort_days[1]),
        score_text(one.score, () if target is None else (target,), direction),
    ]
    if target is None:
        return row
    gap = None if one.score is None else direction.short(one.score, target)
    return [*row, gap_text(gap)]


def _bar(planned: Assessed, roadmap: Roadmap, one: Quarter, size: int, console: Console) -> str:
    scale, target = planned.framework.scale, roadmap.target_score
    if one.score is None:
        return ""
    place = (one.score - scale.lowest) / scale.span
    at = None if target is None else (target - scale.lowest) / scale.span
    beyond = at is not None and place >= at
    return bar(place, at, high=place, size=size, blocks=console.shows_blocks, beyond=beyond)
