"""What conditions can come to when answers change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias, assert_never

from readiness.model.conditions import All, Any_, AreaCondition, Condition, FactCondition, Not, QuestionCondition
from readiness.scoring.engine import Branch, Headline
from readiness.scoring.reading import Reading

__all__ = ["Truths"]

Truth: TypeAlias = bool | None
"""None: a missing answer or fact decides it."""


class Truths:
    """For each condition, everything that some changes could make of it; what applies is taken to stay as it is."""

    def __init__(
        self,
        now: Headline,
        ways: Mapping[str, Sequence[Reading]],
        ends: Callable[[Branch], tuple[Fraction, Fraction] | None],
    ) -> None:
        """Look at the changes in `ways`; `ends` are the lowest and the highest ratio of an area after them."""
        self.now = now
        self.ways = ways
        self.ends = ends
        self._hidden = frozenset(leaf.id for leaf in now.scorer.leaf.values() if not now.applies(leaf))

    def of(self, condition: Condition) -> set[Truth]:
        """Return what a condition can come to; each of its parts is taken to change by itself."""
        match condition:
            case All(all=parts):
                return _conjunctions(self.of(part) for part in parts)
            case Any_(any=parts):
                return _opposites(_conjunctions(_opposites(self.of(part)) for part in parts))
            case Not(not_=part):
                return _opposites(self.of(part))
            case QuestionCondition():
                return self._of_question(condition)
            case AreaCondition():
                return self._of_area(condition)
            case FactCondition():
                return {self.now.fact_holds(condition)}
            case _:
                assert_never(condition)

    def of_all(self, conditions: Iterable[Condition]) -> set[Truth]:
        """Return what several conditions together can come to."""
        return _conjunctions(map(self.of, conditions))

    def _of_question(self, condition: QuestionCondition) -> set[Truth]:
        id_, now = condition.question, self.now.readings
        readings = [*([now[id_]] if id_ in now else []), *self.ways.get(id_, ())]
        worlds = [{id_: reading} for reading in readings] or [{}]
        return {Headline(self.now.scorer, world, hidden=self._hidden).question_holds(condition) for world in worlds}

    def _of_area(self, condition: AreaCondition) -> set[Truth]:
        area = self.now.scorer.branch[condition.area]
        if self.now.value(area).blocked:
            return {True, False, None}
        ends = self.ends(area)
        return {False} if ends is None else {end >= condition.at_least_ratio for end in ends}


def _conjunctions(parts: Iterable[set[Truth]]) -> set[Truth]:
    found: set[Truth] = {True}
    for part in parts:
        found = {_both(one, other) for one in found for other in part}
    return found


def _both(one: Truth, other: Truth) -> Truth:
    if one is False or other is False:
        return False
    return True if one and other else None


def _opposites(truths: set[Truth]) -> set[Truth]:
    return {None if truth is None else not truth for truth in truths}
