"""What slides are made of: words that were rounded and shortened already, and the numbers of charts."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from readiness.report.look import Look

__all__ = ["Chart", "Deck", "Form", "Grid", "Line", "Part", "Place", "Say", "Series", "Slide"]


class Place(StrEnum):
    """Where a part stands on its slide."""

    WHOLE = "whole"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph."""

    text: str
    large: bool = False
    quiet: bool = False
    key: str = ""
    """A number that stands large before it."""


@dataclass(frozen=True, slots=True)
class Say:
    """Some paragraphs."""

    lines: tuple[Line, ...]
    place: Place = Place.WHOLE


@dataclass(frozen=True, slots=True)
class Grid:
    """A table that can be edited."""

    title: str
    """What it holds, for those who do not see it."""
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    """How wide each column is, beside the others."""
    rows: tuple[tuple[str, ...], ...]
    place: Place = Place.WHOLE


class Form(StrEnum):
    """The kinds of charts."""

    BARS = "bars"
    COLUMNS = "columns"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class Series:
    """One row of numbers of a chart."""

    name: str
    values: tuple[float | None, ...]
    role: str
    """What it is, which decides its colour: score, target, low, likely or high."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart that can be edited, with its numbers in it."""

    form: Form
    alt: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    number_format: str
    lowest: float | None = None
    highest: float | None = None
    place: Place = Place.WHOLE


Part = Say | Grid | Chart


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: what was found, what shows it, and what a speaker says."""

    kicker: str
    title: str
    parts: tuple[Part, ...]
    notes: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Deck:
    """All slides."""

    organisation: str
    title: str
    subtitle: str
    facts: tuple[str, ...]
    """What stands under the title of the first slide."""
    footer: str
    look: Look
    slides: tuple[Slide, ...]
