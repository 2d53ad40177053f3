"""Scores on the scale: strips for tables, the scale as a bar, and the fingerprint of the cover."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from readiness.report.charts.svg import Axis, circle, drawing, line, number, path, rect
from readiness.report.painting import tone
from readiness.report.wording import gettext

__all__ = [
    "PAD",
    "Reading",
    "Scale",
    "Wedge",
    "fingerprint",
    "gain_bar",
    "key_mark",
    "scale_bar",
    "score_strip",
    "share_bar",
]

PAD = 2.5
"""Room at both ends of a strip, in mm, so that a dot at an end is whole."""
_BANDS = 5


@dataclass(frozen=True, slots=True)
class Scale:
    """The lowest and the highest level."""

    lowest: int
    highest: int

    def axis(self, width: float) -> Axis:
        """Return the axis of a strip of that width."""
        return Axis(self.lowest, self.highest, PAD, width - PAD)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a strip shows of one node; what is None is not drawn."""

    score: float | None
    low: float | None = None
    high: float | None = None
    target: float | None = None
    short: bool = field(default=False, kw_only=True)
    """Whether the score misses its target."""


def score_strip(reading: Reading, scale: Scale, *, width: float, height: float, title: str) -> str:
    """Return dot, interval, target and the gap between them over the whole scale."""
    axis, middle = scale.axis(width), height / 2
    marks = [
        line("hair", (axis.at(level), 0), (axis.at(level), height), width=0.2)
        for level in range(scale.lowest, scale.highest + 1)
    ]
    if reading.score is not None and reading.target is not None and reading.short:
        marks.append(line("gap", (axis.at(reading.score), middle), (axis.at(reading.target), middle), width=0.5))
    if reading.low is not None and reading.high is not None and reading.high > reading.low:
        marks.append(
            line("range", (axis.at(reading.low), middle), (axis.at(reading.high), middle), width=1.3, cap="round")
        )
    if reading.target is not None:
        marks.append(rect("target", axis.at(reading.target) - 0.45, middle - 1.9, 0.9, 3.8))
    if reading.score is not None:
        marks.append(circle("blue", axis.at(reading.score), middle, 1.45))
    return drawing(marks, width=width, height=height, title=title)


def scale_bar(
    reading: Reading, scale: Scale, *, later: Sequence[float], width: float, height: float, title: str
) -> str:
    """Return the scale as a bar of its levels, with the score, its range, the target and what is expected later."""
    axis = Axis(scale.lowest, scale.highest, 0.6, width - 0.6)
    top, bottom = 2.0, height - 2.0
    marks = [
        rect(
            _tone(level - scale.lowest, scale.highest - scale.lowest),
            axis.at(level),
            top,
            axis.at(level + 1) - axis.at(level),
            bottom - top,
        )
        for level in range(scale.lowest, scale.highest)
    ]
    marks += [
        line("paper", (axis.at(level), top), (axis.at(level), bottom), width=0.3)
        for level in range(scale.lowest + 1, scale.highest)
    ]
    middle = height / 2
    if reading.low is not None and reading.high is not None and reading.high > reading.low:
        marks.append(
            line("navy", (axis.at(reading.low), middle), (axis.at(reading.high), middle), width=1.4, cap="round")
        )
    marks += [line("ink", (axis.at(value), 0.4), (axis.at(value), bottom), width=0.5) for value in later]
    if reading.target is not None:
        marks.append(rect("target", axis.at(reading.target) - 0.6, 0.4, 1.2, height - 0.8))
    if reading.score is not None:
        marks.append(circle("navy", axis.at(reading.score), middle, 2.3))
    return drawing(marks, width=width, height=height, title=title)


def _tone(step: int, steps: int) -> str:
    """Return the colour of a band: the lightest for the lowest, the darkest but one for the highest."""
    return f"level-{1 + round(step * 3 / max(1, steps - 1))}"


def gain_bar(gain: float, most: float, *, width: float, height: float, title: str) -> str:
    """Return a bar as long as the gain is to the largest one."""
    share = gain / most if most else 0.0
    marks = [
        line("rule", (0.1, 0), (0.1, height), width=0.2),
        rect("level-3", 0.2, height / 2 - 1.1, (width - 0.4) * share, 2.2),
    ]
    return drawing(marks, width=width, height=height, title=title)


def share_bar(share: float, *, width: float, height: float, title: str) -> str:
    """Return a bar for a share from 0 to 1, between lines at nothing, a half and all."""
    axis = Axis(0, 1, 0.2, width - 0.2)
    marks = [line("hair", (axis.at(part), 0), (axis.at(part), height), width=0.2) for part in (0, 0.5, 1)]
    marks.append(rect("level-4", axis.at(0), height / 2 - 1.1, axis.at(share) - axis.at(0), 2.2))
    return drawing(marks, width=width, height=height, title=title)


