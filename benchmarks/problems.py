"""Planning problems of any size, invented, the same for the same size and seed.

    problem = problem_of(actions=100, seed=1)

Sixty questions stand in ten dimensions, two of which are as good as their weakest question. Each dimension has a gate,
and one caps the whole. Three roles act; an action takes one to four quarters and lifts one to three questions; some
need others, some are rivals, some cost something every year. The money is 40 % of what all actions cost, and each role
has 50 % of the days that they take, spread evenly over the quarters.

All chance comes from one stream a problem, so that sizes and seeds do not disturb each other. The documents pass every
check that a user's documents have to pass.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from random import Random
from typing import Any

from readiness.checks.assessment import check_assessment
from readiness.checks.catalogue import RULES
from readiness.checks.framework import check_framework
from readiness.diagnostics import Severity
from readiness.model.assessment import Assessment
from readiness.model.framework import Framework
from readiness.roadmap.problem import Problem
from readiness.roadmap.quarters import first_quarter_after
from readiness.scoring.engine import Scorer
from readiness.scoring.reading import read_answers
from readiness.scoring.score import score

__all__ = ["problem_of"]

Plain = dict[str, Any]
DIMENSIONS, IN_EACH, WEAKEST_LINKS = 10, 6, 2
ROLES = {"digital-lead": "Head of digital", "ciso": "Security officer", "hr": "Head of people"}
TARGET, QUARTERS = 4, 12
MONEY_SHARE, DAYS_SHARE = Fraction(40, 100), Fraction(50, 100)
ASSESSED_ON = date(2026, 11, 20)
LIKELY_RANGE = (Fraction(7, 10), Fraction(3, 2))
"""The low and the high estimate, as a share of the likely one."""
STEADY = 7
"""One action in so many costs something every year."""
WHOLE = "d1-q2"
"""The question on which the gate of the whole hangs."""


def problem_of(actions: int, seed: int) -> Problem:
    """Return a problem with so many actions, each of which closes a gap.

    Raises:
        ValueError: what was made has errors, so nothing measured on it says anything.
    """
    drawn = _Actions(actions, seed)
    framework, assessment = _framework(drawn), _assessment(drawn)
    found = [*check_framework(framework), *check_assessment(assessment, framework)]
    errors = [finding for finding in found if RULES[finding.code].severity is Severity.ERROR]
    if errors:
        raise ValueError(f"the problem has errors: {errors[:3]}")
    scorer = Scorer(framework, assessment.organisation.facts)
    readings = read_answers(framework, assessment, ASSESSED_ON)
    levels = score(scorer, readings, "good").target_levels
    return Problem(scorer, readings, levels, assessment.plan, first_quarter_after(ASSESSED_ON))


# --- the framework ------------------------------------------------------------------------------------------------


def _framework(drawn: _Actions) -> Framework:
    return Framework.model_validate(
        {
            "readiness": "framework/1",
            "id": "generated",
            "version": "1.0.0",
            "title": "Generated",
            "language": "en",
            "licence": "CC0-1.0",
            "roles": ROLES,
            "gates": ({"when": {"question": WHOLE, "below": 3}, "cap-at-level": 3, "because": "It is the base."},),
            "areas": tuple(_dimension(number) for number in range(1, DIMENSIONS + 1)),
            "targets": {"good": {"title": "Good", "default": TARGET}},
            "actions": tuple(drawn.actions),
        }
    )


def _assessment(drawn: _Actions) -> Assessment:
    return Assessment.model_validate(
        {
            "readiness": "assessment/1",
            "framework": {"id": "generated", "version": "1.0.0"},
            "organisation": {"name": "Generated Council"},
            "assessed-on": ASSESSED_ON.isoformat(),
            "answers": {id_: {"level": level} for id_, level in drawn.levels.items()},
            "plan": _limits(drawn.actions),
        }
    )


def _dimension(number: int) -> Plain:
    """Return a dimension; the last ones are as good as their weakest question."""
    weakest = number > DIMENSIONS - WEAKEST_LINKS
    gate = {"when": {"question": f"d{number}-q1", "below": 3}, "cap-at-level": 2, "because": "Nothing stands on less."}
    return {
        "id": f"d{number}",
        "title": f"Dimension {number}",
        "weight": 1 + number % 3,
        "scoring": {"rollup": "min" if weakest else "mean"},
        "gates": (gate,),
        "questions": tuple(_question(f"d{number}-q{n}", weight=1 + n % 2) for n in range(1, IN_EACH + 1)),
    }


def _question(id_: str, weight: int) -> Plain:
    levels = {level: f"What level {level} looks like." for level in range(1, 6)}
    asked = {"id": id_, "topic": f"Topic {id_}", "ask": f"How is {id_}?", "why": "It counts.", "weight": weight}
    return asked | {"type": "level", "levels": levels}


def _limits(actions: Sequence[Plain]) -> Plain:
    money = sum((Fraction(one["cost"]["likely"]) for one in actions), Fraction(0)) * MONEY_SHARE / QUARTERS
    days = {role: _days(actions, role) * DAYS_SHARE / QUARTERS for role in ROLES}
    return {
        "quarters": QUARTERS,
        "budget-a-quarter": Fraction(round(money, -2)),
        "capacity-days-a-quarter": {role: Fraction(round(one)) for role, one in days.items()},
    }


def _days(actions: Sequence[Plain], role: str) -> Fraction:
    """Return the days that all actions take of a role's team."""
    asked = ({one["owner"]: one["effort-days"], **one["effort-of-others"]} for one in actions)
    return sum((Fraction(one[role]["likely"]) for one in asked if role in one), Fraction(0))


