"""Conditions that never or always hold, and so decide nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING, TypeAlias

from readiness.checks.conditions import find_misfit, written
from readiness.checks.cycles import names_in
from readiness.checks.deciding import FALSE, NOT_FALSE, TRUE, Decider, Goal
from readiness.checks.finding import Finding
from readiness.checks.outline import Outline, leaf_paths
from readiness.checks.possible import Wanted
from readiness.model.conditions import All, Any_, AreaCondition, Condition, FactCondition, Not, QuestionCondition

if TYPE_CHECKING:
    from readiness.diagnostics import Path

__all__ = ["check_constant_conditions", "decider_for"]

_Placed: TypeAlias = tuple["Path", Condition]
_MOST_PARTS = 12
"""Among more parts than this the ones that contradict each other are not picked out."""
_LONGEST_VALUE = 30
_LONGEST_MESSAGE = 200


def decider_for(outline: Outline) -> Decider:
    """Return a decider for the conditions of a framework; comparisons that have findings may come out any way."""
    leaves = (leaf for path, condition in outline.conditions for _, leaf in leaf_paths(condition, path))
    return Decider(outline.scope, frozenset(id(leaf) for leaf in leaves if find_misfit(leaf, outline.scope)))


def check_constant_conditions(outline: Outline) -> Iterator[Finding]:
    """Find conditions that never hold, or always, where they are looked at; and parts of conditions that do."""
    if not outline.conditions or outline.cycle or outline.repeated:
        return
    decider = decider_for(outline)
    for path, condition in _in_order(outline):
        context = tuple(one for one in outline.asked_when(path[:-1]) if id(one[1]) not in decider.ignored)
        search = _Search(outline, decider, context)
        if not search.can(condition, TRUE):
            yield from search.constant(condition, path, never=TRUE)
            decider.ignored.add(id(condition))
        else:
            yield from search.within(condition, path, known=TRUE)


def _in_order(outline: Outline) -> list[_Placed]:
    """Return the conditions, each after those that decide whether the questions it looks at are asked.

    What never holds is then known before what follows from it, and is told once.
    """
    order = {name: place for place, name in enumerate(TopologicalSorter(outline.hangs_on).static_order())}
    ranks: dict[Path, int] = {}
    for path, condition in outline.conditions:
        above = (ranks[place] for place, _ in outline.asked_when(path[:-1]))
        ranks[path] = max((-1, *above, *(order.get(name, -1) for name in names_in(condition))))
    return sorted(outline.conditions, key=lambda one: ranks[one[0]])


@dataclass(frozen=True)
class _Search:
    """Looks for what is constant in one condition."""

    outline: Outline
    decider: Decider
    context: tuple[_Placed, ...]
    """Conditions that hold wherever this one is looked at."""

    def can(self, condition: Condition, wanted: Wanted) -> bool:
        """Tell whether a condition may have a value where it is looked at."""
        return self.decider.can([Goal(condition, wanted), *self._goals(self.context)]) is not False

    def within(self, condition: Condition, path: Path, *, known: Wanted) -> Iterator[Finding]:
        """Yield what never or always holds of a condition and its parts; it can have the known values."""
        for wanted in (TRUE, FALSE):
            if not wanted & known and not self.can(condition, wanted):
                yield from self.constant(condition, path, never=wanted)
                return
        # Where all parts together can hold, so can each; where none of them need hold, none has to.
        known = {All: TRUE, Any_: FALSE}.get(type(condition), TRUE | FALSE)
        for place, part in _parts(condition, path):
            yield from self.within(part, place, known=known)

    def constant(self, condition: Condition, path: Path, *, never: Wanted) -> Iterator[Finding]:
        """Yield a finding about a condition that never has a value, or about those of its parts that explain it."""
        explains = All if never == TRUE else Any_
        parts = _parts(condition, path) if isinstance(condition, explains) else []
        guilty = [(place, part) for place, part in parts if not self.can(part, never)]
        for place, part in guilty:
            yield from self.constant(part, place, never=never)
        if not guilty:
            yield self._finding(condition, path, never=never)

    def _finding(self, condition: Condition, path: Path, *, never: Wanted) -> Finding:
        parts, context = self._core(_flat(condition, path, never), never)
        related = [(place, "only looked at when this holds") for place, _ in context]
        related += self._hidden([part for _, part in parts], context, never)
        where = " where it is looked at" if context else ""
        if never == TRUE:
            code, verb, said = "RF303", "never", _said(parts, " and ", "never", "together")
        else:
            code, verb, said = "RF304", "always", _said(parts, " or ", "always")
        help_ = f"{_effect(path, verb)}mend the condition, or leave it out"
        return Finding(code, path, said + where, related=tuple(related), help=help_)

    def _core(self, parts: Sequence[_Placed], never: Wanted) -> tuple[list[_Placed], list[_Placed]]:
        """Return parts of a condition, and of what holds around it, that are enough to keep it from having a value."""
        kept, around = list(parts), list(self.context)
        if len(kept) + len(around) > _MOST_PARTS:
            return kept, around
        for pool in (around, kept):
            for one in list(pool):
                pool.remove(one)
                if self._possible(kept, around, never):
                    pool.append(one)
        order = {path: place for place, (path, _) in enumerate(parts)}
        return sorted(kept, key=lambda one: order[one[0]]), around

    def _possible(self, parts: Sequence[_Placed], context: Sequence[_Placed], never: Wanted) -> bool:
        goals = [Goal(part, never) for _, part in parts]
        return self.decider.can([*goals, *self._goals(context)]) is not False

    def _goals(self, context: Sequence[_Placed]) -> list[Goal]:
        return [Goal(condition, NOT_FALSE) for _, condition in context]

    def _hidden(
        self, parts: Sequence[Condition], context: Sequence[_Placed], never: Wanted
    ) -> Iterator[tuple[Path, str]]:
        """Yield the conditions for asking a question that is looked at, where they are part of the contradiction."""
        goals = [*(Goal(part, never) for part in parts), *self._goals(context)]
        for name in sorted({name for part in parts for name in names_in(part)}):
            place = self.outline.asking.get(name)
            if place is None or id(place[1]) in self.decider.ignored:
                continue
            self.decider.ignored.add(id(place[1]))
            if self.decider.can(goals) is not False:
                yield place[0], f"`{name}` is asked only when this holds"
            self.decider.ignored.remove(id(place[1]))


def _effect(path: Path, verb: str) -> str:
    """Return what follows from a whole condition that never or always holds; nothing for a part of one."""
    match path:
        case (*_, "applies-when"):
            return f"what hangs on it is {verb} asked: "
        case (*_, "gates", _, "when"):
            return f"the gate {verb} caps: "
        case (*_, "adjust", _, "when"):
            return f"the score is {verb} adjusted: "
        case (*_, "switches", _, "when"):
            return f"the target is {verb} switched: "
        case _:
            return ""


def _parts(condition: Condition, path: Path) -> list[_Placed]:
    match condition:
        case All(all=parts):
            return [((*path, "all", index), part) for index, part in enumerate(parts)]
        case Any_(any=parts):
            return [((*path, "any", index), part) for index, part in enumerate(parts)]
        case Not(not_=part):
            return [((*path, "not"), part)]
        case _:
            return []


def _flat(condition: Condition, path: Path, never: Wanted) -> list[_Placed]:
    """Return the parts that would all have to have a value for the condition to have it."""
    if not isinstance(condition, All if never == TRUE else Any_):
        return [(path, condition)]
    return [one for place, part in _parts(condition, path) for one in _flat(part, place, never)]


def _said(parts: Sequence[_Placed], joint: str, verb: str, together: str = "") -> str:
    """Return what is found about some comparisons, in words; about the whole, where they are too many to name."""
    words = [_words(part) for _, part in parts]
    said = joint.join(word for word in words if word)
    if not all(words) or len(said) > _LONGEST_MESSAGE:
        return f"this condition {verb} holds"
    return f"{said} {verb} hold {together}" if together and len(words) > 1 else f"{said} {verb} holds"


def _words(condition: Condition) -> str:
    """Return a comparison in words, or nothing where a condition is more than one."""
    match condition:
        case QuestionCondition(question=name, includes=None) | FactCondition(fact=name):
            if condition.is_ is not None:
                return f"`{name}` is {_short(condition.is_)}"
            key, number = ("below", condition.below) if condition.at_least is None else ("at least", condition.at_least)
            return f"`{name}` {key} {_short(number)}"
        case QuestionCondition(question=name, includes=item):
            return f"`{name}` includes `{item}`"
        case AreaCondition(area=name, at_least_ratio=ratio):
            return f"`{name}` at least {_short(ratio)} full"
        case Not(not_=part):
            inner = _words(part)
            return inner and f"not {inner}"
        case _:
            return ""


def _short(value: object) -> str:
    said = written(value)
    return said if len(said) <= _LONGEST_VALUE else f"{said[:_LONGEST_VALUE]}…"
