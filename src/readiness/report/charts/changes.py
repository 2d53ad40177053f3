"""Where a score stood and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from readiness.report.charts.scores import Scale
from readiness.report.charts.svg import circle, drawing, line, number, path, rect

__all__ = ["Turn", "change_strip"]

_SHORT = 2.6
"""A way in mm that the two dots alone would cover."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a score was, is and should be; what is None is not drawn."""

    before: float | None
    after: float | None
    target: float | None


def change_strip(turn: Turn, scale: Scale, *, width: float, height: float, title: str) -> str:
    """Return a pale dot where a score stood, a dark one where it stands, an arrow between them, and the target.

    Args:
        turn: The earlier score, that of today, and the target of today.
        scale: The ends of the axis.
        width: In mm.
        height: In mm.
        title: What the drawing shows, with the numbers.
    """
    before, after, target = turn.before, turn.after, turn.target
    axis, middle = scale.axis(width), height / 2
    marks = [
        line("hair", (axis.at(level), 0), (axis.at(level), height), width=0.2)
        for level in range(scale.lowest, scale.highest + 1)
    ]
    if target is not None:
        marks.append(rect("target", axis.at(target) - 0.45, middle - 1.9, 0.9, 3.8))
    if before is not None:
        marks.append(circle("level-3", axis.at(before), middle, 1.1))
    if before is not None and after is not None and abs(axis.at(after) - axis.at(before)) > _SHORT:
        ahead = 1 if after > before else -1
        start, tip = axis.at(before) + 1.1 * ahead, axis.at(after) - 1.6 * ahead
        marks.append(line("blue", (start, middle), (tip, middle), width=0.5))
        marks.append(path("blue", f"M{number(tip)} {number(middle)}l{-1.2 * ahead:g} -0.9v1.8Z"))
    if after is not None:
        marks.append(circle("blue", axis.at(after), middle, 1.45))
    return drawing(marks, width=width, height=height, title=title)
