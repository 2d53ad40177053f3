"""Rules that change a score after it is made."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, TypeAlias

from pydantic import ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from readiness.model.base import Count, Model, Number, Positive, Text
from readiness.model.conditions import Condition

__all__ = ["Adjustment", "Quantity", "Rounding"]

Quantity: TypeAlias = Literal["ratio", "points", "score"]
"""What of a node a rule looks at: its ratio from 0 to 1, its points, or its score on the scale."""


class Rounding(Model):
    """How a number is rounded. Tools differ in what they do half-way, so it is said."""

    to: Positive = Fraction(1)
    """The result is a multiple of this: 1 for whole numbers, 0.1 for one decimal."""
    mode: Literal["half-up", "half-even", "half-down", "up", "down"]
    """Where a number goes: half-up to the nearest, and to the higher one half-way; half-even half-way to the even one,
    half-down to the lower one; up and down always that way. Up is towards the greater number, also below zero."""


class Adjustment(Model):
    """A change of the score of the node that carries it. The result stays within what the node can have."""

    model_config = ConfigDict(
        json_schema_extra={
            "anyOf": [
                {"required": [key], "properties": {key: {"not": {"type": "null"}}}}
                for key in ("multiply", "add", "round")
            ]
        }
    )

    when: Condition | None = None
    """When it applies; always when left out."""
    of: Quantity = "points"
    """What is changed."""
    multiply: Count | None = None
    """What it is multiplied by."""
    add: Number | None = None
    """What is then added; it may be below zero."""
    round: Rounding | None = None
    """How the result is rounded."""
    because: Text
    """The reason, shown in reports."""

    @model_validator(mode="after")
    def _does_something(self) -> Adjustment:
        if self.multiply is None and self.add is None and self.round is None:
            raise PydanticCustomError("no_adjustment", "needs at least one of `multiply`, `add` and `round`")
        return self
