"""How amounts are made comparable: years of prices, rates a year, and corrections for optimism."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated

from pydantic import AfterValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from readiness.model.base import Count, Line, Model, Number

__all__ = ["Inflation", "OptimismBias", "Percent", "PriceYear", "compounded"]

_ALL = 100
"""Per cent of a whole."""
_LEAST_INFLATION, _MOST_INFLATION = -5, 1000
"""Prices that fall faster for years would make amounts vanish; beyond the other end there is no currency left."""
_FACTOR_DIGITS = 10**4


def _at_most_all(value: Fraction) -> Fraction:
    if value > _ALL:
        raise PydanticCustomError("percent_too_large", "should be at most 100 per cent")
    return value


def _bearable(value: Fraction) -> Fraction:
    if not _LEAST_INFLATION <= value <= _MOST_INFLATION:
        raise PydanticCustomError(
            "inflation_out_of_range",
            "should be between {least} and {most} per cent a year",
            {"least": _LEAST_INFLATION, "most": _MOST_INFLATION},
        )
    return value


Percent = Annotated[
    Count, AfterValidator(_at_most_all), WithJsonSchema({"type": "number", "minimum": 0, "maximum": _ALL})
]
"""A share in per cent."""
Inflation = Annotated[
    Number,
    AfterValidator(_bearable),
    WithJsonSchema({"type": "number", "minimum": _LEAST_INFLATION, "maximum": _MOST_INFLATION}),
]
"""By how many per cent prices rise a year; below zero they fall."""
PriceYear = Annotated[int, Field(ge=2000, le=2100)]
"""The year of whose prices amounts are."""


class OptimismBias(Model):
    """By how many per cent estimates are made worse, as those who plan are hopeful; named wherever it is applied."""

    cost: Count = Fraction(0)
    """What one-off and running costs are raised by."""
    effort: Count = Fraction(0)
    """What staff days are raised by."""
    duration: Count = Fraction(0)
    """What durations are raised by."""
    benefit: Percent = Fraction(0)
    """What cashable benefits are lowered by."""
    because: Line | None = None
    """Where the percentages come from, such as the agency's own past projects; shown in reports."""


def compounded(rate: Fraction, years: int) -> Fraction:
    """Return what grows by a rate in per cent a year comes to; with years below zero, what it was before.

    (1 + rate / 100) ^ years, rounded half up to four decimals, as tables print it: so what is printed is what is used,
    and anybody can check a product of the two.
    """
    exact = (1 + rate / 100) ** years
    return Fraction((exact * _FACTOR_DIGITS + Fraction(1, 2)).__floor__(), _FACTOR_DIGITS)
