"""Items that are done, partly done or not done."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Annotated, ClassVar, Literal, TypeAlias

from pydantic import ConfigDict, Field

from readiness.model.answers.base import MOST_ANSWERS, AnswerBase, QuestionBase
from readiness.model.base import FormerIds, Id, Line, Model, Positive
from readiness.model.conditions import QuestionCondition
from readiness.model.scale import Scale

__all__ = ["ChecklistAnswer", "ChecklistQuestion", "Item"]

_PARTLY = Fraction(1, 2)


class Item(Model):
    """One thing to be done."""

    id: Id
    """Unique within the question."""
    replaces: FormerIds = ()
    """The ids that the item had in earlier versions, latest first; answers under them are carried over."""
    text: Line
    """What is to be done."""
    weight: Positive = Fraction(1)
    """How much the item counts beside the others."""


class ChecklistQuestion(QuestionBase):
    """A question answered by ticking what is done."""

    type: Literal["checklist"]
    """The answer type."""
    items: Annotated[tuple[Item, ...], Field(min_length=1)]
    """What can be ticked."""

    summary: ClassVar[str] = "items done or partly done; their weight, partly counted half, / all weight"

    def ratio(self, answer: AnswerBase, scale: Scale) -> Fraction:
        """Return the weight of what is done, with half of what is partly done, over all weight."""
        assert isinstance(answer, ChecklistAnswer)
        done, partly = set(answer.done), set(answer.partly)
        points = sum(
            (item.weight * (1 if item.id in done else _PARTLY if item.id in partly else 0) for item in self.items),
            Fraction(0),
        )
        return points / self.maximum(scale)

    def maximum(self, scale: Scale) -> Fraction:  # noqa: ARG002
        """Return the weight of all items."""
        return sum((item.weight for item in self.items), Fraction(0))

    def problem(self, answer: AnswerBase, scale: Scale) -> tuple[str, str] | None:  # noqa: ARG002
        """Return what is wrong with items that do not exist or are named twice."""
        assert isinstance(answer, ChecklistAnswer)
        known = [item.id for item in self.items]
        for key, named in (("done", answer.done), ("partly", answer.partly)):
            for item in named:
                if item not in known:
                    return key, f"there is no item {item!r}; the items are {', '.join(known)}"
        both = sorted(set(answer.done) & set(answer.partly))
        return ("partly", f"item {both[0]!r} is both done and partly done") if both else None

    def representatives(
        self,
        comparisons: Sequence[QuestionCondition],
        scale: Scale,  # noqa: ARG002  same call for every type
    ) -> Sequence[ChecklistAnswer] | None:
        """Return an answer for every set of named items and weight of what is done, unless there are too many."""
        named = {one.includes for one in comparisons}
        weighed = any(one.includes is None for one in comparisons)
        kinds: dict[tuple[frozenset[Id], Fraction], _Ticks] = {(frozenset(), Fraction(0)): ((), ())}
        for item in self.items:
            if weighed or item.id in named:
                kinds = _with_item(kinds, item, named=item.id in named, weight=item.weight if weighed else Fraction(0))
            if len(kinds) > MOST_ANSWERS:
                return None
        return [ChecklistAnswer.model_construct(done=done, partly=partly) for done, partly in kinds.values()]


_Ticks: TypeAlias = tuple[tuple[Id, ...], tuple[Id, ...]]
"""The items that are done, and those that are partly done."""


def _with_item(
    kinds: dict[tuple[frozenset[Id], Fraction], _Ticks], item: Item, *, named: bool, weight: Fraction
) -> dict[tuple[frozenset[Id], Fraction], _Ticks]:
    """Return the kinds of answers, by the named items that are done and the weight of all, with one more item."""
    found = dict(kinds)
    for (names, total), (done, partly) in kinds.items():
        found.setdefault((names, total + weight * _PARTLY), (done, (*partly, item.id)))
        found.setdefault((names | {item.id} if named else names, total + weight), ((*done, item.id), partly))
    return found


class ChecklistAnswer(AnswerBase):
    """What is done; everything not named is not done."""

    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": ["done"]}, {"required": ["partly"]}]})

    done: tuple[Id, ...] = ()
    """Items that are done."""
    partly: tuple[Id, ...] = ()
    """Items that are partly done."""
