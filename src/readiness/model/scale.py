"""The scale on which a framework speaks: named, ordered levels."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from itertools import pairwise

from pydantic import field_validator
from pydantic_core import PydanticCustomError

from readiness.model.base import Line, Model, Text

__all__ = ["MATURITY_5", "SCALES", "Level", "Scale"]


class Level(Model):
    """One step of a scale."""

    level: int
    """The number that stands for the step."""
    name: Line
    """Its name, such as "Defined"."""
    description: Text | None = None
    """What an organisation at this step looks like."""


class Scale(Model):
    """Two or more levels, each one above the one before."""

    levels: tuple[Level, ...]
    """From the lowest to the highest."""

    @field_validator("levels")
    @classmethod
    def _rising(cls, levels: tuple[Level, ...]) -> tuple[Level, ...]:
        numbers = [step.level for step in levels]
        if len(numbers) <= 1 or any(b != a + 1 for a, b in pairwise(numbers)):
            raise PydanticCustomError("scale_order", "should list two or more levels, each one above the one before")
        return levels

    @cached_property
    def lowest(self) -> int:
        """The level of no maturity."""
        return self.levels[0].level

    @cached_property
    def highest(self) -> int:
        """The best level."""
        return self.levels[-1].level

    @cached_property
    def span(self) -> int:
        """Steps from the lowest level to the highest."""
        return self.highest - self.lowest

    def ratio_of(self, level: int | Fraction) -> Fraction:
        """Return how far up the scale a level lies, from 0 to 1."""
        if isinstance(level, int) and self.lowest <= level <= self.highest:
            return self._ratios[level - self.lowest]
        return Fraction(level - self.lowest, self.span)

    @cached_property
    def _ratios(self) -> tuple[Fraction, ...]:
        """The ratio of each level; one object each, for what is the same object is seen to be equal at once."""
        return tuple(Fraction(steps, self.span) for steps in range(self.span + 1))

    def score_of(self, ratio: Fraction) -> Fraction:
        """Return the place on the scale of a ratio from 0 to 1; deductions can lead below both."""
        above, below = ratio.as_integer_ratio()
        return Fraction(above * self.span + below * self.lowest, below)

    def level_of(self, ratio: Fraction) -> int:
        """Return the step that a ratio has reached; the lower edge belongs to the step."""
        above, below = ratio.as_integer_ratio()
        return max(self.lowest, min(self.highest, self.lowest + above * self.span // below))

    def name_of(self, level: int) -> str:
        """Return the name of a level."""
        return self.levels[level - self.lowest].name

    def __contains__(self, level: object) -> bool:
        """Tell whether a level is a step of this scale."""
        if isinstance(level, bool) or not isinstance(level, int | Fraction):
            return False
        return level.denominator == 1 and self.lowest <= level <= self.highest


MATURITY_5 = Scale.model_construct(
    levels=tuple(
        Level.model_construct(level=number, name=name, description=description)
        for number, name, description in (
            (1, "Initial", "Work depends on individuals; results differ from case to case."),
            (2, "Developing", "Some parts are in place, unevenly and without a common way."),
            (3, "Defined", "A common way is written down, owned and followed."),
            (4, "Managed", "Results are measured, and the figures lead to action."),
            (5, "Optimising", "The agency improves ahead of need and shares what it learns."),
        )
    )
)
SCALES = {"maturity-5": MATURITY_5}
"""Scales that a framework can name instead of listing its own."""
