"""A measured value with a unit."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import ClassVar, Literal

from pydantic import field_validator
from pydantic_core import PydanticCustomError

from readiness.model.answers.base import AnswerBase, QuestionBase
from readiness.model.base import Line, Model, Number
from readiness.model.conditions import QuestionCondition
from readiness.model.scale import Scale

__all__ = ["Bounds", "NumberAnswer", "NumberQuestion"]


class Bounds(Model):
    """The values that are worth nothing and everything; worst may lie above best."""

    worst: Number
    """The value worth nothing."""
    best: Number
    """The value worth everything."""


class NumberQuestion(QuestionBase):
    """An indicator: a question answered with a measured number."""

    type: Literal["number"]
    """The answer type."""
    unit: Line
    """What the number counts, such as "% of accounts"."""
    bounds: Bounds
    """Between them the points grow in a straight line; beyond them they do not change."""

    summary: ClassVar[str] = "a measured value; its place between worst and best, clamped and linear"

    @field_validator("bounds")
    @classmethod
    def _apart(cls, bounds: Bounds) -> Bounds:
        if bounds.worst == bounds.best:
            raise PydanticCustomError("bounds_equal", "needs two different values for `worst` and `best`")
        return bounds

    def ratio(self, answer: AnswerBase, scale: Scale) -> Fraction:  # noqa: ARG002  same call for every type
        """Return (value - worst) / (best - worst), clamped to 0 and 1."""
        assert isinstance(answer, NumberAnswer)
        worst, best = self.bounds.worst, self.bounds.best
        return max(Fraction(0), min(Fraction(1), (answer.value - worst) / (best - worst)))

    def maximum(self, scale: Scale) -> Fraction:  # noqa: ARG002
        """Return 1."""
        return Fraction(1)

    def problem(self, answer: AnswerBase, scale: Scale) -> tuple[str, str] | None:  # noqa: ARG002
        """Return None: every number fits."""
        return None

    def representatives(self, comparisons: Sequence[QuestionCondition], scale: Scale) -> Sequence[NumberAnswer]:
        """Return every value at which a comparison turns, one between each two of them, and one beyond both ends."""
        worst, best = self.bounds.worst, self.bounds.best
        levels = [level for one in comparisons for level in (one.at_least, one.below) if level is not None]
        turns = {worst, best, *(worst + scale.ratio_of(level) * (best - worst) for level in levels)}
        turns |= {one.is_ for one in comparisons if isinstance(one.is_, Fraction)}
        ordered = sorted(turns)
        between = [(low + high) / 2 for low, high in pairwise(ordered)]
        values = (ordered[0] - 1, *ordered, *between, ordered[-1] + 1)
        return [NumberAnswer.model_construct(value=value) for value in values]


class NumberAnswer(AnswerBase):
    """The measured value."""

    value: Number
    """In the question's unit."""
