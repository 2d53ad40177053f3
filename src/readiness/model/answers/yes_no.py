"""Yes or no."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, WithJsonSchema

from readiness.model.answers.base import AnswerBase, Mistyped, QuestionBase
from readiness.model.answers.typed import quoted
from readiness.model.conditions import QuestionCondition
from readiness.model.scale import Scale

__all__ = ["YesNoAnswer", "YesNoQuestion"]


def _word(value: object) -> object:
    """Accept true and false for yes and no; YAML 1.2 reads `yes` as text."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else value


YesOrNo = Annotated[Literal["yes", "no"], BeforeValidator(_word), WithJsonSchema({"enum": ["yes", "no", True, False]})]


class YesNoQuestion(QuestionBase):
    """A question answered with yes or no."""

    type: Literal["yes-no"]
    """The answer type."""
    good: YesOrNo = "yes"
    """The answer that is worth the point, also where higher is worse."""

    summary: ClassVar[str] = "yes or no; 1 for the good answer, 0 for the other"

    def ratio(self, answer: AnswerBase, scale: Scale) -> Fraction:  # noqa: ARG002  same call for every type
        """Return 1 for the good answer, else 0."""
        assert isinstance(answer, YesNoAnswer)
        return Fraction(answer.answer == self.good)

    def maximum(self, scale: Scale) -> Fraction:  # noqa: ARG002
        """Return 1."""
        return Fraction(1)

    def problem(self, answer: AnswerBase, scale: Scale) -> tuple[str, str] | None:  # noqa: ARG002
        """Return None: yes and no always fit."""
        return None

    def typed(self, text: str, scale: Scale) -> AnswerBase | Mistyped:  # noqa: ARG002
        """Read `yes` or `no`."""
        if text.casefold() not in {"yes", "no"}:
            return Mistyped(f"{quoted(text)} is neither yes nor no", "type yes or no")
        return YesNoAnswer.model_validate({"answer": text.casefold()})

    def representatives(
        self,
        comparisons: Sequence[QuestionCondition],  # noqa: ARG002  same call for every type
        scale: Scale,  # noqa: ARG002
    ) -> Sequence[YesNoAnswer]:
        """Return yes and no."""
        return [YesNoAnswer.model_construct(answer="yes"), YesNoAnswer.model_construct(answer="no")]


class YesNoAnswer(AnswerBase):
    """Yes or no."""

    answer: YesOrNo
    """The answer."""
