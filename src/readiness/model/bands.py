"""Names for ranges of a score."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from readiness.model.adjust import Quantity
from readiness.model.base import Line, Model, Number, Text

__all__ = ["Band", "Bands"]


class Band(Model):
    """One range and its name."""

    name: Line
    """What the range is called, such as "High impact"."""
    description: Text | None = None
    """What it means to be in it."""
    from_: Number | None = None
    """Where the range begins; only the first may leave it out, and then has no beginning."""
    to: Number | None = None
    """Where the range ends; only the last may leave it out, and then has no end."""


class Bands(Model):
    """Ranges that a score can lie in. Together they hold every score, and none lies in two."""

    of: Quantity = "ratio"
    """What the ranges are ranges of: the ratio from 0 to 1, the points, or the score on the scale; all after caps and
    adjustments."""
    inclusive: Literal["lower", "upper"] | None = None
    """Which of its two edges belongs to a range; needed as soon as there are two ranges."""
    ranges: Annotated[tuple[Band, ...], Field(min_length=1)]
    """From the lowest to the highest."""
