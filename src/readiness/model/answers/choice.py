"""One option of several."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from readiness.model.answers.base import AnswerBase, Mistyped, QuestionBase
from readiness.model.answers.typed import first_of, fitting
from readiness.model.base import Count, FormerIds, Id, Line, Model
from readiness.model.conditions import QuestionCondition
from readiness.model.scale import Scale

__all__ = ["ChoiceAnswer", "ChoiceQuestion", "Option"]


class Option(Model):
    """One possible answer."""

    id: Id
    """Unique within the question."""
    replaces: FormerIds = ()
    """The ids that the option had in earlier versions, latest first; answers under them are carried over."""
    text: Line
    """What people read."""
    points: Count
    """What the option is worth."""


class ChoiceQuestion(QuestionBase):
    """A question answered with one option."""

    type: Literal["choice"]
    """The answer type."""
    options: Annotated[tuple[Option, ...], Field(min_length=2)]
    """What can be chosen."""

    summary: ClassVar[str] = "one option; its points / the largest option's points"

    @property
    def choices(self) -> tuple[str, ...]:
        """The ids of the options."""
        return tuple(option.id for option in self.options)

    def ratio(self, answer: AnswerBase, scale: Scale) -> Fraction:  # noqa: ARG002  same call for every type
        """Return the option's points over the largest option's points; 0 when no option has points."""
        assert isinstance(answer, ChoiceAnswer)
        points = {option.id: option.points for option in self.options}
        best = max(points.values())
        return points[answer.option] / best if best else Fraction(0)

    def maximum(self, scale: Scale) -> Fraction:  # noqa: ARG002
        """Return the largest option's points."""
        return max(option.points for option in self.options)

    def problem(self, answer: AnswerBase, scale: Scale) -> tuple[str, str] | None:  # noqa: ARG002
        """Return what is wrong with an option that does not exist."""
        assert isinstance(answer, ChoiceAnswer)
        known = [option.id for option in self.options]
        return (
            None
            if answer.option in known
            else ("option", f"there is no option {answer.option!r}; the options are {', '.join(known)}")
        )

    def typed(self, text: str, scale: Scale) -> AnswerBase | Mistyped:
        """Read the id of an option."""
        advice = f"type one of the options {first_of(self.choices)}"
        return fitting(self, ChoiceAnswer.model_construct(option=text), (text,), advice, scale)

    def representatives(
        self,
        comparisons: Sequence[QuestionCondition],  # noqa: ARG002  same call for every type
        scale: Scale,  # noqa: ARG002
    ) -> Sequence[ChoiceAnswer]:
        """Return every option."""
        return [ChoiceAnswer.model_construct(option=option.id) for option in self.options]


class ChoiceAnswer(AnswerBase):
    """The option that was chosen."""

    option: Id
    """The id of an option."""
