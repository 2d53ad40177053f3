"""Items that are done, partly done or not done."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from readiness.model.answers.base import AnswerBase, QuestionBase
from readiness.model.base import FormerIds, Id, Line, Model, Positive
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


class ChecklistAnswer(AnswerBase):
    """What is done; everything not named is not done."""

    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": ["done"]}, {"required": ["partly"]}]})

    done: tuple[Id, ...] = ()
    """Items that are done."""
    partly: tuple[Id, ...] = ()
    """Items that are partly done."""
