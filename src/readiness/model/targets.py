"""Target profiles: the levels that an organisation of some kind should reach."""

from __future__ import annotations

from pydantic import Field

from readiness.model.base import FormerIds, Id, Line, Model, Text

__all__ = ["TargetProfile"]


class TargetProfile(Model):
    """A level for every question: its own, else its nearest area's, else the default."""

    replaces: FormerIds = ()
    """The ids that the profile had in earlier versions, latest first; assessments that name them are carried over."""
    title: Line
    """The name in reports."""
    description: Text | None = None
    """Whom it is for, and why these levels."""
    default: int
    """The level for every question that is not named."""
    areas: dict[Id, int] = Field(default_factory=dict)
    """Levels for all questions of an area."""
    questions: dict[Id, int] = Field(default_factory=dict)
    """Levels for single questions."""
