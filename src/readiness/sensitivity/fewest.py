"""The smallest number of answers whose change by one step leads to another level."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from functools import cached_property
from itertools import combinations, islice, product

from readiness.scoring.engine import Headline, questions_named
from readiness.scoring.reading import Reading
from readiness.scoring.result import State
from readiness.sensitivity.reachable import Extremes, changed_in
from readiness.sensitivity.result import Change, Fewest
from readiness.sensitivity.standing import Standings
from readiness.sensitivity.steps import step

__all__ = ["FewestChanges"]

_MOST_TRIES = 60
"""Numbers of changes that are tried one after the other, before all changes are taken at once."""
_MOST_WAYS = 2_500
"""More single changes, or pairs of changes, are not tried one by one: that would take seconds."""


class FewestChanges:
    """Searches among the answers that are given, apply and score; missing ones have no level to change.

    A bound says how far j changes can lead at the most. The changes that it is made of are scored exactly, from the
    smallest j on that could be enough. If they lead there, no smaller number does. Where they do not, all single
    changes and all pairs are tried.
    """

    def __init__(self, now: Headline, standings: Standings) -> None:
        """Search from the readings of a headline."""
        self.now = now
        self.standings = standings

    @cached_property
    def answers(self) -> Mapping[str, tuple[Reading, ...]]:
        """For each answer that can be changed: the reading one step higher and one step lower, as far as there are."""
        found = {}
        for leaf in sorted(self.now.scorer.leaf.values(), key=lambda leaf: leaf.id):
            if leaf.question.scored and self.now.state(leaf) is State.ANSWERED:
                reading, scale = self.now.reading(leaf), self.now.scorer.scale
                steps = (step(leaf.question, reading, scale, up=up) for up in (True, False))
                found[leaf.id] = tuple(one for one in steps if one is not None)
        return found

    def towards(self, place: int) -> Fewest:
        """Return the smallest number of changes that lead to a place in the standings or beyond it.

        It is proved to be the smallest when `at_least` says so.
        """
        up = place > self._place(self.now)
        search = Extremes(self.now, self.answers, up=up)
        reaches = search.of(self.now.scorer.root)
        maximum = self.now.value(self.now.scorer.root).maximum
        assert maximum is not None
        enough = [j for j, one in enumerate(reaches) if self._beyond(self.standings.place(one.ratio, maximum), place)]
        fixed = self._applies_as_now(search)
        if not enough and fixed:
            return Fewest(None, (), None)
        candidates = [tuple(changed_in(reaches[j].changes)) for j in enough[:_MOST_TRIES]]
        at_least = enough[0] if enough and fixed else 1
        return self._tightened(self._first_that_leads(candidates, at_least, place, up=up), place)

    def _applies_as_now(self, search: Extremes) -> bool:
        """Tell whether no change can show or hide a question; only then the bound is one."""
        return all(
            len({truth is not False for truth in search.truths.of_all(leaf.applies_when)}) == 1
            for leaf in self.now.scorer.leaf.values()
        )

    def _first_that_leads(
        self, candidates: Iterable[Collection[str]], at_least: int, place: int, *, up: bool
    ) -> Fewest:
        """Return the first set of changes that leads there when it is scored, without what it does not need."""
        switches = self._switches(up=up)
        for ids in (*candidates, tuple(self.answers)):
            for chosen in (self._steps(ids, up=up), {**self._steps(ids, up=up), **switches}):
                if self._leads(chosen, place):
                    needed = chosen if len(chosen) == at_least else self._needed(chosen, place)
                    return Fewest(at_least, self._changes(needed), self._place(self.now.after(needed)))
        return Fewest(at_least, (), None)

    def _tightened(self, found: Fewest, place: int) -> Fewest:
        """Try every single change and every pair, where these are not too many and not ruled out already."""
        for count in (1, 2):
            if found.is_smallest or found.at_least is None or found.at_least > count:
                continue
            ways = list(islice(self._ways(count), _MOST_WAYS + 1))
            if len(ways) > _MOST_WAYS:
                break
            for chosen in ways:
                if self._leads(chosen, place):
                    return Fewest(count, self._changes(chosen), self._place(self.now.after(chosen)))
            found = replace(found, at_least=count + 1)
        return found

    def _ways(self, count: int) -> Iterator[dict[str, Reading]]:
        """Yield every change of that many answers, up or down."""
        for ids in combinations(self.answers, count):
            for readings in product(*(self.answers[id_] for id_ in ids)):
                yield dict(zip(ids, readings, strict=True))

    def _steps(self, ids: Iterable[str], *, up: bool) -> dict[str, Reading]:
        """Return the change of each answer that leads furthest."""
        pick = max if up else min
        return {
            id_: pick(self.answers[id_], key=lambda way: way.ratio or Fraction(0))
            for id_ in sorted(set(ids))
            if self.answers.get(id_)
        }

    def _switches(self, *, up: bool) -> dict[str, Reading]:
        """Return the changes of answers that gates and adjustments look at."""
        conditions = [one for branch in self.now.scorer.branch.values() for one in branch.conditions]
        return self._steps([id_ for one in conditions for id_ in questions_named(one)], up=up)

    def _needed(self, chosen: Mapping[str, Reading], place: int) -> dict[str, Reading]:
        """Return changes of which none can be left out."""
        kept = dict(chosen)
        for id_ in chosen:
            fewer = {other: reading for other, reading in kept.items() if other != id_}
            if self._leads(fewer, place):
                kept = fewer
        return kept

    def _leads(self, chosen: Mapping[str, Reading], place: int) -> bool:
        after = self.now.after(chosen)
        return after.overall is not None and self._beyond(self._place(after), place)

    def _beyond(self, reached: int, place: int) -> bool:
        return reached >= place if place > self._place(self.now) else reached <= place

    def _place(self, headline: Headline) -> int:
        value = headline.value(headline.scorer.root)
        assert value.ratio is not None
        assert value.maximum is not None
        return self.standings.place(value.ratio, value.maximum)

    def _changes(self, chosen: Mapping[str, Reading]) -> tuple[Change, ...]:
        return tuple(self._change(id_, reading) for id_, reading in chosen.items())

    def _change(self, id_: str, after: Reading) -> Change:
        before, scale = self.now.readings[id_], self.now.scorer.scale
        assert before.ratio is not None
        assert after.ratio is not None
        assert after.answer is not None
        doubtful = before.needs_evidence or (before.answer is not None and before.answer.confidence == "low")
        return Change(id_, after.answer, scale.score_of(before.ratio), scale.score_of(after.ratio), doubtful)
