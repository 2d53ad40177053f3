"""A day that is recorded and not scored."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from itertools import count
from typing import ClassVar, Literal

from readiness.model.answers.base import AnswerBase, QuestionBase
from readiness.model.base import Date
from readiness.model.conditions import QuestionCondition
from readiness.model.scale import Scale

__all__ = ["DateAnswer", "DateQuestion"]


class DateQuestion(QuestionBase):
    """A question answered with a day."""

    type: Literal["date"]
    """The answer type."""

    scored: ClassVar[bool] = False
    summary: ClassVar[str] = "a day; recorded, not scored"

    def ratio(self, answer: AnswerBase, scale: Scale) -> Fraction:  # noqa: ARG002  same call for every type
        """Raise: a day has no points."""
        raise TypeError(f"answers to {self.id!r} are not scored")

    def maximum(self, scale: Scale) -> Fraction:  # noqa: ARG002
        """Return 0."""
        return Fraction(0)

    def problem(self, answer: AnswerBase, scale: Scale) -> tuple[str, str] | None:  # noqa: ARG002
        """Return None: every day fits."""
        return None

    def representatives(
        self,
        comparisons: Sequence[QuestionCondition],
        scale: Scale,  # noqa: ARG002  same call for every type
    ) -> Sequence[DateAnswer]:
        """Return every day that is asked for, and one that is not."""
        wanted = {one.is_ for one in comparisons}
        days = [day for text in sorted(map(str, wanted)) if (day := _as_day(text)) is not None]
        other = next(day for day in map(date.fromordinal, count(1)) if str(day) not in wanted)
        return [DateAnswer.model_construct(date=day) for day in (*days, other)]


def _as_day(text: str) -> date | None:
    """Return the day that a text names as an answer would, or None."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if str(day) == text else None


class DateAnswer(AnswerBase):
    """The day."""

    date: Date
    """The answer, written as 2026-11-20."""
