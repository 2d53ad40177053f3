"""The few shapes that all charts are drawn with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from readiness.report.painting import tone

__all__ = ["Axis", "circle", "drawing", "line", "number", "path", "rect"]


@dataclass(frozen=True, slots=True)
class Axis:
    """Where values lie on a line: `first` at `start` mm, `last` at `end` mm."""

    first: float
    last: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Return the place of a value; values beyond the ends stop there."""
        share = (value - self.first) / (self.last - self.first)
        return self.start + (self.end - self.start) * min(1.0, max(0.0, share))


def number(value: float) -> str:
    """Return a coordinate with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def rect(colour: str, x: float, y: float, width: float, height: float, *, radius: float = 0) -> str:
    """Return a filled rectangle."""
    rounded = f' rx="{number(radius)}"' if radius else ""
    place = f'x="{number(x)}" y="{number(y)}" width="{number(max(0.0, width))}" height="{number(height)}"'
    return f'<rect class="f-{colour}" fill="{tone(colour)}" {place}{rounded}/>'


def circle(colour: str, x: float, y: float, radius: float) -> str:
    """Return a filled disc with a thin light edge, so that it stands out from what it lies on."""
    edge = f'stroke="{tone("paper")}" stroke-width="0.35"'
    place = f'cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"'
    return f'<circle class="f-{colour} e-paper" fill="{tone(colour)}" {edge} {place}/>'


def line(colour: str, start: tuple[float, float], end: tuple[float, float], *, width: float, cap: str = "butt") -> str:
    """Return a straight line."""
    (x1, y1), (x2, y2) = start, end
    place = f'x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}"'
    round_cap = f' stroke-linecap="{cap}"' if cap != "butt" else ""
    return f'<line class="s-{colour}" stroke="{tone(colour)}" stroke-width="{number(width)}" {place}{round_cap}/>'


def path(colour: str, commands: str, *, width: float = 0, dash: str = "") -> str:
    """Return a filled shape, or an open line when it has a width."""
    if not width:
        return f'<path class="f-{colour}" fill="{tone(colour)}" d="{commands}"/>'
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    stroke = f'stroke="{tone(colour)}" stroke-width="{number(width)}"'
    return f'<path class="s-{colour}" fill="none" {stroke} stroke-linejoin="round"{dashed} d="{commands}"/>'


def drawing(marks: Iterable[str], *, width: float, height: float, title: str) -> str:
    """Return a whole SVG of a size in millimetres; the title says what the marks show, with the numbers."""
    size = f'width="{number(width)}mm" height="{number(height)}mm" viewBox="0 0 {number(width)} {number(height)}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {size}>'
    return f"{head}<title>{escape(title)}</title>{''.join(marks)}</svg>"
