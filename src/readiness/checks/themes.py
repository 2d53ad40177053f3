"""The colours of a theme can be read, and told apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readiness.checks.finding import Finding
from readiness.colours.contrast import contrast
from readiness.colours.palette import NEEDED, Needed, Palette, nearest, palette_of
from readiness.colours.perceived import apart

if TYPE_CHECKING:
    from readiness.model.theme import Theme

__all__ = ["check_theme"]

_ALIKE = 0.12
"""Below this distance in OKLab two colours are taken for shades of one; ours are 0.28 apart."""


def check_theme(theme: Theme) -> Iterator[Finding]:
    """Find colours that stand out too little from what is behind them, and two that look alike."""
    palette = palette_of(theme.hues.main, theme.hues.accent)
    for key, name in (("main", "blue"), ("accent", "target")):
        missed = [one for one in NEEDED if one.front == name and _of(palette, one) < one.least]
        if missed:
            yield _too_pale(key, palette, missed)
    if apart(theme.hues.main, theme.hues.accent) < _ALIKE:
        message = f"{theme.hues.accent} looks much like {theme.hues.main}"
        yield Finding("RM002", ("hues",), message, help="choose two colours that nobody confuses")


def _of(palette: Palette, pair: Needed) -> float:
    return contrast(palette[pair.front], palette[pair.back])


def _too_pale(key: str, palette: Palette, missed: list[Needed]) -> Finding:
    worst = min(missed, key=lambda one: _of(palette, one) / one.least)
    colour = palette[worst.front]
    ground, found = palette[worst.back], int(_of(palette, worst) * 100) / 100
    message = f"{worst.what}: {colour} on {ground} has a contrast of {found} to 1, and needs {worst.least}"
    enough = nearest(colour, [palette[one.back] for one in missed], max(one.least for one in missed))
    return Finding("RM001", ("hues", key), message, help=f'the nearest that will do is "{enough}"')
