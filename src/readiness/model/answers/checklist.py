"""Items that are done, partly done or not done."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction
from functools import cached_property
from itertools import chain, combinations
from typing import Annotated, ClassVar, Literal, TypeAlias

from pydantic import ConfigDict, Field

from readiness.model.answers.base import MOST_ANSWERS, AnswerBase, Mistyped, QuestionBase
from readiness.model.answers.typed import first_of, fitting, typed_ids
from readiness.model.base import FormerIds, Id, Line, Model, Positive, Rung
from readiness.model.conditions import QuestionCondition
from readiness.model.scale import Scale
from readiness.model.sums import Pair, added, product, quotient

__all__ = ["ChecklistAnswer", "ChecklistQuestion", "Item"]

_PARTLY = Fraction(1, 2)
_PARTLY_SIGN = "~"
"""Typed after the id of an item that is partly done."""


class Item(Model):
    """One thing to be done."""

    id: Id
    """Unique within the question."""
    replaces: FormerIds = ()
    """The ids that the item had in earlier versions, latest first; answers under them are carried over."""
    text: Line
    """What is to be done."""
    weight: Positive = Fraction(1)
    """How much the item counts beside the others, where the question is scored by weight."""
    rung: Rung | None = None
    """Where the item stands on the ladder, 1 being the lowest rung, where the question is scored as a ladder."""


class ChecklistQuestion(QuestionBase):
    """A question answered by ticking what is done."""

    type: Literal["checklist"]
    """The answer type."""
    score: Literal["weight", "ladder"] = "weight"
    """By weight, half of it for what is partly done; or as a ladder, by the highest rung that is reached. A rung is
    reached when every item on it and on all lower rungs is done: all elements are needed, and partly done is not."""
    items: Annotated[tuple[Item, ...], Field(min_length=1)]
    """What can be ticked."""

    summary: ClassVar[str] = (
        "items done or partly done; their weight, partly counted half, / all weight, "
        "or as a ladder the highest rung up to which everything is done / the top rung"
    )

    @property
    def choices(self) -> tuple[str, ...]:
        """The ids of the items."""
        return tuple(item.id for item in self.items)

    @property
    def top_rung(self) -> int:
        """The rung at which a ladder ends."""
        return max(map(_rung, self.items))

    def ratio(self, answer: AnswerBase, scale: Scale) -> Fraction:  # noqa: ARG002
        """Return the weight of what is done, with half of what is partly done, over all weight; or rung / top rung."""
        assert isinstance(answer, ChecklistAnswer)
        done, partly = set(answer.done), set(answer.partly)
        if self.score == "ladder":
            return Fraction(self.rung_reached(done), self.top_rung)
        whole = [item.weight.as_integer_ratio() for item in self.items if item.id in done]
        half = [product(item.weight, _PARTLY) for item in self.items if item.id in partly and item.id not in done]
        return quotient(added(whole + half), self._weight)

    def rung_reached(self, done: Collection[str]) -> int:
        """Return the highest rung such that every item on it and below is done; 0 when the lowest is not reached."""
        return min((_rung(item) for item in self.items if item.id not in done), default=self.top_rung + 1) - 1

    def maximum(self, scale: Scale) -> Fraction:  # noqa: ARG002
        """Return the weight of all items; of a ladder its top rung."""
        if self.score == "ladder":
            return Fraction(self.top_rung)
        return Fraction(*self._weight)

    @cached_property
    def _weight(self) -> Pair:
        return added([item.weight.as_integer_ratio() for item in self.items])

    def problem(self, answer: AnswerBase, scale: Scale) -> tuple[str, str] | None:  # noqa: ARG002
        """Return what is wrong with items that do not exist or are named twice."""
        assert isinstance(answer, ChecklistAnswer)
        known = self.choices
        for key, named in (("done", answer.done), ("partly", answer.partly)):
            for item in named:
                if item not in known:
                    return key, f"there is no item {item!r}; the items are {', '.join(known)}"
        both = sorted(set(answer.done) & set(answer.partly))
        return ("partly", f"item {both[0]!r} is both done and partly done") if both else None

    def typed(self, text: str, scale: Scale) -> AnswerBase | Mistyped:
        """Read the ids of what is done, and with `~` after them of what is partly done: `plan,tests~`; `-` for none."""
        ids = typed_ids(text)
        partly = tuple(id_.removesuffix(_PARTLY_SIGN).rstrip() for id_ in ids if id_.endswith(_PARTLY_SIGN))
        done = tuple(id_ for id_ in ids if not id_.endswith(_PARTLY_SIGN))
        answer = ChecklistAnswer.model_construct(done=done, partly=partly)
        advice = f"type items with commas between them, {_PARTLY_SIGN} after those partly done, or - for none"
        return fitting(self, answer, (*done, *partly), f"{advice}; the items are {first_of(self.choices)}", scale)

    def representatives(
        self,
        comparisons: Sequence[QuestionCondition],
        scale: Scale,  # noqa: ARG002  same call for every type
    ) -> Sequence[ChecklistAnswer] | None:
        """Return an answer for every set of named items and weight or rung of what is done, unless there are many."""
        named = {one.includes for one in comparisons if one.includes is not None}
        compared = any(one.includes is None for one in comparisons)
        if self.score == "ladder" and compared:
            return self._rungs_with(named)
        kinds: dict[tuple[frozenset[Id], Fraction], _Ticks] = {(frozenset(), Fraction(0)): ((), ())}
        for item in self.items:
            if compared or item.id in named:
                weight = item.weight if compared else Fraction(0)
                kinds = _with_item(kinds, item, named=item.id in named, weight=weight)
            if len(kinds) > MOST_ANSWERS:
                return None
        return [ChecklistAnswer.model_construct(done=done, partly=partly) for done, partly in kinds.values()]

    def _rungs_with(self, named: Collection[str]) -> Sequence[ChecklistAnswer] | None:
        """Return an answer for each rung that can be reached with each set of named items."""
        if (self.top_rung + 1) * 2 ** len(named) > MOST_ANSWERS:
            return None
        kinds: dict[tuple[int, frozenset[str]], tuple[Id, ...]] = {}
        for rung in range(self.top_rung + 1):
            for some in _subsets(sorted(named)):
                done = tuple(item.id for item in self.items if item.id in some or _rung(item) <= rung)
                kinds.setdefault((self.rung_reached(done), frozenset(done) & frozenset(named)), done)
        return [ChecklistAnswer.model_construct(done=done, partly=()) for done in kinds.values()]


def _rung(item: Item) -> int:
    return item.rung or 1


def _subsets(names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return chain.from_iterable(combinations(names, count) for count in range(len(names) + 1))


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
