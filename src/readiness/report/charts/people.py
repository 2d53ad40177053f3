"""People as dots on the scale, so that one sees where they stand and how far apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import ceil

from readiness.report.charts.scores import Scale
from readiness.report.charts.svg import circle, drawing, line, rect

__all__ = ["MOST_DOTS", "people_strip"]

_ROWS, _COLUMNS = 4, 3
MOST_DOTS = _ROWS * _COLUMNS
"""More dots than this have no room at one score; then one dot stands for several people."""
_RADIUS = 0.95


def people_strip(
    counts: Mapping[float, int], score: float | None, scale: Scale, *, width: float, height: float, title: str
) -> str:
    """Return dots at each score that somebody gives, and a pale band at the score that counts.

    Args:
        counts: For each score on the scale: how many dots stand there, at most `MOST_DOTS`.
        score: What counts; None is not drawn.
        scale: The ends of the axis.
        width: In mm.
        height: In mm.
        title: What the drawing shows, with the numbers.
    """
    axis = scale.axis(width)
    apart = axis.at(scale.lowest + 1) - axis.at(scale.lowest)
    radius = min(_RADIUS, apart / (2 * _COLUMNS), height / (2 * _ROWS))
    marks = [
        line("hair", (axis.at(level), 0), (axis.at(level), height), width=0.2)
        for level in range(scale.lowest, scale.highest + 1)
    ]
    if score is not None:
        marks.append(rect("band", axis.at(score) - radius * (_COLUMNS + 0.3), 0, 2 * radius * (_COLUMNS + 0.3), height))
    for value, count in counts.items():
        marks += [circle("blue", x, y, radius) for x, y in _packed(count, axis.at(value), height / 2, radius)]
    return drawing(marks, width=width, height=height, title=title)


def _packed(count: int, x: float, y: float, radius: float) -> Iterator[tuple[float, float]]:
    """Yield the places of some dots round a point: columns side by side, as even as can be."""
    columns = ceil(count / _ROWS)
    for column in range(columns):
        rows = count // columns + (column < count % columns)
        for row in range(rows):
            yield x + (2 * column - columns + 1) * radius, y + (2 * row - rows + 1) * radius
