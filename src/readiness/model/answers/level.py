"""A level of the scale, each described by a text."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import ClassVar, Literal

from readiness.model.answers.base import AnswerBase, Mistyped, QuestionBase
from readiness.model.answers.typed import quoted
from readiness.model.base import Text
from readiness.model.conditions import QuestionCondition
from readiness.model.scale import Scale

__all__ = ["LevelAnswer", "LevelQuestion"]


class LevelQuestion(QuestionBase):
    """A question answered with a level of the scale."""

    type: Literal["level"] = "level"
    """The answer type."""
    levels: dict[int, Text]
    """What one sees at each level of the scale."""

    summary: ClassVar[str] = "a level of the scale; (level - lowest) / (highest - lowest)"

    def ratio(self, answer: AnswerBase, scale: Scale) -> Fraction:
        """Return (level - lowest) / (highest - lowest)."""
        assert isinstance(answer, LevelAnswer)
        return scale.ratio_of(answer.level)

    def maximum(self, scale: Scale) -> Fraction:
        """Return the number of steps of the scale."""
        return Fraction(scale.span)

    def problem(self, answer: AnswerBase, scale: Scale) -> tuple[str, str] | None:
        """Return what is wrong with a level that is off the scale."""
        assert isinstance(answer, LevelAnswer)
        if answer.level in scale:
            return None
        return "level", f"level {answer.level} is off the scale, which runs from {scale.lowest} to {scale.highest}"

    def typed(self, text: str, scale: Scale) -> AnswerBase | Mistyped:
        """Read a level of the scale: `4`."""
        found = next((step for step in scale.levels if text == str(step.level)), None)
        if found is not None:
            return LevelAnswer.model_construct(level=found.level)
        named = next((step for step in scale.levels if text.casefold() == step.name.casefold()), None)
        return Mistyped(
            f"{quoted(text)} is not a level of the scale",
            f"type {named.level} for {named.name}" if named else f"type a level from {scale.lowest} to {scale.highest}",
        )

    def representatives(
        self,
        comparisons: Sequence[QuestionCondition],  # noqa: ARG002  same call for every type
        scale: Scale,
    ) -> Sequence[LevelAnswer]:
        """Return every level of the scale."""
        return [LevelAnswer.model_construct(level=step.level) for step in scale.levels]


class LevelAnswer(AnswerBase):
    """The level that describes the organisation best."""

    level: int
    """A level of the framework's scale."""
