"""Any number of options."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Annotated, ClassVar, Literal, TypeAlias

from pydantic import Field

from readiness.model.answers.base import MOST_ANSWERS, AnswerBase, Mistyped, QuestionBase
from readiness.model.answers.choice import Option
from readiness.model.answers.typed import first_of, fitting, typed_ids
from readiness.model.base import Id, Positive
from readiness.model.conditions import QuestionCondition
from readiness.model.scale import Scale
from readiness.model.sums import total

__all__ = ["MultipleAnswer", "MultipleQuestion"]


class MultipleQuestion(QuestionBase):
    """A question answered with all options that apply."""

    type: Literal["multiple"]
    """The answer type."""
    options: Annotated[tuple[Option, ...], Field(min_length=1)]
    """What can be ticked."""
    most: Positive | None = None
    """The points that are enough: more options add nothing. The points of all options when left out."""

    summary: ClassVar[str] = "any options; their points, no more than `most`, / `most` or the points of all options"

    @property
    def choices(self) -> tuple[str, ...]:
        """The ids of the options."""
        return tuple(option.id for option in self.options)

    def ratio(self, answer: AnswerBase, scale: Scale) -> Fraction:
        """Return the points of the ticked options over the maximum; 0 when no option has points."""
        assert isinstance(answer, MultipleAnswer)
        most = self.maximum(scale)
        points = total(option.points for option in self.options if option.id in answer.options)
        return min(points, most) / most if most else Fraction(0)

    def maximum(self, scale: Scale) -> Fraction:  # noqa: ARG002  same call for every type
        """Return the points that are enough, or those of all options where these are fewer."""
        points = total(option.points for option in self.options)
        return points if self.most is None else min(self.most, points)

    def problem(self, answer: AnswerBase, scale: Scale) -> tuple[str, str] | None:  # noqa: ARG002
        """Return what is wrong with options that do not exist or are named twice."""
        assert isinstance(answer, MultipleAnswer)
        known = [option.id for option in self.options]
        for option in answer.options:
            if option not in known:
                return "options", f"there is no option {option!r}; the options are {', '.join(known)}"
            if answer.options.count(option) > 1:
                return "options", f"option {option!r} is named twice"
        return None

    def typed(self, text: str, scale: Scale) -> AnswerBase | Mistyped:
        """Read the ids of the options that apply: `mail,chat`; `-` for none."""
        ids = typed_ids(text)
        advice = f"type options with commas between them, or - for none; the options are {first_of(self.choices)}"
        return fitting(self, MultipleAnswer.model_construct(options=ids), ids, advice, scale)

    def representatives(
        self,
        comparisons: Sequence[QuestionCondition],
        scale: Scale,  # noqa: ARG002
    ) -> Sequence[MultipleAnswer] | None:
        """Return an answer for every set of named options and sum of points, unless there are too many."""
        named = {one.includes for one in comparisons}
        kinds: dict[_Kind, tuple[str, ...]] = {(frozenset(), Fraction(0)): ()}
        for option in self.options:
            mark = frozenset({option.id}) & named
            for (names, points), ticked in list(kinds.items()):
                kinds.setdefault((names | mark, points + option.points), (*ticked, option.id))
            if len(kinds) > MOST_ANSWERS:
                return None
        return [MultipleAnswer.model_construct(options=ticked) for ticked in kinds.values()]


_Kind: TypeAlias = tuple[frozenset[str], Fraction]
"""The named options that are ticked, and the points of all that are."""


class MultipleAnswer(AnswerBase):
    """The options that apply; an empty list says that none does."""

    options: tuple[Id, ...]
    """The ids of options."""
