"""Chooses actions by gain per cost and places each as early as the limits allow.

This is the ranking that consultants do by hand, with the exact score as the gain and with prerequisites counted in.
It is quick and explains itself; it is not proved to be the best.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from readiness.roadmap.calendar import Calendar
from readiness.roadmap.feasible import required
from readiness.roadmap.influence import Influence
from readiness.roadmap.problem import Problem
from readiness.roadmap.solution import Choice, Method, Reason, Refusal, Solution
from readiness.roadmap.worth import worth
from readiness.scoring.engine import Headline
from readiness.scoring.reading import Reading

__all__ = ["ranked"]


_Rank: TypeAlias = tuple[Fraction, Fraction, str]


class _Offer(NamedTuple):
    """An action with the prerequisites that still have to be done for it."""

    bundle: tuple[str, ...]
    """In an order in which they can be done; the action itself is last."""
    gain: Fraction
    closed: Fraction
    price: Fraction

    @property
    def rank(self) -> _Rank:
        """Gain per cost, then gap closed per cost, then id."""
        return -self.gain / self.price, -self.closed / self.price, self.bundle[-1]


class _Search:
    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.calendar = Calendar(problem)
        self.chosen: dict[str, Choice] = {}
        self.refused: dict[str, tuple[tuple[str, ...], Refusal]] = {}
        self.score: Headline = problem.now
        self.demand = problem.demand

    def run(self) -> None:
        self.begin(required(self.problem))
        influence = Influence(self.problem)
        offers = self.offers(self.problem.candidates)
        while offers:
            best, before = offers[min(offers)], self.score
            again = influence.changed(best.bundle, before, self.score) if self.take(best) else best.bundle[-1:]
            offers = {rank: offer for rank, offer in offers.items() if offer.bundle[-1] not in again}
            offers |= self.offers(again)

    def begin(self, settled: Iterable[Choice]) -> None:
        """Place what the plan has to have, before anything is chosen."""
        for choice in settled:
            self.chosen[choice.action] = choice
            self.calendar.book(*choice)
        self.finish(self.chosen)

    def finish(self, ids: Iterable[str]) -> None:
        """Score again as if some actions were done."""
        for id_ in ids:
            self.score = self.score.after(self.problem.lifted(self.problem.actions[id_], self.score.readings))

    def offers(self, ids: Iterable[str]) -> dict[_Rank, _Offer]:
        """Return what these actions would bring now, by rank; the lowest is the best."""
        return {offer.rank: offer for id_ in ids if (offer := self.offer(id_))}

    def offer(self, id_: str) -> _Offer | None:
        """Return what an action would bring now, or None when it brings nothing or cannot be had."""
        if id_ in self.chosen or not self.problem.closes(self.problem.actions[id_], self.score.readings):
            return None
        bundle = self.bundle(id_)
        known = self.refused.get(id_)
        if bundle is None or (known is not None and known[0] == bundle):
            return None
        readings = self.lifted(bundle[:-1])
        last = self.problem.lifted(
            self.problem.actions[id_], {**self.score.readings, **readings}, no_further_than_target=True
        )
        if not last:  # its prerequisites alone close as much, for less
            self.refused[id_] = bundle, Refusal(Reason.PREREQUISITE, bundle[-2])
            return None
        readings |= last
        closed = sum((self.rise(name, new) for name, new in readings.items()), Fraction(0))
        gain = self.problem.gain(self.score, self.score.after(readings))
        price = sum((self.demand[one].price for one in bundle), Fraction(0))
        return _Offer(bundle, max(gain, Fraction(0)), closed, max(price, Fraction(1)))

    def lifted(self, bundle: tuple[str, ...]) -> dict[str, Reading]:
        """Return the readings that a bundle changes, each lifted no further than its target."""
        readings: dict[str, Reading] = {}
        for id_ in bundle:
            merged = {**self.score.readings, **readings}
            readings |= self.problem.lifted(self.problem.actions[id_], merged, no_further_than_target=True)
        return readings

    def rise(self, name: str, new: Reading) -> Fraction:
        """Return how much better one answer gets."""
        return new.direction.gain(self.score.readings[name].stands, new.stands)

    def bundle(self, id_: str) -> tuple[str, ...] | None:
        """Return an action after its open prerequisites, or None when a rival keeps one of them from being done.

        Nothing needs two rivals: a framework in which something does is refused.
        """
        order = self.together(id_)
        if order is None:
            return None
        for one in (id_, *order[:-1]):
            rival = min(self.problem.rivals[one] & self.chosen.keys(), default=None)
            if rival:
                stands_in = Refusal(Reason.RIVAL, rival) if one == id_ else Refusal(Reason.PREREQUISITE, one)
                self.refused[id_] = (), stands_in
                return None
        return order

    def together(self, id_: str) -> tuple[str, ...] | None:
        """Return an action after its open prerequisites, and after what a rung of a ladder needs beside it.

        None: it gets nothing done but on a rung that is out of reach for now.
        """
        order, ladders = self.order(id_), self.problem.ladders
        closes = self.problem.closes(self.problem.actions[id_], self.score.readings)
        if not all(map(ladders.has, closes)):
            return order
        if any(self.rise(name, new) > 0 for name, new in self.lifted(order).items()):
            return order
        for name in closes:
            missing = ladders.missing(name, self.score.readings[name])
            found = self.with_companions(order, name, missing) if set(missing) & self.brought(order, name) else None
            if found:
                return found
            others = (one for item in missing for one in ladders.bringing(name, item) if one not in order)
            self.refused[id_] = (), Refusal(Reason.PREREQUISITE, next(others, id_))
        return None

    def with_companions(self, order: tuple[str, ...], name: str, items: tuple[str, ...]) -> tuple[str, ...] | None:
        """Return a bundle with the cheapest actions that get the other items of a rung done; its last stays last."""
        for item in items:
            if item in self.brought(order, name):
                continue
            bringing = sorted(self.problem.ladders.bringing(name, item), key=lambda one: (self.demand[one].price, one))
            orders = (self.order(one) for one in bringing)
            more = next((one for one in orders if not self.rivals_of(one) & {*self.chosen, *order}), None)
            if more is None:
                return None
            order = (*order[:-1], *(one for one in more if one not in order), order[-1])
        return order

    def brought(self, order: tuple[str, ...], name: str) -> set[str]:
        """Return the items of a ladder that a bundle gets done."""
        return {item for one in order for item in self.problem.ladders.lifted(self.problem.actions[one], name)}

    def rivals_of(self, order: tuple[str, ...]) -> set[str]:
        return {rival for one in order for rival in self.problem.rivals[one]}

    def order(self, id_: str) -> tuple[str, ...]:
        """Return an action after its open prerequisites, and each of those after its own."""
        needs = (self.way(need) for need in self.problem.needs(self.problem.actions[id_]) if not self.is_chosen(need))
        return tuple(dict.fromkeys([*(one for need in needs for one in self.order(need)), id_]))

    def way(self, need: str) -> str:
        """Return a prerequisite, or the cheapest rival that brings as much where the prerequisite cannot be had."""
        ways = self.problem.stand_ins[need] - self.problem.excluded.keys()
        return need if need in ways else min(ways, key=lambda one: (self.demand[one].price, one))

    def is_chosen(self, need: str) -> bool:
        """Tell whether an action is chosen, or a rival that brings as much."""
        return not self.problem.stand_ins[need].isdisjoint(self.chosen)

    def take(self, offer: _Offer) -> bool:
        """Place a whole bundle, or none of it; tell which."""
        placed: list[Choice] = []
        for id_ in offer.bundle:
            start = self.earliest(id_)
            if start is None:
                refusal = self.refusal(id_)
                self.undo(placed)
                action = offer.bundle[-1]
                self.refused[action] = (offer.bundle, refusal if id_ == action else Refusal(Reason.PREREQUISITE, id_))
                return False
            choice = Choice(id_, start)
            placed.append(choice)
            self.chosen[id_] = choice
            self.calendar.book(id_, start)
        self.finish(offer.bundle)
        for id_ in offer.bundle:
            self.refused.pop(id_, None)
        return True

    def undo(self, placed: list[Choice]) -> None:
        for choice in placed:
            self.calendar.book(*choice, sign=-1)
            del self.chosen[choice.action]

    def ready(self, id_: str) -> int:
        """Return the first quarter in which every prerequisite is finished."""
        needs = self.problem.needs(self.problem.actions[id_])
        ends = {one: choice.start + self.demand[one].quarters for one, choice in self.chosen.items()}
        done = (self.problem.first_done(need, ends) for need in needs)
        return max((ends[one] for one in done if one), default=0)

    def earliest(self, id_: str) -> int | None:
        return next((t for t in self.starts(id_) if self.calendar.fits(id_, t)), None)

    def starts(self, id_: str) -> range:
        """Return the quarters in which an action may start, after everything that it waits for."""
        window = self.problem.window(id_)
        return range(max(window.start, self.ready(id_)), window.stop)

    def refusal(self, id_: str) -> Refusal:
        """Return which limit keeps an action out."""
        starts = self.starts(id_)
        if not starts:
            return Refusal(Reason.NO_TIME)
        if not any(self.calendar.fits(id_, t, people=False) for t in starts):
            return Refusal(Reason.NO_MONEY)
        people = any(self.calendar.fits(id_, t, money=False) for t in starts)
        return Refusal(Reason.NO_PEOPLE, money_too=people)

    def why_not(self, id_: str) -> Refusal:
        """Return why a candidate is not among the chosen actions."""
        if not self.problem.closes(self.problem.actions[id_], self.score.readings):
            return Refusal(Reason.COVERED)
        return self.refused[id_][1]


def ranked(problem: Problem) -> Solution:
    """Return what the plan has to have, then the actions in the order of choice, and why each other was not chosen.

    Raises:
        NoRoadmap: what the plan has to have does not fit within its limits.
    """
    search = _Search(problem)
    search.run()
    refused = {id_: search.why_not(id_) for id_ in problem.candidates if id_ not in search.chosen}
    choices = tuple(search.chosen.values())
    return Solution(choices, refused, worth(problem, choices), Method.RANKED)
