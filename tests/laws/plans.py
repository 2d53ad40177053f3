"""Random planning problems on top of random frameworks, and an independent look at the plans that come of them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from random import Random
from typing import Any

from hypothesis import strategies as st

from readiness.model.actions import Action
from readiness.model.answers import ChecklistAnswer
from readiness.model.assessment import Plan
from readiness.model.direction import Direction
from readiness.roadmap.plan import PlannedAction, Roadmap
from readiness.roadmap.planners import Planner
from readiness.roadmap.schedule import plan_roadmap
from readiness.scoring.engine import Headline
from readiness.scoring.reading import Reading
from readiness.scoring.result import State
from tests.builders import Plain, an_action
from tests.laws.strategies import TODAY, Case, Rules, a_case, frozen, questions_below, randoms

PLANNED = Rules(
    ladders=False, types=("level", "level", "level", "checklist", "choice", "yes-no", "number"), evidence=False
)
MONOTONE_PLANNED = replace(PLANNED, gates="opened", adjust="always", asks="facts", facts=False, missing=0)


@dataclass(frozen=True)
class Problem:
    """A case with actions, and the limits of a plan."""

    case: Case
    limits: Plain

    @cached_property
    def plan(self) -> Plan:
        """The limits as the model reads them."""
        return Plan.model_validate(frozen(self.limits))

    def solved(self, planner: Planner = Planner.RANKED) -> Roadmap:
        """Return the roadmap of a planner.

        Raises:
            NoRoadmap: nothing fits.
        """
        case = self.case
        return plan_roadmap(case.scorer, case.readings, case.scorecard, self.plan, assessed_on=TODAY, planner=planner)

    @property
    def actions(self) -> Mapping[str, Action]:
        """Every action by id."""
        return self.case.framework.action

    # --- what an action means, worked out again -----------------------------------------------------------------

    def lifts(self, id_: str, readings: Mapping[str, Reading]) -> dict[str, Reading]:
        """Return what an action changes: each question that is asked today and applies, raised to what it brings."""
        scale, now = self.case.framework.scale, Headline(self.case.scorer, self.case.readings)
        changed: dict[str, Reading] = {}
        for name, to in self.actions[id_].lifts.items():
            old = readings[name]
            if old.state is State.NOT_APPLICABLE or now.state(self.case.scorer.leaf[name]) is State.HIDDEN:
                continue
            down = self.down(name)
            answer, before = old.answer, (Fraction(int(down)) if old.ratio is None else old.ratio)
            if isinstance(to, tuple):
                answer = self._unticked(name, old, to) if down else self._ticked(old, to)
                ratio = self.case.framework.question[name].ratio(answer, scale)
            else:
                ratio = scale.ratio_of(to)
            ratio = min(ratio, before) if down else max(ratio, before)
            if old.state.is_missing or ratio != before:
                changed[name] = Reading(State.ANSWERED, ratio, answer, old.evidence, ratio, old.direction)
        return changed

    def down(self, name: str) -> bool:
        """Tell whether a lower answer to a question is a better one."""
        return self.case.scorer.leaf[name].direction is Direction.WORSE

    def _unticked(self, name: str, old: Reading, items: tuple[str, ...]) -> ChecklistAnswer:
        everything = tuple(item["id"] for item in self.case.questions[name]["items"])
        done, partly = getattr(old.answer, "done", everything), getattr(old.answer, "partly", ())
        kept = [tuple(item for item in ticked if item not in items) for ticked in (done, partly)]
        return ChecklistAnswer(done=kept[0], partly=kept[1])

    @staticmethod
    def _ticked(old: Reading, items: tuple[str, ...]) -> ChecklistAnswer:
        done = set(items) | set(getattr(old.answer, "done", ()))
        partly = tuple(item for item in getattr(old.answer, "partly", ()) if item not in done)
        return ChecklistAnswer(done=tuple(sorted(done)), partly=partly)

    def closes(self, id_: str, readings: Mapping[str, Reading]) -> bool:
        """Tell whether an action improves a question that does not meet its target."""
        return any(self.is_open(name, readings[name].ratio) for name in self.lifts(id_, readings))

    def is_open(self, name: str, ratio: Fraction | None) -> bool:
        """Tell whether a question does not meet its target."""
        scale, levels = self.case.framework.scale, self.case.scorecard.target_levels
        if name not in levels or ratio is None:
            return name in levels
        wanted = scale.ratio_of(levels[name])
        return ratio > wanted if self.down(name) else ratio < wanted

    def open_needs(self, id_: str) -> list[str]:
        """Return the prerequisites that have something left to do."""
        return [need for need in self.actions[id_].needs if self.lifts(need, self.case.readings)]

    def as_good_as(self, need: str) -> set[str]:
        """Return an action and its rivals that bring every question at least as far."""
        wanted = self.actions[need].lifts
        return {need} | {
            one
            for one in self.rivals(need)
            if all(
                name in self.actions[one].lifts and self._is_enough(name, self.actions[one].lifts[name], to)
                for name, to in wanted.items()
            )
        }

    def _is_enough(self, name: str, has: int | tuple[str, ...], wanted: int | tuple[str, ...]) -> bool:
        if isinstance(has, tuple) or isinstance(wanted, tuple):
            return isinstance(has, tuple) and isinstance(wanted, tuple) and not set(wanted) - set(has)
        return has <= wanted if self.down(name) else has >= wanted

    def waits_for(self, id_: str, plan: Roadmap) -> list[PlannedAction | None]:
        """Return for each open prerequisite what a plan does for it first; None: nothing."""
        ones = sorted(plan.actions, key=lambda one: (one.end, one.action.id))
        meets = [self.as_good_as(need) for need in self.open_needs(id_)]
        return [next((one for one in ones if one.action.id in good), None) for good in meets]

    def rivals(self, id_: str) -> set[str]:
        """Return the actions that cannot stand beside one."""
        return {
            one for one in self.actions if one in self.actions[id_].instead_of or id_ in self.actions[one].instead_of
        }

    def quarters(self, id_: str) -> int:
        """Return how many quarters of 13 weeks an action takes."""
        return max(1, math.ceil(self.actions[id_].duration_weeks.likely / 13))

    def after(self, done: list[PlannedAction]) -> Headline:
        """Return the score once some actions are finished, in the order in which they end."""
        readings = dict(self.case.readings)
        for one in sorted(done, key=lambda one: one.end):
            readings |= self.lifts(one.action.id, readings)
        return Headline(self.case.scorer, readings)

    # --- what a plan uses ---------------------------------------------------------------------------------------

    def money(self, plan: Roadmap, quarter: int) -> Fraction:
        """Return the likely spend of a quarter."""
        return sum((self.money_of(one.action.id, one.start, quarter) for one in plan.actions), Fraction(0))

    def money_of(self, id_: str, start: int, quarter: int) -> Fraction:
        """Return what an action that starts in one quarter costs in another."""
        action, long = self.actions[id_], self.quarters(id_)
        if start <= quarter < start + long:
            return Fraction(action.cost.likely) / long
        running = action.running_cost_a_year.likely if action.running_cost_a_year else Fraction(0)
        return running / 4 if quarter >= start + long else Fraction(0)

    def days(self, plan: Roadmap, team: str, quarter: int) -> Fraction:
        """Return the likely person-days of a team, or of all teams, in a quarter."""
        return sum((self.days_of(one.action.id, one.start, team, quarter) for one in plan.actions), Fraction(0))

    def days_of(self, id_: str, start: int, team: str, quarter: int) -> Fraction:
        """Return what an action that starts in one quarter takes of a team in another."""
        long = self.quarters(id_)
        return self.effort(id_, team) / long if start <= quarter < start + long else Fraction(0)

    def effort(self, id_: str, team: str) -> Fraction:
        """Return the likely person-days that an action takes of a team, or of all teams."""
        action = self.actions[id_]
        days = [(action.owner, action.effort_days), *action.effort_of_others.items()]
        return sum((one.likely for role, one in days if team in {"*", role}), Fraction(0))

    def starts_with_money(self, plan: Roadmap, id_: str) -> list[int]:
        """Return the quarters in which an action could start as far as the money that a plan leaves goes."""
        budget = self.plan.budget_a_quarter
        return [
            start
            for start in self.starts_in_time(plan, id_)
            if budget is None
            or all(
                not (extra := self.money_of(id_, start, t)) or self.money(plan, t) + extra <= budget
                for t in range(self.plan.quarters)
            )
        ]

    def starts_with_people(self, plan: Roadmap, id_: str) -> list[int]:
        """Return the quarters in which an action could start as far as the people that a plan leaves go."""
        limits = self.plan.capacity_days_a_quarter
        return [
            start
            for start in self.starts_in_time(plan, id_)
            if all(
                self.days(plan, team, t) + self.days_of(id_, start, team, t) <= limit
                for team, limit in limits.items()
                for t in range(start, start + self.quarters(id_))
                if self.effort(id_, team) or team in {"*", self.actions[id_].owner}
            )
        ]

    def starts_in_time(self, plan: Roadmap, id_: str) -> list[int]:
        """Return the quarters in which an action could start and end in time, after its chosen prerequisites."""
        ready = max((one.end for one in self.waits_for(id_, plan) if one), default=0)
        return [start for start in range(ready, self.plan.quarters) if start + self.quarters(id_) <= self.plan.quarters]


def a_problem(random: Random, rules: Rules) -> Problem:
    """Return a case with actions, and limits that some of them break."""
    case = a_case(random, rules)
    document = case.document | {"actions": _actions(random, case)}
    return Problem(Case(document, case.facts, case.answers), _limits(random))


def _limits(random: Random) -> Plain:
    limits: Plain = {"quarters": random.choice((1, 2, 3, 4, 6, 8)), "day-rate": random.choice((1, 400))}
    if random.randint(0, 2):
        limits["budget-a-quarter"] = random.choice((0, 50, 100, 200, 400))
    teams = [team for team in ("lead", "other", "*") if random.randint(0, 1)]
    limits["capacity-days-a-quarter"] = {team: random.choice((0, 5, 10, 20, 40)) for team in teams}
    if random.randint(0, 1):
        limits["starts"] = random.choice(("2027-01-01", "2026-12-31", "2027-02-14"))
    return limits


def _actions(random: Random, case: Case) -> list[Plain]:
    asked = list(questions_below(case.document))
    found: list[Plain] = []
    below: dict[str, set[str]] = {}
    rivals_of: dict[str, set[str]] = {}
    for n in range(random.randint(1, 7)):
        lifts = {
            one["id"]: _lift(random, one, case.levels)
            for one in random.sample(asked, k=min(len(asked), random.choice((1, 1, 2))))
        }
        earlier = [one["id"] for one in found]
        id_ = f"x{n}"
        needs, below[id_], rivals_of[id_] = [], {id_}, set()
        for need in random.sample(earlier, k=min(len(earlier), random.choice((0, 0, 1, 2)))):
            if not any(rivals_of[one] & below[need] for one in below[id_]):  # nobody can do both of two rivals
                needs.append(need)
                below[id_] |= below[need]
        rest = [one for one in earlier if one not in below[id_]]
        rivals = random.sample(rest, k=min(len(rest), random.choice((0, 0, 1))))
        for rival in rivals:
            rivals_of[id_].add(rival)
            rivals_of[rival].add(id_)
        found.append(_action(random, id_, lifts, needs=needs or None, instead_of=rivals or None))
    names = [f"act-{random.randint(0, 9)}{one['id']}" for one in found]
    return _renamed(found, dict(zip((one["id"] for one in found), names, strict=True)))


def _renamed(actions: list[Plain], names: Mapping[str, str]) -> list[Plain]:
    """Return the actions under names whose order says nothing about what waits for what."""
    for one in actions:
        one["id"] = names[one["id"]]
        for key in ("needs", "instead-of"):
            if key in one:
                one[key] = [names[id_] for id_ in one[key]]
    return actions


def _lift(random: Random, question: Plain, levels: tuple[int, ...]) -> int | list[str]:
    if question["type"] == "checklist":
        items = [item["id"] for item in question["items"]]
        return random.sample(items, k=random.randint(1, len(items)))
    return random.choice(levels)


def _action(random: Random, id_: str, lifts: Mapping[str, Any], **keys: object) -> Plain:
    likely = random.choice((0, 50, 90, 100, 300))
    days = random.choice((0, 3, 10, 25))
    owner, helper = random.sample(("lead", "other"), k=2)
    return an_action(
        id_,
        lifts,
        owner=owner,
        effort_of_others={helper: {"likely": random.choice((1, 4, 15))}} if random.randint(0, 1) else None,
        cost={"low": Decimal(likely) / 2, "likely": likely, "high": likely * 2},
        effort_days={"low": Decimal(days) / 2, "likely": days, "high": days + 1},
        duration_weeks={"likely": random.choice((0, 4, 13, 14, 39, 200))},
        running_cost_a_year={"likely": random.choice((40, 100, 1000))} if random.randint(0, 3) == 0 else None,
        **keys,
    )


def problems(rules: Rules = PLANNED) -> st.SearchStrategy[Problem]:
    """Draw a problem."""
    return st.builds(a_problem, randoms(), st.just(rules))


def chains(plan: Roadmap) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield every chain of chosen actions that wait for each other, with the quarters it takes."""
    by_id = {one.action.id: one for one in plan.actions}

    def below(id_: str) -> Iterator[tuple[int, tuple[str, ...]]]:
        one = by_id[id_]
        yield one.quarters, (id_,)
        for need in one.after:
            for length, chain in below(need):
                yield length + one.quarters, (*chain, id_)

    for id_ in by_id:
        yield from below(id_)
