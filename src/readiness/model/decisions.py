"""What an organisation has settled about single actions, whatever a planner would choose."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated

from pydantic import Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from readiness.model.base import Count, CountedDate, Line, Model

__all__ = ["Decision"]

_PartDone = Annotated[Count, Field(lt=100), WithJsonSchema({"type": "number", "minimum": 0, "exclusiveMaximum": 100})]
"""A share of something that is not finished, in per cent."""


class Decision(Model):
    """What is settled about one action."""

    must: bool = False
    """Whether the plan has to have it."""
    never: bool = False
    """Whether the plan must not have it."""
    starts: CountedDate | None = None
    """A day of the quarter in which it has to start; the plan has to have it."""
    not_before: CountedDate | None = None
    """It starts in the quarter of this day or later."""
    deadline: CountedDate | None = None
    """The day by which it has to be finished; the plan has to have it."""
    under_way: _PartDone | None = None
    """How much of it is done already, in per cent: it goes on from the first quarter, and the rest is planned."""
    finished: CountedDate | None = None
    """The day on which it was finished: it is not planned again, even where the answers do not show its levels."""
    because: Line | None = None
    """The reason, shown in reports."""

    @model_validator(mode="after")
    def _agrees(self) -> Decision:
        if self.never and self.is_required:
            raise PydanticCustomError("torn", "cannot be both `never` and part of the plan")
        if self.finished is not None and self.under_way is not None:
            raise PydanticCustomError("torn", "cannot be both `finished` and `under-way`")
        return self

    @property
    def is_required(self) -> bool:
        """Whether the plan has to have the action; what is finished has no place in it."""
        settled = (self.starts, self.deadline, self.under_way)
        return self.finished is None and (self.must or any(one is not None for one in settled))

    @property
    def left(self) -> Fraction:
        """The share of the action that is still to be done."""
        return 1 - (self.under_way or Fraction(0)) / 100
