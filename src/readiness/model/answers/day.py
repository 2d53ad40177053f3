"""A day that is recorded and not scored."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import ClassVar, Literal

from readiness.model.answers.base import AnswerBase, Mistyped, UnscoredQuestion
from readiness.model.answers.typed import made
from readiness.model.base import Date
from readiness.model.conditions import QuestionCondition
from readiness.model.scale import Scale

__all__ = ["DateAnswer", "DateQuestion"]


_SOME_DAY = date(2000, 1, 1)


class DateQuestion(UnscoredQuestion):
    """A question answered with a day."""

    type: Literal["date"]
    """The answer type."""

    summary: ClassVar[str] = "a day; recorded, not scored"

    def typed(self, text: str, scale: Scale) -> AnswerBase | Mistyped:  # noqa: ARG002
        """Read a day: `2026-11-20`."""
        return made(DateAnswer, "date", text, "type a day such as 2026-11-20")

    def representatives(
        self,
        comparisons: Sequence[QuestionCondition],
        scale: Scale,  # noqa: ARG002  same call for every type
    ) -> Sequence[DateAnswer]:
        """Return every day that is asked for, and one that is not."""
        wanted = {date.fromisoformat(one.is_) for one in comparisons if isinstance(one.is_, str)}
        other = _SOME_DAY
        while other in wanted:
            other += timedelta(days=1)
        return [DateAnswer.model_construct(date=day) for day in (*sorted(wanted), other)]


class DateAnswer(AnswerBase):
    """The day."""

    date: Date
    """The answer, written as 2026-11-20."""