@dataclass(frozen=True, slots=True)
class Wedge:
    """One capability of the fingerprint: how far up the scale it is, from 0 to 1; None when it has no score."""

    share: float | None


_HUB, _RIM = 15.0, 63.0
"""Radii of the hub and of the highest level, in mm; the drawing is 132 mm wide."""
_SIZE = 132.0
_WEDGES = 4
"""Tones that stand out from the cover."""


def fingerprint(groups: Sequence[Sequence[Wedge]], *, rings: int, title: str) -> str:
    """Return wedges round a hub, a group for each dimension, clockwise from the top; longer is a higher score."""
    total = sum(len(group) for group in groups)
    gap = min(0.12, 0.9 / max(1, len(groups)))
    step = (2 * math.pi - gap * len(groups)) / max(1, total)
    marks = [_ring(_HUB + (_RIM - _HUB) * ring / (rings - 1), strong=ring == rings - 1) for ring in range(rings)]
    angle = gap / 2
    for group in groups:
        for wedge in group:
            marks.append(_wedge(wedge, angle, angle + step * 0.86))
            angle += step
        angle += gap
    return drawing(marks, width=_SIZE, height=_SIZE, title=title)


def _ring(radius: float, *, strong: bool) -> str:
    colour, width = (tone("cover-ring"), 0.3) if strong else (tone("cover-line"), 0.2)
    centre = number(_SIZE / 2)
    place = f'cx="{centre}" cy="{centre}" r="{number(radius)}"'
    return f'<circle fill="none" stroke="{colour}" stroke-width="{width}" {place}/>'


def _wedge(wedge: Wedge, start: float, end: float) -> str:
    """Return one wedge; without a score only a thin outline of the first step, with no score at all a stub."""
    share = 0.0 if wedge.share is None else wedge.share
    outer = _HUB + max(1.2, (_RIM - _HUB) * share)
    corners = [_polar(_HUB, start), _polar(outer, start), _polar(outer, end), _polar(_HUB, end)]
    points = [f"{number(x)} {number(y)}" for x, y in corners]
    arc = f"A{number(outer)} {number(outer)} 0 0 1 {points[2]}L{points[3]}A{_HUB:g} {_HUB:g} 0 0 0 {points[0]}Z"
    if wedge.share is None:
        return (
            f'<path fill="none" stroke="{tone("cover-ring")}" stroke-width="0.25" d="M{points[0]}L{points[1]}{arc}"/>'
        )
    fill = tone(f"wedge-{min(_WEDGES, int(share * _WEDGES) + 1)}")
    return f'<path fill="{fill}" d="M{points[0]}L{points[1]}{arc}"/>'


def _polar(radius: float, angle: float) -> tuple[float, float]:
    return _SIZE / 2 + radius * math.sin(angle), _SIZE / 2 - radius * math.cos(angle)


def key_mark(kind: str) -> str:
    """Return one mark of a chart for its key."""
    middle = 2.0
    shapes = {
        "score": (circle("blue", 3, middle, 1.45), gettext("a dark dot")),
        "before": (circle("level-3", 3, middle, 1.1), gettext("a small pale dot")),
        "range": (line("range", (0.8, middle), (5.2, middle), width=1.3, cap="round"), gettext("a pale bar")),
        "target": (rect("target", 2.55, 0.1, 0.9, 3.8), gettext("a tall upright mark")),
        "four-of-five": (rect("navy", 2.7, 0.3, 0.6, 3.4), gettext("an upright dark mark")),
        "gap": (line("gap", (0.2, middle), (5.8, middle), width=0.5), gettext("a thin line")),
        "small": (rect("level-2", 0.2, 0.4, 5.6, 3.2, radius=0.5), gettext("a pale bar")),
        "medium": (rect("level-3", 0.2, 0.4, 5.6, 3.2, radius=0.5), gettext("a darker bar")),
        "large": (rect("level-4", 0.2, 0.4, 5.6, 3.2, radius=0.5), gettext("a dark bar")),
        "milestone": (path("target", "M3 0.2L4.8 2L3 3.8L1.2 2Z"), gettext("a diamond")),
        "waits": (path("axis", "M0.4 2H4.6", width=0.3) + path("axis", "M5.8 2L4.3 1.2V2.8Z"), gettext("an arrow")),
        "chain": (path("ink", "M0.2 3.4H5.8", width=0.7), gettext("a dark line under a bar")),
    }
    marks, words = shapes[kind]
    return drawing([marks], width=6, height=4, title=words)
