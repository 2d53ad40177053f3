"""Time and money: rows of a Gantt chart, the projected score above them, and spend by quarter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from readiness.report.charts.svg import Axis, circle, drawing, line, number, path, rect

__all__ = ["Bar", "Projection", "gantt_row", "projection", "spend_bar", "time_axis"]


def time_axis(quarters: int, width: float) -> Axis:
    """Return the axis on which quarter n begins at n; at its end is room for half a milestone."""
    return Axis(0, quarters, 0.4, width - 1.8)


@dataclass(frozen=True, slots=True)
class Bar:
    """One action in time."""

    start: int
    end: int
    size: str
    """Which shade: small, medium or large effort."""
    critical: bool
    """Whether it lies on the critical chain."""
    arrives: bool = False
    """Whether a connector ends at its start."""
    leaves: tuple[int, ...] = ()
    """Quarters at whose start an action below begins that waits for this one."""
    passes: tuple[int, ...] = ()
    """Quarters at whose start a connector passes through this row."""


_SHADES = {"small": "level-2", "medium": "level-3", "large": "level-4"}
_BEFORE = 1.1
"""How far left of a quarter's line connectors run, in mm."""


def gantt_row(bar: Bar, *, quarters: int, years: Sequence[int], width: float, height: float, title: str) -> str:
    """Return one row: the grid, the bar, its milestone, and the parts of connectors that lie in this row."""
    axis, middle = time_axis(quarters, width), height / 2
    marks = [_grid_line(axis, quarter, height, strong=quarter in years) for quarter in range(quarters + 1)]
    left, right = axis.at(bar.start) + 0.3, axis.at(bar.end) - 0.3
    marks += _connectors(bar, axis, right, height)
    marks.append(rect(_SHADES[bar.size], left, middle - 1.7, right - left, 3.4, radius=0.6))
    if bar.critical:
        marks.append(line("ink", (left, middle + 2.1), (right, middle + 2.1), width=0.7))
    marks.append(path("target", _diamond(right, middle)))
    return drawing(marks, width=width, height=height, title=title)


def _grid_line(axis: Axis, quarter: int, height: float, *, strong: bool) -> str:
    place = axis.at(quarter)
    return line("rule" if strong else "hair", (place, 0), (place, height), width=0.3 if strong else 0.2)


def _connectors(bar: Bar, axis: Axis, right: float, height: float) -> list[str]:
    middle = height / 2
    marks = [path("axis", f"M{number(axis.at(q) - _BEFORE)} 0V{number(height)}", width=0.25) for q in bar.passes]
    for quarter in bar.leaves:
        turn = axis.at(quarter) - _BEFORE
        start = min(right, turn)
        marks.append(path("axis", f"M{number(start)} {number(middle)}H{number(turn)}V{number(height)}", width=0.25))
    if bar.arrives:
        turn, tip = axis.at(bar.start) - _BEFORE, axis.at(bar.start) + 0.3
        marks.append(path("axis", f"M{number(turn)} 0V{number(middle)}H{number(tip - 0.6)}", width=0.25))
        marks.append(path("axis", f"M{number(tip)} {number(middle)}l-1 -0.6v1.2Z"))
    return marks


def _diamond(x: float, y: float) -> str:
    return f"M{number(x)} {number(y - 1.5)}l1.5 1.5l-1.5 1.5l-1.5 -1.5Z"


@dataclass(frozen=True, slots=True)
class Projection:
    """The score at the start and at the end of every quarter, with its range and the target."""

    scores: Sequence[float]
    lows: Sequence[float]
    highs: Sequence[float]
    target: float | None
    lowest: int
    highest: int
    """The levels between which the chart is drawn."""


def projection(
    data: Projection, *, marked: Sequence[int], years: Sequence[int], width: float, height: float, title: str
) -> str:
    """Return the expected score over the plan: a line, its range, the target, and dots where numbers stand."""
    quarters = len(data.scores) - 1
    across, up = time_axis(quarters, width), Axis(data.lowest, data.highest, height - 2, 2)
    marks = [_grid_line(across, quarter, height, strong=True) for quarter in years]
    marks += [
        line("hair", (across.start, up.at(level)), (across.end, up.at(level)), width=0.2)
        for level in range(data.lowest, data.highest + 1)
    ]
    there = [(across.at(i), up.at(value)) for i, value in enumerate(data.highs)]
    back = [(across.at(i), up.at(value)) for i, value in reversed(list(enumerate(data.lows)))]
    marks.append(path("band", f"M{_points([*there, *back])}Z"))
    if data.target is not None:
        height_of_target = number(up.at(data.target))
        marks.append(
            path("target", f"M{number(across.start)} {height_of_target}H{number(across.end)}", width=0.4, dash="1.6 1")
        )
    middle = [(across.at(i), up.at(value)) for i, value in enumerate(data.scores)]
    marks.append(path("blue", f"M{_points(middle)}", width=0.7))
    marks += [circle("blue", *middle[i], 1.3) for i in marked]
    return drawing(marks, width=width, height=height, title=title)


def _points(points: Sequence[tuple[float, float]]) -> str:
    return "L".join(f"{number(x)} {number(y)}" for x, y in points)


def spend_bar(
    spend: tuple[float, float, float], *, most: float, limit: float | None, width: float, height: float, title: str
) -> str:
    """Return one quarter's low, likely and high spend: a bar to likely, a line from low to high, and the limit."""
    low, likely, high = spend
    axis, middle = Axis(0, most or 1, 0.2, width - 0.8), height / 2
    marks = [line("rule", (0.1, 0), (0.1, height), width=0.2)]
    if high:
        marks.append(rect("level-3", 0.2, middle - 1.3, axis.at(likely) - 0.2, 2.6))
        marks.append(line("blue", (axis.at(low), middle), (axis.at(high), middle), width=0.35))
        marks += [
            line("blue", (axis.at(value), middle - 0.8), (axis.at(value), middle + 0.8), width=0.35)
            for value in (low, high)
        ]
    if limit is not None:
        marks.append(rect("target", axis.at(limit) - 0.3, middle - 1.9, 0.6, 3.8))
    return drawing(marks, width=width, height=height, title=title)
