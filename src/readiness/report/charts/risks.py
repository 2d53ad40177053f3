"""Charts of risk: where trials end, and what moves them."""

from __future__ import annotations

from dataclasses import dataclass

from readiness.report.charts.svg import Axis, circle, drawing, line, rect

__all__ = ["Trials", "tornado_bar", "trials_strip"]

_PAD = 1.6
"""Room for half a mark at each end, in mm."""


@dataclass(frozen=True, slots=True)
class Trials:
    """Where the trials of one quantity end, and where it was planned; in any unit."""

    p10: float
    p50: float
    p80: float
    p90: float
    planned: float | None = None


def trials_strip(trials: Trials, *, first: float, last: float, width: float, height: float, title: str) -> str:
    """Return where trials end: a bar for four of five of them, a dot at half, a line at four of five from below.

    Args:
        trials: Where they end.
        first: What the left end of the strip stands for.
        last: What its right end stands for.
        width: In mm.
        height: In mm.
        title: What the marks say, with the numbers.
    """
    middle = height / 2
    axis = Axis(first, last if last > first else first + 1, _PAD, width - _PAD)
    marks = [line("hair", (axis.start, middle), (axis.end, middle), width=0.2)]
    if trials.p90 > trials.p10:
        marks.append(
            line("range", (axis.at(trials.p10), middle), (axis.at(trials.p90), middle), width=1.5, cap="round")
        )
    marks.append(rect("navy", axis.at(trials.p80) - 0.3, middle - 1.7, 0.6, 3.4))
    marks.append(circle("blue", axis.at(trials.p50), middle, 1.35))
    if trials.planned is not None:
        marks.append(rect("target", axis.at(trials.planned) - 0.4, middle - 2.1, 0.8, 4.2))
    return drawing(marks, width=width, height=height, title=title)


def tornado_bar(low: float, high: float, *, widest: float, width: float, height: float, title: str) -> str:
    """Return how far one action moves the whole, to the left with its low and to the right with its high."""
    axis, middle = Axis(-widest, widest, 0.2, width - 0.2), height / 2
    centre = axis.at(0)
    marks = []
    for end, colour in ((low, "level-3"), (high, "level-4")):
        left, right = sorted((centre, axis.at(end)))
        marks.append(rect(colour, left, middle - 1.2, right - left, 2.4))
    marks.append(line("axis", (centre, 0), (centre, height), width=0.25))
    return drawing(marks, width=width, height=height, title=title)
