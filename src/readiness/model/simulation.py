"""How the risk of a plan is drawn."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated

from pydantic import AfterValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from readiness.model.base import Count, Model

__all__ = ["Simulation"]


def _at_most_one(value: Fraction) -> Fraction:
    if value > 1:
        raise PydanticCustomError("correlation_too_large", "should be at most 1")
    return value


_Correlation = Annotated[
    Count, AfterValidator(_at_most_one), WithJsonSchema({"type": "number", "minimum": 0, "maximum": 1})
]


class Simulation(Model):
    """How cost, effort and dates of a plan are drawn from their estimates, to see how sure they are."""

    draws: Annotated[int, Field(ge=1_000, le=50_000)] = 10_000
    """How many times everything is drawn. A share of the draws is then sure to half a percentage point, one sigma."""
    seed: Annotated[int, Field(ge=0, lt=2**32)] = 2008
    """What chance begins with; the same seed gives the same draws."""
    correlation: _Correlation = Fraction(3, 10)
    """How far estimates of actions of the same top area miss together, from 0, each by itself, to 1, all alike."""