# --- the actions --------------------------------------------------------------------------------------------------


class _Actions:
    """Answers, and actions that improve them, drawn one after the other."""

    def __init__(self, count: int, seed: int) -> None:
        self.chance = Random(f"{count} actions, seed {seed}")  # noqa: S311  a simulation, no secret
        asked = [f"d{d}-q{q}" for d in range(1, DIMENSIONS + 1) for q in range(1, IN_EACH + 1)]
        self.levels = {id_: self.chance.choice((1, 1, 2, 2, 3)) for id_ in asked}
        self.base = [WHOLE, *(id_ for id_ in asked if id_.endswith("-q1"))]
        self.needed: dict[str, set[str]] = {}
        self.rivals: dict[str, set[str]] = {}
        self.actions: list[Plain] = []
        for number in range(1, count + 1):
            self.actions.append(self.action(f"a{number}", steady=number % STEADY == 0))

    def action(self, id_: str, *, steady: bool) -> Plain:
        """Return the next action: what gates hang on is lifted more often than the rest."""
        chance = self.chance
        pool = self.base if chance.random() < 1 / 4 else list(self.levels)
        lifts = {name: self.lift(name) for name in chance.sample(pool, k=chance.choice((1, 1, 1, 2, 3)))}
        cost, days = chance.randrange(4, 160) * 1000, chance.randrange(5, 90)
        owner, helper = chance.sample(sorted(ROLES), k=2)
        others = {helper: _estimate(chance.randrange(2, 30))} if chance.random() < 1 / 3 else {}
        needs, rivals = self.before(id_), self.instead(id_, lifts)
        return {
            "id": id_,
            "title": f"Do {id_}",
            "lifts": lifts,
            "owner": owner,
            "effort-days": _estimate(days),
            "effort-of-others": others,
            "cost": _estimate(cost),
            "running-cost-a-year": _estimate(Fraction(cost, 10)) if steady else None,
            "duration-weeks": _estimate(13 * chance.randint(1, 4)),
            "needs": tuple(needs),
            "instead-of": tuple(rivals),
        }

    def lift(self, name: str) -> int:
        """Return a level above the answer to a question."""
        return self.chance.randint(self.levels[name] + 1, min(5, self.levels[name] + 3))

    def before(self, id_: str) -> list[str]:
        """Return the actions that have to be finished before a new one; nobody can do both of two rivals."""
        needs: list[str] = []
        below, self.rivals[id_] = {id_}, set()
        earlier = list(self.needed)
        for need in self.chance.sample(earlier, k=min(len(earlier), self.chance.choice((0, 0, 0, 1, 2)))):
            if not any(self.rivals[one] & self.needed[need] for one in below):
                needs.append(need)
                below |= self.needed[need]
        self.needed[id_] = below
        return needs

    def instead(self, id_: str, lifts: Mapping[str, int]) -> list[str]:
        """Return at most one rival of a new action: an earlier one that lifts the same and that it does not need."""
        same = [one["id"] for one in self.actions if one["lifts"].keys() & lifts and one["id"] not in self.needed[id_]]
        rivals = self.chance.sample(same, k=1) if same and self.chance.random() < 1 / 4 else []
        for rival in rivals:
            self.rivals[id_].add(rival)
            self.rivals[rival].add(id_)
        return rivals


def _estimate(likely: int | Fraction) -> Plain:
    low, high = LIKELY_RANGE
    return {"low": likely * low, "likely": likely, "high": likely * high}
