"""Decides whether conditions can hold together: a tableau that ends in demands on single questions and facts.

Conditions are taken apart until only comparisons are left. Where one of several parts is enough, each is tried. What is
left is possible when every question, fact and area can meet the demands on it. Choices that share no question, fact or
area are settled apart. Decision 6 says what is exact and where the search ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias, assert_never

from readiness.checks.possible import FALSE, OPEN, TRUE, Comparison, Demand, Possible, Wanted
from readiness.model.conditions import (
    All,
    Any_,
    AreaCondition,
    Condition,
    FactCondition,
    Not,
    QuestionCondition,
    leaves,
)
from readiness.model.framework import Framework

__all__ = ["FALSE", "NOT_FALSE", "NOT_TRUE", "TRUE", "Decider", "Goal"]

NOT_FALSE, NOT_TRUE = TRUE | OPEN, FALSE | OPEN
_STEPS_AT_ONCE = 5_000
_STEPS_IN_ALL = 30_000
"""Half a second or so; 5,000 questions with hundreds of conditions take a third of it."""
_WORK_OF_A_STEP = 20
_DEPTH = 100
"""Choices within choices; each takes four of Python's frames."""


class Goal(NamedTuple):
    """A condition and the values that it should have."""

    condition: Condition
    wanted: Wanted
    given: bool = False
    """Only the answer to the question matters, not whether it is asked."""


_Seen: TypeAlias = tuple[str, str]
"""What a comparison looks at: a question, fact or area and its name."""
_Demands: TypeAlias = Mapping[_Seen, tuple[Demand, ...]]
_Choice: TypeAlias = Sequence[Sequence[Goal]]
"""Ways to meet a goal; one of them is enough."""


class _TooLongError(Exception):
    """The search has used up its steps."""


class Decider:
    """Decides conditions of one framework, whose conditions do not go round in a circle."""

    def __init__(self, framework: Framework, free: frozenset[int] = frozenset()) -> None:
        """Take a framework; `free` holds the `id()` of comparisons that are wrong and may come out any way."""
        self._framework = framework
        self._free = free
        self._possible = Possible(framework)
        self._left = 0
        self._left_in_all = _STEPS_IN_ALL
        self.ignored: set[int] = set()
        """The `id()` of conditions for asking that count as holding, because what is wrong with them is known."""

    def can(self, goals: Iterable[Goal]) -> bool | None:
        """Return whether some answers and facts meet all goals; None where that is not sure. False is certain."""
        self._possible.unsure = False
        self._left = before = min(_STEPS_AT_ONCE, self._left_in_all)
        try:
            found = self._solve(list(goals), {}, [], depth=0)
        except _TooLongError:
            return None
        finally:
            self._left_in_all -= before - max(0, self._left)
        return None if found and self._possible.unsure else found

    def asked(self, question_id: str) -> tuple[Condition, ...]:
        """Return the conditions, its own and those of the areas that hold it, for a question to be asked."""
        if question_id not in self._framework.placed:
            return ()
        question, above = self._framework.placed[question_id]
        conditions = (node.applies_when for node in (*above, question))
        return tuple(one for one in conditions if one is not None and id(one) not in self.ignored)

    def questions(self, condition: Condition) -> set[str]:
        """Return the questions that a condition hangs on: those named, and those that decide whether they are asked."""
        return {name for kind, name in self._names([condition]) if kind == "question"}

    def _solve(self, goals: list[Goal], demands: _Demands, choices: Sequence[_Choice], *, depth: int) -> bool:
        """Tell whether the goals can be met beside the demands, and then one way of each choice."""
        met, choices = dict(demands), list(choices)
        while goals:
            self._step(depth)
            goal = goals.pop()
            if id(goal.condition) in self._free:
                self._possible.unsure = True
            elif goal.given or isinstance(goal.condition, FactCondition | AreaCondition):
                if not self._demand(met, goal):
                    return False
            elif len(ways := self._ways(goal)) == 1:
                goals.extend(ways[0])
            else:
                choices.append(ways)
        return all(self._choose(group, met, depth=depth + 1) for group in self._groups(choices))

    def _choose(self, choices: Sequence[_Choice], demands: _Demands, *, depth: int) -> bool:
        first, *others = choices
        return any(self._solve(list(goals), demands, others, depth=depth) for goals in first)

    def _step(self, depth: int) -> None:
        self._left -= 1
        if self._left < 0 or depth > _DEPTH:
            raise _TooLongError

    def _demand(self, met: dict[_Seen, tuple[Demand, ...]], goal: Goal) -> bool:
        """Add a demand and tell whether it can be met beside the others on the same thing."""
        assert isinstance(goal.condition, QuestionCondition | FactCondition | AreaCondition)
        seen, demand = _seen(goal.condition), (goal.condition, goal.wanted)
        if demand not in met.get(seen, ()):
            met[seen] = (*met.get(seen, ()), demand)
        self._possible.work = 0
        found = self._possible.meets(met[seen])
        self._left -= self._possible.work // _WORK_OF_A_STEP
        return found

    def _ways(self, goal: Goal) -> _Choice:
        """Return what each way to meet a goal asks for."""
        wanted = goal.wanted
        holding = wanted in {TRUE, NOT_FALSE}
        match goal.condition:
            case Not(not_=part):
                return [[Goal(part, _turned(wanted))]]
            case All(all=parts):
                each = [Goal(part, wanted) for part in parts]
                return [each] if holding else [[one] for one in each]
            case Any_(any=parts):
                each = [Goal(part, wanted) for part in parts]
                return [[one] for one in each] if holding else [each]
            case QuestionCondition(question=name):
                own = Goal(goal.condition, wanted, given=True)
                if holding:
                    return [[own, *(Goal(one, NOT_FALSE) for one in self.asked(name))]]
                return [[own], *([Goal(one, FALSE)] for one in self.asked(name))]
            case FactCondition() | AreaCondition():
                return [[goal]]
            case _:
                assert_never(goal.condition)

    def _groups(self, choices: Sequence[_Choice]) -> list[list[_Choice]]:
        """Return the choices in groups that share nothing."""
        if len(choices) < 2:  # noqa: PLR2004  one choice is its own group
            return [list(choices)] if choices else []
        groups: list[tuple[set[_Seen], list[_Choice]]] = []
        for choice in choices:
            names = self._names([goal.condition for goals in choice for goal in goals])
            self._left -= len(names)
            sharing = [group for group in groups if not group[0].isdisjoint(names)]
            groups = [group for group in groups if group[0].isdisjoint(names)]
            groups.append((names.union(*(one for one, _ in sharing)), [*(c for _, cs in sharing for c in cs), choice]))
        return [group for _, group in groups]

    def _names(self, conditions: Iterable[Condition]) -> set[_Seen]:
        """Return everything that conditions hang on."""
        found: set[_Seen] = set()
        waiting = list(conditions)
        while waiting:
            for leaf in leaves(waiting.pop()):
                seen = _seen(leaf)
                if seen not in found and isinstance(leaf, QuestionCondition):
                    waiting.extend(self.asked(leaf.question))
                found.add(seen)
        return found


def _seen(leaf: Comparison) -> _Seen:
    match leaf:
        case QuestionCondition(question=name):
            return "question", name
        case FactCondition(fact=name):
            return "fact", name
        case AreaCondition(area=name):
            return "area", name
        case _:
            assert_never(leaf)


def _turned(wanted: Wanted) -> Wanted:
    """Return the values that a condition should have for its opposite to have these."""
    return {TRUE: FALSE, FALSE: TRUE}.get(wanted & ~OPEN, 0) | wanted & OPEN
