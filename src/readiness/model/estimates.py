"""What a framework says of the estimates of its actions: their currency, and how they change with size."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from readiness.model.base import Model, Positive, Text
from readiness.model.money import PriceYear

__all__ = ["Currency", "Estimates", "Size"]

Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
"""An ISO 4217 code."""
_People = Annotated[int, Field(ge=1)]


class Size(Model):
    """Organisations of one size, and what estimates are multiplied by for them."""

    model_config = ConfigDict(
        json_schema_extra={
            "anyOf": [
                {"required": [key], "properties": {key: {"not": {"type": "null"}}}}
                for key in ("staff-at-least", "staff-below")
            ]
        }
    )

    staff_at_least: _People | None = None
    """The organisation employs this many people or more."""
    staff_below: _People | None = None
    """The organisation employs fewer people than this."""
    effort: Positive = Fraction(1)
    """What staff days are multiplied by."""
    money: Positive = Fraction(1)
    """What costs, running costs and benefits are multiplied by."""

    @model_validator(mode="after")
    def _has_an_end(self) -> Size:
        if self.staff_at_least is None and self.staff_below is None:
            raise PydanticCustomError("no_size", "needs at least one of `staff-at-least` and `staff-below`")
        return self

    def holds(self, staff: int) -> bool:
        """Tell whether an organisation with so many people is of this size."""
        return (self.staff_at_least or 0) <= staff and (self.staff_below is None or staff < self.staff_below)


class Estimates(Model):
    """What holds for the estimates of all actions. Where a framework includes others and leaves a key out, theirs."""

    currency: Currency | None = None
    """The currency of all amounts, as an ISO 4217 code."""
    price_year: PriceYear | None = None
    """The year of whose prices all amounts are."""
    sizes: tuple[Size, ...] = ()
    """Sizes for which the estimates are multiplied; for all others they hold as they are. No two sizes overlap."""
    basis: Text | None = None
    """For whom the estimates are made, and where the factors come from; shown in reports."""

    def size_of(self, staff: int | None) -> Size | None:
        """Return the size of an organisation, or None when its estimates stay or its staff is not known."""
        return None if staff is None else next((size for size in self.sizes if size.holds(staff)), None)
