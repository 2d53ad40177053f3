"""Checklists that are scored as ladders: a rung counts once all of it is done, so actions may help only together."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from functools import cached_property

from readiness.model.actions import Action
from readiness.model.answers import ChecklistAnswer, ChecklistQuestion
from readiness.model.direction import Direction
from readiness.scoring.engine import Scorer
from readiness.scoring.reading import Reading

__all__ = ["Ladders"]


class Ladders:
    """The ladders of a framework for which a target asks.

    Where higher is worse there is nothing to climb: each item that goes is a step down at once.
    """

    def __init__(self, scorer: Scorer, levels: Mapping[str, int], *, without: Collection[str] = ()) -> None:
        """Find the ladders, with the highest rung to which their targets lead.

        Args:
            scorer: The framework, ready to be scored.
            levels: The target level of each scored question.
            without: Actions that nobody can count on.
        """
        self._scorer = scorer
        self._without = without
        self._question = {
            id_: question
            for id_ in levels
            if isinstance(question := scorer.framework.question[id_], ChecklistQuestion)
            and question.score == "ladder"
            and scorer.leaf[id_].direction is Direction.BETTER
        }
        self._wanted = {
            id_: math.ceil(scorer.scale.ratio_of(levels[id_]) * question.top_rung)
            for id_, question in self._question.items()
        }

    @cached_property
    def _bringing(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """For each ladder and item: the actions that get the item done."""
        found: dict[tuple[str, str], tuple[str, ...]] = {}
        for action in (one for one in self._scorer.framework.actions if one.id not in self._without):
            for id_ in action.lifts.keys() & self._question.keys():
                for item in self.lifted(action, id_):
                    found[id_, item] = (*found.get((id_, item), ()), action.id)
        return found

    def lifted(self, action: Action, id_: str) -> tuple[str, ...]:
        """Return the items of a ladder that an action gets done."""
        items = action.lifts.get(id_, ())
        return items if isinstance(items, tuple) and id_ in self._question else ()

    def bringing(self, id_: str, item: str) -> tuple[str, ...]:
        """Return the actions that get an item done."""
        return self._bringing.get((id_, item), ())

    def has(self, id_: str) -> bool:
        """Tell whether a question is such a ladder."""
        return id_ in self._question

    def missing(self, id_: str, reading: Reading) -> tuple[str, ...]:
        """Return the items that the next rung still needs; none where the ladder has been climbed."""
        question, done = self._question[id_], _done(reading)
        rung = question.rung_reached(done) + 1
        return tuple(item.id for item in question.items if item.rung == rung and item.id not in done)

    def helps(self, id_: str, old: Reading, new: Reading) -> bool:
        """Tell whether what an action gets done can count towards the target, now or with what other actions do."""
        if id_ not in self._question or new.direction.gain(old.stands, new.stands) > 0:
            return True
        question, done = self._question[id_], _done(old)
        possible = [item.id for item in question.items if item.id in done or self.bringing(id_, item.id)]
        highest = min(self._wanted[id_], question.rung_reached(possible))
        more = set(_done(new)) - set(done)
        return any(item.id in more and (item.rung or 1) <= highest for item in question.items)


def _done(reading: Reading) -> tuple[str, ...]:
    return reading.answer.done if isinstance(reading.answer, ChecklistAnswer) else ()
