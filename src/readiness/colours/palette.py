"""The colours of everything that people read, and how all of them follow from two hues."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from readiness.colours.contrast import contrast, luminance
from readiness.colours.perceived import STEPS, Perceived, as_hexadecimal, as_light_as, perceived

__all__ = ["ACCENT", "DEFAULT", "MAIN", "NEEDED", "Needed", "Palette", "nearest", "palette_of"]

MAIN, ACCENT = "#0E4A73", "#B54B06"
"""Our own two colours."""
_LIGHT = {
    "ink": "#1B2733",
    "quiet": "#4A5967",
    "axis": "#64727F",
    "rule": "#C9D2DA",
    "hair": "#E1E7EC",
    "panel": "#F3F6F8",
    "paper": "#FFFFFF",
    "navy": "#0B2D48",
    "blue": MAIN,
    "range": "#6496BA",
    "band": "#D5E3EE",
    "level-1": "#E6EEF4",
    "level-2": "#BCD3E3",
    "level-3": "#82AECC",
    "level-4": "#37739C",
    "level-5": MAIN,
    "target": ACCENT,
    "gap": "#F0B98A",
}
_DARK = {
    "ink": "#E6ECF1",
    "quiet": "#B4C0CA",
    "axis": "#8E9CA8",
    "rule": "#445361",
    "hair": "#2C3945",
    "panel": "#1B2833",
    "paper": "#111A22",
    "navy": "#DCEBF5",
    "blue": "#8CC4EA",
    "range": "#4A86B0",
    "band": "#26415A",
    "level-1": "#1F3444",
    "level-2": "#2A4A63",
    "level-3": "#4A86B0",
    "level-4": "#82AECC",
    "level-5": "#8CC4EA",
    "target": "#F2A063",
    "gap": "#8A5A33",
}
_COVER = {
    "cover": "#0B2D48",
    "cover-line": "#35566F",
    "cover-ring": "#7F9CB2",
    "cover-quiet": "#B7D7EC",
    "cover-strap": "#DCEBF5",
    "wedge-1": "#2A628B",
    "wedge-2": "#4A86B0",
    "wedge-3": "#7FB0D3",
    "wedge-4": "#B7D7EC",
}
_NEUTRAL = frozenset({"ink", "quiet", "axis", "rule", "hair", "panel", "paper"})
"""Nearly grey; they take on the hue, and no more strength."""
_OF_ACCENT = frozenset({"target", "gap"})
_STRONGEST = 3.0
"""A pale tone of a strong colour gets no stronger than this, in strengths of ours."""
_TEXT, _MARK = 4.5, 3.0
"""What WCAG 2.2 asks for: 1.4.3 for words, 1.4.11 for what a chart is understood by."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour by name, for paper and for screens in the light and in the dark."""

    light: Mapping[str, str]
    """With those of the cover, which are the same in the dark."""
    dark: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        """Return a colour on white paper, as #RRGGBB."""
        return self.light[name]


DEFAULT = Palette(MappingProxyType(_LIGHT | _COVER), MappingProxyType(_DARK))


def palette_of(main: str = MAIN, accent: str = ACCENT) -> Palette:
    """Return the palette of two hues, as #RRGGBB; ours give ours.

    Each of our colours moves as its parent does: by as much round the circle of hues, and by the same factor in
    strength. It stays as light as it was, so that what can be told apart in ours can be told apart in every palette;
    only the two colours themselves, and what has to be as dark as the main one, are what the theme makes them.
    """
    moves = _Move(MAIN, main.upper()), _Move(ACCENT, accent.upper())
    light = {name: _turned(name, colour, moves) for name, colour in (_LIGHT | _COVER).items()}
    darkest = min(moves[0].theirs, light["level-5"], key=luminance)
    light |= {"blue": moves[0].theirs, "level-5": darkest, "target": moves[1].theirs}
    dark = {name: _turned(name, colour, moves) for name, colour in _DARK.items()}
    return Palette(MappingProxyType(light), MappingProxyType(dark))


class _Move(NamedTuple):
    """From one of our two colours to one of a theme."""

    ours: str
    theirs: str

    def turned(self, colour: str, strongest: float) -> str:
        """Return a colour of ours in the other hue, as light as before."""
        if self.ours == self.theirs:
            return colour
        start, end, own = perceived(self.ours), perceived(self.theirs), perceived(colour)
        factor = min(strongest, end.chroma / start.chroma)
        return as_light_as(colour, Perceived(own.lightness, own.chroma * factor, own.hue + end.hue - start.hue))


def _turned(name: str, colour: str, moves: tuple[_Move, _Move]) -> str:
    move = moves[1] if name in _OF_ACCENT else moves[0]
    return move.turned(colour, 1.0 if name in _NEUTRAL else _STRONGEST)


class Needed(NamedTuple):
    """Two colours that have to stand apart."""

    what: str
    """What is seen by them."""
    front: str
    back: str
    least: float
    """The contrast that is needed."""


NEEDED = (
    Needed("text", "ink", "paper", _TEXT),
    Needed("text on a panel", "ink", "panel", _TEXT),
    Needed("notes", "quiet", "paper", _TEXT),
    Needed("notes on a panel", "quiet", "panel", _TEXT),
    Needed("heads of pages", "axis", "paper", _TEXT),
    Needed("titles", "navy", "paper", _TEXT),
    Needed("titles on a panel", "navy", "panel", _TEXT),
    Needed("scores and links", "blue", "paper", _TEXT),
    Needed("words over chapters and gaps", "target", "paper", _TEXT),
    Needed("links on a panel", "blue", "panel", _TEXT),
    Needed("numbers of decisions on a panel", "target", "panel", _TEXT),
    Needed("the name of level 1", "ink", "level-1", _TEXT),
    Needed("the name of level 2", "ink", "level-2", _TEXT),
    Needed("the name of level 3", "ink", "level-3", _TEXT),
    Needed("the name of level 4", "paper", "level-4", _TEXT),
    Needed("the name of level 5", "paper", "level-5", _TEXT),
    Needed("the title on the cover", "paper", "cover", _TEXT),
    Needed("the words below it", "cover-strap", "cover", _TEXT),
    Needed("the caption on the cover", "cover-quiet", "cover", _TEXT),
    Needed("dots in charts", "blue", "paper", _MARK),
    Needed("ranges in charts", "range", "paper", _MARK),
    Needed("targets in charts", "target", "paper", _MARK),
    Needed("large efforts in charts", "level-4", "paper", _MARK),
)
"""Every pair of colours on white paper that something is read by."""


def nearest(colour: str, backs: Iterable[str], least: float) -> str:
    """Return the lightest colour of a hue, no lighter than a given one, that stands out enough from light grounds."""
    grounds, own = tuple(backs), perceived(colour)
    dark, light = 0.0, own.lightness
    for _ in range(STEPS):
        middle = (dark + light) / 2
        tried = as_hexadecimal(own._replace(lightness=middle))
        enough = all(contrast(tried, back) >= least for back in grounds)
        dark, light = (middle, light) if enough else (dark, middle)
    return as_hexadecimal(own._replace(lightness=dark))
