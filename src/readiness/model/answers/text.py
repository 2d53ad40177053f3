"""Words that are recorded and not scored."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal

from readiness.model.answers.base import AnswerBase, Mistyped, UnscoredQuestion
from readiness.model.answers.typed import made
from readiness.model.base import Text
from readiness.model.conditions import QuestionCondition
from readiness.model.scale import Scale

__all__ = ["TextAnswer", "TextQuestion"]


class TextQuestion(UnscoredQuestion):
    """A question answered in words."""

    type: Literal["text"]
    """The answer type."""

    summary: ClassVar[str] = "words; recorded, not scored"

    def typed(self, text: str, scale: Scale) -> AnswerBase | Mistyped:  # noqa: ARG002
        """Read words, as they are."""
        return made(TextAnswer, "text", text, "type a sentence or two")

    def representatives(
        self,
        comparisons: Sequence[QuestionCondition],
        scale: Scale,  # noqa: ARG002  same call for every type
    ) -> Sequence[TextAnswer]:
        """Return every text that is asked for, and one that is not."""
        wanted = {one.is_ for one in comparisons if isinstance(one.is_, str)}
        other = "-" * (1 + max(map(len, wanted), default=0))
        return [TextAnswer.model_construct(text=text) for text in (*sorted(wanted), other)]


class TextAnswer(AnswerBase):
    """The words."""

    text: Text
    """The answer."""
