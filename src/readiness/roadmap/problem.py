"""The planning problem: which actions can close gaps, what each takes, and what limits them. Solvers read only this."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cached_property

from readiness.model.actions import Action
from readiness.model.assessment import USUAL_CURRENCY, USUAL_DAY_RATE, Plan
from readiness.model.decisions import Decision
from readiness.model.framework import Gate
from readiness.roadmap.ladders import Ladders
from readiness.roadmap.plan import Demand
from readiness.roadmap.quarters import QUARTERS_A_YEAR, WEEKS_A_QUARTER, quarter_of, quarters_ended
from readiness.roadmap.solution import Reason, Refusal
from readiness.scoring.engine import Headline, Scorer
from readiness.scoring.holds import holds
from readiness.scoring.reading import Reading, with_items
from readiness.scoring.result import State

__all__ = ["Problem"]

_OPEN = Decision()
"""Nothing is settled."""


@dataclass(frozen=True)
class Problem:
    """Everything that a solver needs; the same for every solver."""

    scorer: Scorer
    readings: Mapping[str, Reading]
    levels: Mapping[str, int]
    """The target level of each scored question."""
    plan: Plan
    starts: date

    def under(self, plan: Plan) -> Problem:
        """Return the problem under other limits and decisions; much of what is known does not hang on them."""
        other = replace(self, plan=plan)
        kept = ["now", "rivals", "stand_ins", *(["in_place"] if other.finished == self.finished else [])]
        other.__dict__.update({name: getattr(self, name) for name in kept})
        return other

    @property
    def currency(self) -> str:
        """The currency of all amounts."""
        return self.plan.currency or USUAL_CURRENCY

    @property
    def day_rate(self) -> Fraction:
        """What a person-day is worth when effort and money are compared."""
        return USUAL_DAY_RATE if self.plan.day_rate is None else self.plan.day_rate

    @cached_property
    def now(self) -> Headline:
        """The headline before anything is done."""
        return Headline(self.scorer, self.readings)

    def gain(self, before: Headline, after: Headline) -> Fraction:
        """Return how much better the overall ratio gets; where there is none, as if it were the worst."""
        direction = self.scorer.root.direction
        worst = direction.worst
        return direction.gain(*(worst if one.overall is None else one.overall for one in (before, after)))

    @cached_property
    def actions(self) -> Mapping[str, Action]:
        """Every action of the framework, by id; of one that is under way, what is left of it."""
        return {
            id_: action if (left := self.decision(id_).left) == 1 else action.left_over(left)
            for id_, action in self.scorer.framework.action.items()
        }

    @cached_property
    def ladders(self) -> Ladders:
        """The checklists on which actions may help only together."""
        return Ladders(self.scorer, self.levels, without=self.excluded)

    @cached_property
    def closing(self) -> frozenset[str]:
        """Actions that close a gap, in whole or in part, whether or not they can be had."""
        return frozenset(id_ for id_, action in self.actions.items() if self.closes(action, self.readings))

    @cached_property
    def candidates(self) -> tuple[str, ...]:
        """Actions among which to choose: those that close a gap and are not excluded, and the required ones."""
        wanted = (self.closing - self.excluded.keys()) | self.required
        return tuple(id_ for id_ in self.actions if id_ in wanted)

    def decision(self, id_: str) -> Decision:
        """Return what is settled about an action."""
        return self.plan.actions.get(id_, _OPEN)

    @cached_property
    def _settled(self) -> frozenset[str]:
        """Actions that a decision of their own puts into the plan."""
        return frozenset(id_ for id_, one in self.plan.actions.items() if one.is_required and id_ in self.actions)

    @cached_property
    def excluded(self) -> Mapping[str, Refusal]:
        """Actions that cannot be had whatever the limits: kept out by decision, or in need of one that is."""
        found = {id_: Refusal(Reason.NEVER) for id_ in self.actions if self.decision(id_).never}
        growing = bool(found)
        while growing:
            missing = {
                id_: Refusal(Reason.PREREQUISITE, need)
                for id_, action in self.actions.items()
                if id_ not in found
                for need in self.needs(action)
                if self.stand_ins[need] <= found.keys()
            }
            found |= missing
            growing = bool(missing)
        return found

    @cached_property
    def required(self) -> frozenset[str]:
        """Actions that the plan has to have: by decision, or because one of those waits for them and nothing else."""
        found, new = set[str](), set(self._settled)
        while new:
            found |= new
            needs = {need for id_ in new for need in self.needs(self.actions[id_])}
            new = set[str]().union(*map(self._only_ways, needs)) - found
        return frozenset(found)

    def _only_ways(self, need: str) -> Iterable[str]:
        """Return the one action that meets a need, if nothing else does; where nothing does, what is asked for."""
        ways = self.stand_ins[need] - self.excluded.keys() or {need}
        return ways if len(ways) == 1 else ()

    def window(self, id_: str) -> range:
        """Return the quarters in which an action may start, prerequisites aside; empty when there are none."""
        decision, quarters = self.decision(id_), self.demand[id_].quarters
        first, last = 0, self.plan.quarters - quarters
        if decision.not_before is not None:
            first = max(first, quarter_of(self.starts, decision.not_before))
        if decision.starts is not None:
            fixed = quarter_of(self.starts, decision.starts)
            first, last = max(first, fixed), min(last, fixed)
        if decision.deadline is not None:
            last = min(last, quarters_ended(self.starts, decision.deadline) - quarters)
        if decision.under_way is not None:
            last = min(last, 0)
        return range(first, first if id_ in self.excluded else max(first, last + 1))

    @cached_property
    def in_place(self) -> frozenset[str]:
        """Actions with nothing left to do here: finished, every level they bring is reached, or it does not apply."""
        idle = (id_ for id_, action in self.actions.items() if not self.lifted(action, self.readings))
        return self.finished.union(idle)

    @cached_property
    def finished(self) -> frozenset[str]:
        """Actions that the organisation calls finished, whatever the answers show."""
        return frozenset(id_ for id_, one in self.plan.actions.items() if one.finished is not None)

    @cached_property
    def held(self) -> tuple[tuple[str, Gate], ...]:
        """The gates that hold now, each after the id of the node that it caps."""
        gates = ((branch.id, gate) for branch in self.scorer.branch.values() for gate, _ in branch.gates)
        return tuple((id_, gate) for id_, gate in gates if holds(gate.when, self.now))

    @cached_property
    def shortfall(self) -> Mapping[str, Fraction]:
        """For each question that falls short of its target: by how much, as a ratio."""
        scale, leaves = self.scorer.scale, self.scorer.leaf
        asked = {
            id_: self.readings[id_].stands
            for id_ in self.levels
            if self.now.state(leaves[id_]) not in {State.HIDDEN, State.NOT_APPLICABLE}
        }
        short = {id_: leaves[id_].direction.short(one, scale.ratio_of(self.levels[id_])) for id_, one in asked.items()}
        return {id_: one for id_, one in short.items() if one}

    @cached_property
    def price_of_all(self) -> Fraction:
        """The price of every action of the framework, whatever a plan settles about some of them."""
        return sum((demand.price for demand in self.demand.values()), Fraction(0))

    @cached_property
    def demand(self) -> Mapping[str, Demand]:
        """For each action: what it takes."""
        return {id_: self._demand(action) for id_, action in self.actions.items()}

    def _demand(self, action: Action) -> Demand:
        quarters = max(1, math.ceil(action.duration_weeks.likely / WEEKS_A_QUARTER))
        a_year = action.running_cost_a_year.likely if action.running_cost_a_year else Fraction(0)
        money, running = Fraction(action.cost.likely), a_year / QUARTERS_A_YEAR
        days = {role: effort.likely / quarters for role, effort in action.effort_by_role.items()}
        price = money + action.days_of_all[1] * self.day_rate + running * max(0, self.plan.quarters - quarters)
        return Demand(quarters, money / quarters, days, running, price)

    def needs(self, action: Action) -> tuple[str, ...]:
        """Return the prerequisites that are part of the framework and are still to come.

        What is in place is not, unless a decision puts it into the plan all the same. An action that is under way
        waits for nothing: it has begun.
        """
        if self.decision(action.id).under_way is not None:
            return ()
        still = self.actions.keys() - (self.in_place - self._settled)
        return tuple(need for need in action.needs if need in still)

    @cached_property
    def rivals(self) -> Mapping[str, frozenset[str]]:
        """For each action: those that cannot be chosen beside it; rivalry holds both ways."""
        found: dict[str, set[str]] = {id_: set() for id_ in self.actions}
        for id_, action in self.actions.items():
            for rival in found.keys() & set(action.instead_of):
                found[id_].add(rival)
                found[rival].add(id_)
        return {id_: frozenset(rivals) for id_, rivals in found.items()}

    @cached_property
    def stand_ins(self) -> Mapping[str, frozenset[str]]:
        """For each action: itself, and the rivals that bring as much. One of them is enough for what needs it."""
        return {
            id_: frozenset({id_, *(rival for rival in rivals if self._brings_as_much(self.actions[rival], id_))})
            for id_, rivals in self.rivals.items()
        }

    def _brings_as_much(self, rival: Action, id_: str) -> bool:
        direction = self.scorer.framework.direction
        for name, to in self.actions[id_].lifts.items():
            theirs = rival.lifts.get(name)
            if isinstance(to, int) and isinstance(theirs, int):
                enough = direction[name].is_met(theirs, to)
            else:
                enough = isinstance(to, tuple) and isinstance(theirs, tuple) and set(to) <= set(theirs)
            if not enough:
                return False
        return True

    def first_done(self, need: str, ends: Mapping[str, int]) -> str | None:
        """Return which of an action and its stand-ins ends first, of those with an end; None when none has one."""
        return min(self.stand_ins[need] & ends.keys(), key=lambda one: (ends[one], one), default=None)

    def lifted(
        self, action: Action, readings: Mapping[str, Reading], *, no_further_than_target: bool = False
    ) -> dict[str, Reading]:
        """Return the readings that an action changes; `no_further_than_target` counts only what closes gaps."""
        changed = {}
        for id_, to in action.lifts.items():
            old = readings[id_]
            if old.state is State.NOT_APPLICABLE or not self.now.applies(self.scorer.leaf[id_]):
                continue
            new = self._raised(id_, old, to, no_further_than_target=no_further_than_target)
            if new.ratio != old.ratio or new.state is not old.state or new.answer is not old.answer:
                changed[id_] = new
        return changed

    def _raised(self, id_: str, old: Reading, to: int | tuple[str, ...], *, no_further_than_target: bool) -> Reading:
        scale, question = self.scorer.scale, self.scorer.framework.question[id_]
        new = with_items(question, old, to, scale) if isinstance(to, tuple) else old.lifted(scale.ratio_of(to))
        if not no_further_than_target or id_ not in self.levels:
            return new
        goal = scale.ratio_of(self.levels[id_])
        if old.ratio is not None and not old.direction.short(old.ratio, goal):
            return old
        assert new.ratio is not None
        return new if old.direction.gain(new.ratio, goal) >= 0 else new.capped(goal)

    def closes(self, action: Action, readings: Mapping[str, Reading]) -> dict[str, Reading]:
        """Return the readings that an action brings nearer to their target, no further than the target."""
        if action.id in self.finished:
            return {}
        return {
            id_: new
            for id_, new in self.lifted(action, readings, no_further_than_target=True).items()
            if id_ in self.levels and self.ladders.helps(id_, readings[id_], new)
        }
