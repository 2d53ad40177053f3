"""What actions can make of each answer: steps that are reached at once, or items that add up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import TypeAlias

from readiness.model.answers import ChecklistAnswer, ChecklistQuestion, Question
from readiness.model.direction import Direction
from readiness.roadmap.problem import Problem
from readiness.scoring.reading import Reading, with_items

__all__ = ["Answers", "Items", "Lifted", "Rungs", "Steps"]


@dataclass(frozen=True, slots=True)
class Steps:
    """An answer that one action lifts at once. Goodness is the distance of a ratio from the worst."""

    now: Fraction
    steps: tuple[tuple[Fraction, frozenset[str]], ...]
    """Each goodness that can be reached, rising, with the actions that lift the answer so far or further."""
    exact: bool = True
    """Whether no action makes less of the answer than this says; never more."""


@dataclass(frozen=True, slots=True)
class Rungs:
    """A checklist that is scored as a ladder."""

    now: Fraction
    rungs: tuple[tuple[Fraction, tuple[frozenset[str], ...]], ...]
    """Each goodness that can be reached, rising, with the actions that bring each item that it needs more than the one
    before."""
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Items:
    """A checklist whose items add up, as far as the target."""

    now: Fraction
    most: Fraction
    items: tuple[tuple[Fraction, frozenset[str]], ...]
    """What each item that can be brought adds, and the actions that bring it."""
    exact: bool = True


Lifted: TypeAlias = Steps | Rungs | Items


class Answers:
    """What the actions of a model can make of the answers, as the scoring engine would have it."""

    def __init__(self, problem: Problem, actions: Collection[str]) -> None:
        """Look at what these actions lift."""
        self._problem = problem
        self._actions = actions

    @cached_property
    def touching(self) -> Mapping[str, frozenset[str]]:
        """For each question that can be lifted: the actions that change its reading."""
        found: dict[str, set[str]] = defaultdict(set)
        for id_ in self._actions:
            action, readings = self._problem.actions[id_], self._problem.readings
            for name in self._problem.lifted(action, readings, no_further_than_target=True):
                found[name].add(id_)
        return {name: frozenset(ids) for name, ids in found.items()}

    @cached_property
    def lifted(self) -> Mapping[str, Lifted]:
        """For each of these questions: what can be made of it."""
        return {name: self._of(name, sorted(ids)) for name, ids in self.touching.items()}

    @cached_property
    def bounded(self) -> frozenset[str]:
        """The questions of which less can be made than is said."""
        return frozenset(name for name, lifted in self.lifted.items() if not lifted.exact)

    @property
    def bringers(self) -> Iterator[frozenset[str]]:
        """Yield every set of actions of which one has to be finished for something to change."""
        for name, lifted in self.lifted.items():
            yield self.touching[name]
            yield from self.bringing(name).values()
            match lifted:
                case Steps(steps=steps):
                    yield from (ids for _, ids in steps)
                case Rungs(rungs=rungs):
                    yield from (ids for _, items in rungs for ids in items)
                case Items(items=items):
                    yield from (ids for _, ids in items)

    def _of(self, name: str, ids: Sequence[str]) -> Lifted:
        lifts = {id_: self._problem.actions[id_].lifts[name] for id_ in ids}
        question, down = self._question(name), self._reading(name).direction is Direction.WORSE
        by_items = [id_ for id_, to in lifts.items() if isinstance(to, tuple)]
        if not isinstance(question, ChecklistQuestion) or not by_items:
            return self._steps(name, {id_: self._alone(name, to) for id_, to in lifts.items()})
        if question.score == "ladder" and down:  # one item that goes brings the whole down to its rung
            return self._steps(name, {id_: self._alone(name, to) for id_, to in lifts.items()})
        if question.score == "ladder" and len(by_items) < len(ids):
            return replace(self._steps(name, dict.fromkeys(ids, Fraction(1))), exact=False)
        return self._rungs(name, question) if question.score == "ladder" else self._items(name, question)

    def _question(self, name: str) -> Question:
        return self._problem.scorer.framework.question[name]

    def _reading(self, name: str) -> Reading:
        return self._problem.readings[name]

    def _good(self, name: str, ratio: Fraction) -> Fraction:
        direction = self._reading(name).direction
        return direction.gain(direction.worst, ratio)

    def _capped(self, name: str, good: Fraction) -> Fraction:
        """Return a goodness, no further than the target."""
        level = self._problem.levels.get(name)
        return good if level is None else min(good, self._good(name, self._problem.scorer.scale.ratio_of(level)))

    def _alone(self, name: str, to: int | tuple[str, ...]) -> Fraction:
        """Return how good an answer becomes by one action alone."""
        scale, reading = self._problem.scorer.scale, self._reading(name)
        if isinstance(to, tuple):
            return self._good(name, with_items(self._question(name), reading, to, scale).stands)
        return self._good(name, reading.lifted(scale.ratio_of(to)).stands)

    def _now(self, name: str) -> Fraction:
        return self._good(name, self._reading(name).stands)

    def _steps(self, name: str, good: Mapping[str, Fraction]) -> Steps:
        reached = {id_: self._capped(name, one) for id_, one in good.items()}
        steps = sorted({one for one in reached.values() if one > self._now(name)})
        return Steps(
            self._now(name),
            tuple((step, frozenset(id_ for id_, one in reached.items() if one >= step)) for step in steps),
        )

    def bringing(self, name: str) -> Mapping[str, frozenset[str]]:
        """Return, for each item of a checklist that can be brought, the actions that bring it."""
        found: dict[str, set[str]] = defaultdict(set)
        for id_ in self.touching[name]:
            to = self._problem.actions[id_].lifts[name]
            for item in to if isinstance(to, tuple) else ():
                found[item].add(id_)
        return {item: frozenset(by) for item, by in sorted(found.items())}

    def _rungs(self, name: str, question: ChecklistQuestion) -> Rungs:
        answer, bringing = self._reading(name).answer, self.bringing(name)
        done = answer.done if isinstance(answer, ChecklistAnswer) else ()
        found = []
        for rung in range(question.rung_reached(done) + 1, question.top_rung + 1):
            missing = [item.id for item in question.items if (item.rung or 1) == rung and item.id not in done]
            if any(item not in bringing for item in missing):
                break
            good = self._capped(name, Fraction(rung, question.top_rung))
            found.append((good, tuple(bringing[item] for item in missing)))
        return Rungs(self._now(name), tuple(found))

    def _items(self, name: str, question: ChecklistQuestion) -> Items:
        reading, now = self._reading(name), self._now(name)
        alone = [(self._alone(name, (item,)) - now, by) for item, by in self.bringing(name).items()]
        lifts = {id_: self._problem.actions[id_].lifts[name] for id_ in sorted(self.touching[name])}
        whole = [(self._alone(name, to) - now, frozenset({id_})) for id_, to in lifts.items() if isinstance(to, int)]
        answer, scale = reading.answer, self._problem.scorer.scale
        as_recorded = not isinstance(answer, ChecklistAnswer) or question.ratio(answer, scale) == reading.ratio
        return Items(
            now,
            self._capped(name, Fraction(1)),
            tuple((gain, by) for gain, by in (*alone, *whole) if gain > 0),
            exact=as_recorded and not whole,
        )
