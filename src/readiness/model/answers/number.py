"""A measured value with a unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Annotated, ClassVar, Literal

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from readiness.model.answers.base import AnswerBase, Mistyped, QuestionBase
from readiness.model.answers.typed import made, quoted
from readiness.model.base import Count, Line, Model, Number, exactly_one
from readiness.model.conditions import QuestionCondition
from readiness.model.scale import Scale

__all__ = ["Bounds", "NumberAnswer", "NumberQuestion", "Step"]

_DECIMAL = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?\Z", re.ASCII)
_MOST_DIGITS = 40


class Bounds(Model):
    """The values that are worth nothing and everything; worst may lie above best."""

    worst: Number
    """The value worth nothing; where higher is worse, that is the good one."""
    best: Number
    """The value worth everything, also where higher is worse."""


class Step(Model):
    """What values are worth from one value up to the next step."""

    from_: Number
    """The lowest value of the step; it belongs to the step."""
    points: Count
    """What the values of the step are worth. More points may follow fewer, or fewer more."""


class NumberQuestion(QuestionBase):
    """An indicator: a question answered with a measured number. It has either `bounds` or `steps`."""

    model_config = exactly_one("bounds", "steps")

    type: Literal["number"]
    """The answer type."""
    unit: Line
    """What the number counts, such as "% of accounts"."""
    bounds: Bounds | None = None
    """Between them the points grow in a straight line; beyond them they do not change."""
    steps: Annotated[tuple[Step, ...], Field(min_length=1)] | None = None
    """From the lowest value up: each value is worth the points of the last step that it has reached. A value below the
    first step is worth nothing."""

    summary: ClassVar[str] = (
        "a measured value; its place between worst and best, clamped and linear, "
        "or the points of the last step that it has reached / the most points of a step"
    )

    @field_validator("bounds")
    @classmethod
    def _apart(cls, bounds: Bounds | None) -> Bounds | None:
        if bounds is not None and bounds.worst == bounds.best:
            raise PydanticCustomError("bounds_equal", "needs two different values for `worst` and `best`")
        return bounds

    @model_validator(mode="after")
    def _one_way(self) -> NumberQuestion:
        if (self.bounds is None) == (self.steps is None):
            raise PydanticCustomError("one_way_of_points", "needs exactly one of `bounds` and `steps`")
        return self

    def ratio(self, answer: AnswerBase, scale: Scale) -> Fraction:
        """Return (value - worst) / (best - worst), clamped to 0 and 1; or the points of its step / the most points."""
        assert isinstance(answer, NumberAnswer)
        if self.bounds is not None:
            worst, best = self.bounds.worst, self.bounds.best
            return max(Fraction(0), min(Fraction(1), (answer.value - worst) / (best - worst)))
        most, step = self.maximum(scale), self.step_of(answer.value)
        return step.points / most if step and most else Fraction(0)

    def step_of(self, value: Fraction) -> Step | None:
        """Return the last step that a value has reached, or None below the first."""
        reached = (step for step in self.steps or () if step.from_ <= value)
        return max(reached, key=lambda step: step.from_, default=None)

    def maximum(self, scale: Scale) -> Fraction:  # noqa: ARG002  same call for every type
        """Return 1 with bounds, with steps the most points of a step."""
        return max((step.points for step in self.steps), default=Fraction(0)) if self.steps else Fraction(1)

    def problem(self, answer: AnswerBase, scale: Scale) -> tuple[str, str] | None:  # noqa: ARG002
        """Return None: every number fits."""
        return None

    def typed(self, text: str, scale: Scale) -> NumberAnswer | Mistyped:  # noqa: ARG002
        """Read a number with a decimal point: `12.5`."""
        advice = f"type a number such as 12.5 (unit: {self.unit})"
        if not _DECIMAL.match(text) or len(text) > _MOST_DIGITS:
            return Mistyped(f"{quoted(text)} is not a number", advice)
        return made(NumberAnswer, "value", Decimal(text), advice)

    def representatives(self, comparisons: Sequence[QuestionCondition], scale: Scale) -> Sequence[NumberAnswer]:
        """Return every value at which a comparison turns, one between each two of them, and one beyond both ends."""
        turns = {one.is_ for one in comparisons if isinstance(one.is_, Fraction)}
        if self.bounds is not None:
            worst, best = self.bounds.worst, self.bounds.best
            levels = [level for one in comparisons for level in (one.at_least, one.below) if level is not None]
            turns |= {worst, best, *(worst + scale.ratio_of(level) * (best - worst) for level in levels)}
        turns |= {step.from_ for step in self.steps or ()}
        ordered = sorted(turns)
        between = [(low + high) / 2 for low, high in pairwise(ordered)]
        values = (ordered[0] - 1, *ordered, *between, ordered[-1] + 1)
        return [NumberAnswer.model_construct(value=value) for value in values]


class NumberAnswer(AnswerBase):
    """The measured value."""

    value: Number
    """In the question's unit."""
