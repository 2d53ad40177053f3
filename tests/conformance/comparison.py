"""A number or a name that our engine finds beside the one that the model's owners published."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import NamedTuple, TypeAlias

__all__ = ["Comparison", "Model", "Value"]

Value: TypeAlias = Fraction | int | str | None
"""A number, the name of a level or band, or None for what has no score."""


class Comparison(NamedTuple):
    """One published value, and ours."""

    case: str
    """The organisation, country, phase or answer set."""
    what: str
    """The node of the model."""
    found: Value
    published: Value

    @property
    def difference(self) -> Fraction | None:
        """How far two numbers lie apart; None where one of the two is no number."""
        if self.found is None or self.published is None or isinstance(self.found, str):
            return None
        return None if isinstance(self.published, str) else abs(Fraction(self.found) - Fraction(self.published))

    def matches(self, tolerance: Fraction) -> bool:
        """Tell whether both are the same, numbers up to a tolerance."""
        difference = self.difference
        return self.found == self.published if difference is None else difference <= tolerance


class Model(NamedTuple):
    """A model that somebody else published, and everything of it that is compared."""

    name: str
    version: str
    tolerance: Fraction
    """How far a number may lie from the published one, which its owners rounded, or computed in binary; 0: exact."""
    comparisons: Callable[[], Iterator[Comparison]]
