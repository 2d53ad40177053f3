"""What pages are put together from."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Fact", "Labelled", "Mark", "Placed", "ScoreRow"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A drawing and what it says."""

    svg: str
    alt: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One key number with its name and what belongs to it."""

    name: str
    value: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A passage under a name."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A label beside a drawing."""

    text: str
    left: int
    """In thousandths of the drawing's width."""
    top: int = 0
    """In thousandths of the drawing's height."""
    kind: str = ""
    """How it is set, the name of a class."""


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One line of a score table."""

    name: str
    score: str
    range: str
    target: str
    gap: str
    below: bool
    strip: Mark
