"""Linear expressions, and the model that collects them: variables, rows, and what is made as large as can be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

__all__ = ["Linear", "Model", "Row", "added", "constant"]


class Linear(NamedTuple):
    """A constant and a number of times each of some variables."""

    constant: float
    terms: Mapping[int, float] = {}

    def times(self, factor: float) -> Linear:
        """Return the expression, so many times."""
        return Linear(self.constant * factor, {one: factor * by for one, by in self.terms.items()})

    def plus(self, constant: float) -> Linear:
        """Return the expression with a number added."""
        return Linear(self.constant + constant, self.terms)


def constant(value: float) -> Linear:
    """Return an expression without variables."""
    return Linear(float(value))


def added(*parts: Linear) -> Linear:
    """Return the sum of expressions."""
    terms: dict[int, float] = {}
    for part in parts:
        for one, by in part.terms.items():
            terms[one] = terms.get(one, 0.0) + by
    return Linear(sum(part.constant for part in parts), {one: by for one, by in terms.items() if by})


class Row(NamedTuple):
    """The terms may come to no more than the limit."""

    terms: Mapping[int, float]
    limit: float


@dataclass
class Model:
    """Variables between their bounds, rows, and an objective. Floats live here and nowhere else in the roadmap."""

    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    """Which variables are whole numbers."""
    rows: list[Row] = field(default_factory=list)
    objective: Linear = field(default_factory=lambda: Linear(0.0))

    def variable(self, lower: float = 0.0, upper: float = 1.0, *, whole: bool = False) -> Linear:
        """Add a variable."""
        self.lower.append(lower)
        self.upper.append(upper)
        self.whole.append(whole)
        return Linear(0.0, {len(self.lower) - 1: 1.0})

    def at_most(self, left: Linear, right: Linear) -> None:
        """Keep one expression from being more than another; what always holds is left out."""
        difference = added(left, right.times(-1.0))
        if difference.terms and self.highest(difference) > 0:
            self.rows.append(Row(difference.terms, -difference.constant))

    def fixed(self, values: Mapping[int, float]) -> Model:
        """Return the model in which some variables have these values."""
        lower = [values.get(place, one) for place, one in enumerate(self.lower)]
        upper = [values.get(place, one) for place, one in enumerate(self.upper)]
        return replace(self, lower=lower, upper=upper)

    def same(self, left: Linear, right: Linear) -> None:
        """Keep two expressions equal."""
        for one, other in ((left, right), (right, left)):
            difference = added(one, other.times(-1.0))
            self.rows.append(Row(difference.terms, -difference.constant))

    def highest(self, expression: Linear) -> float:
        """Return the most that an expression can be, each variable alone considered."""
        ends = ((by, self.upper[one] if by > 0 else self.lower[one]) for one, by in expression.terms.items())
        return expression.constant + sum(by * end for by, end in ends)

    def lowest_of(self, parts: Iterable[Linear], *, lower: float = 0.0) -> Linear:
        """Return what can be as large as the least of some expressions."""
        kept = list({(one.constant, *sorted(one.terms.items())): one for one in parts}.values())
        upper = min(map(self.highest, kept))
        moving = [one for one in kept if one.terms]
        if not moving or (len(moving) == 1 and len(kept) == 1):
            return moving[0] if moving else constant(upper)
        least = self.variable(lower, upper)
        for one in moving:
            self.at_most(least, one)
        return least

    def any_of(self, literals: Iterable[Linear]) -> Linear:
        """Return what can be 1 where one of some expressions is, each of them 0 or 1."""
        kept = [one for one in literals if one.terms or one.constant]
        if not kept:
            return constant(0.0)
        if len(kept) == 1:
            return kept[0]
        return self.lowest_of([added(*kept), constant(1.0)])
