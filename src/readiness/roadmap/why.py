"""Why an action is in the plan, or is not: what is lost without it, and the best plan that settles it otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from readiness.roadmap.again import Again, Alternative
from readiness.roadmap.calendar import ALL_TEAMS, Key, Limit
from readiness.roadmap.dropping import Finished
from readiness.roadmap.easing import MONEY, TIME, lifted, resources
from readiness.roadmap.loss import Ground, Loss
from readiness.roadmap.solution import Reason, Refusal
from readiness.roadmap.unchosen import refusal_of
from readiness.roadmap.waiting import Wait, wait

__all__ = ["Inquiry", "WhyChosen", "WhyLeftOut"]


@dataclass(frozen=True, slots=True)
class WhyChosen:
    """Why an action is in the plan."""

    loss: Loss
    wait: Wait
    other: Alternative | None
    """The best plan without it; None where it is settled beforehand, or where no plan can do without it."""


@dataclass(frozen=True, slots=True)
class WhyLeftOut:
    """Why an action is not in the plan."""

    action: str
    refusal: Refusal
    freed_by: tuple[tuple[Limit, ...], ...]
    """Limits without any one group of which the best plan has it; those on time are put off by a year, not lifted.

    Single limits, or else the smallest group of several. None of them: not even without all limits has it."""
    other: Alternative | None
    """The best plan that has it; None where no plan can have it, or where none was made."""
    was_tried: bool = True
    """Whether other plans were made; not where the reason is certain as it stands."""


class Inquiry:
    """Answers why, for one plan."""

    def __init__(self, again: Again) -> None:
        """Take a plan that can be made again."""
        self._again = again
        self._problem = again.problem
        self._start = {choice.action: choice.start for choice in again.solution.choices}
        self._finished = Finished(again.problem, again.solution.choices)
        self._without_limits: dict[tuple[Limit, ...], frozenset[str]] = {}

    def why(self, id_: str) -> WhyChosen | WhyLeftOut:
        """Return why an action is in the plan, or is not."""
        return self._why_chosen(id_) if id_ in self._start else self._why_left_out(id_)

    def _why_chosen(self, id_: str) -> WhyChosen:
        loss = self._finished.loss(id_)
        return WhyChosen(
            loss=loss,
            wait=wait(self._problem, self._again.solution.choices, id_),
            other=None if loss.ground is Ground.SETTLED else self._again.without(id_),
        )

    def _why_left_out(self, id_: str) -> WhyLeftOut:
        refusal = refusal_of(self._problem, self._again.solution, id_)
        if self.is_certain(id_):
            return WhyLeftOut(id_, refusal, (), None, was_tried=False)
        return WhyLeftOut(id_, refusal, tuple(self._freed_by(id_)), self._again.having(id_))

    def is_certain(self, id_: str) -> bool:
        """Tell whether the reason needs no other plan: nothing is left to win, or nothing to decide."""
        if id_ in self._start:
            return False
        reason = refusal_of(self._problem, self._again.solution, id_).reason
        if id_ in self._problem.excluded or reason in {Reason.FINISHED, Reason.TARGET_MET}:
            return True
        return reason is Reason.COVERED and self._problem.rivals[id_].isdisjoint(self._start)

    def _freed_by(self, id_: str) -> Iterator[tuple[Limit, ...]]:
        """Yield the limits each of which keeps an action out; where none does alone, the fewest groups that do."""
        alone = [group for group in self._alone(id_) if id_ in self._chosen_without(group)]
        yield from alone
        if not alone:
            yield from islice((group for group in self._together() if id_ in self._chosen_without(group)), 1)

    def _alone(self, id_: str) -> Iterator[tuple[Limit, ...]]:
        """Yield the limits that an action, or what it needs, runs into; both limits on money count as one."""
        limits, needed = resources(self._problem), [self._problem.actions[one] for one in self._needed(id_)]
        teams = {ALL_TEAMS}.union(*(self._problem.demand[action.id].days for action in needed))
        money = tuple(limit for limit in MONEY if limit in limits)
        if money and any(action.cost.likely or action.running_cost_a_year for action in needed):
            yield money
        yield from ((limit,) for limit in limits if limit.key is Key.CAPACITY and limit.of in teams)
        yield (TIME,)

    def _together(self) -> Iterator[tuple[Limit, ...]]:
        """Yield all limits on people, then those on money too, then all."""
        limits = resources(self._problem)
        people = tuple(limit for limit in limits if limit.key is Key.CAPACITY)
        if len(people) > 1:
            yield people
        yield tuple(limit for limit in limits if limit != TIME)
        yield limits

    def _needed(self, id_: str) -> frozenset[str]:
        needs = self._problem.needs(self._problem.actions[id_])
        return frozenset({id_}).union(*(self._needed(one) for one in needs if one not in self._start))

    def _chosen_without(self, limits: tuple[Limit, ...]) -> frozenset[str]:
        """Return the actions of the best plan without some limits; the same plan answers for every action."""
        if limits not in self._without_limits:
            other = self._again.under(lifted(self._problem.plan, limits))
            self._without_limits[limits] = frozenset(choice.action for choice in other.solution.choices)
        return self._without_limits[limits]
