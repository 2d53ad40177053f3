"""A chapter of the report."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Section"]


@dataclass(frozen=True, slots=True)
class Section:
    """One chapter: what it is about, what was found, and what its template lays out."""

    id: str
    """The anchor; readable, because it is read aloud."""
    kind: str
    """The name of its template."""
    kicker: str
    """What the chapter is about."""
    title: str
    """What was found."""
    body: object
    """What the template of this kind lays out."""
    wide: bool = False
    """Whether its pages lie on their side."""
    joined: bool = False
    """Whether it begins on the page on which the one before ends."""
