"""Laws of what is settled and of limits in conflict: every plan keeps them, and every conflict is one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache
from itertools import product
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from readiness.errors import NoRoadmap
from readiness.model.assessment import Plan
from readiness.roadmap.breaches import breaches
from readiness.roadmap.calendar import Key, Limit
from readiness.roadmap.conflict import find_conflict
from readiness.roadmap.greedy import ranked
from readiness.roadmap.problem import Problem
from readiness.roadmap.quarters import first_quarter_after, quarter_days
from readiness.roadmap.relaxing import eased, limits_of, without
from readiness.roadmap.solution import Choice
from tests.builders import Plain
from tests.laws.plans import PLANNED, a_problem
from tests.laws.strategies import TODAY, frozen, randoms, slow_law

MOST_SETTLED, MOST_QUARTERS = 3, 3
few = settings(slow_law, max_examples=25)
"""For laws that try every plan."""


def a_settled_problem(random: Random) -> Problem:
    """Return a problem in which some actions are settled, and money may be limited in all and carried over."""
    drawn = a_problem(random, PLANNED)
    case, limits = drawn.case, dict(drawn.limits)
    limits["quarters"] = random.randint(1, MOST_QUARTERS)
    if random.randint(0, 1):
        limits["budget"] = random.choice((50, 150, 400))
    limits["carry-over"] = "budget-a-quarter" in limits and random.random() < 0.5
    ids = random.sample(sorted(drawn.actions), k=min(len(drawn.actions), random.randint(0, MOST_SETTLED)))
    limits["actions"] = {id_: decided for id_ in ids if (decided := _a_decision(random))}
    plan = Plan.model_validate(frozen(limits))
    starts = plan.starts or first_quarter_after(TODAY)
    return Problem(case.scorer, case.readings, case.scorecard.target_levels, plan, starts)


def _a_decision(random: Random) -> Plain:
    if random.randint(0, 3) == 0:
        return {"never": True}
    begin, end = quarter_days(first_quarter_after(TODAY), random.randint(0, MOST_QUARTERS))
    found: Plain = {"must": True} if random.randint(0, 1) else {}
    if random.randint(0, 2) == 0:
        found["starts"] = str(begin)
    if random.randint(0, 2) == 0:
        found["not-before"] = str(begin + timedelta(days=10))
    if random.randint(0, 2) == 0:
        found["deadline"] = str(end)
    if random.randint(0, 4) == 0:
        found["under-way"] = random.choice((0, 25, 80))
    return found


PROBLEMS = st.builds(a_settled_problem, randoms())


def in_question(problem: Problem) -> set[str]:
    """Return what is settled and what that may need."""
    found, new = set[str](), set(problem.required)
    while new:
        found |= new
        needs = {need for id_ in new for need in problem.needs(problem.actions[id_])}
        new = set[str]().union(*(problem.stand_ins[need] for need in needs)) - found
    assume(len(found) <= MOST_SETTLED)
    return found


def every_plan(problem: Problem) -> Iterator[tuple[Choice, ...]]:
    """Yield every choice of quarters for what is settled and for what that may need."""
    found = in_question(problem)
    for starts in product((None, *range(problem.plan.quarters)), repeat=len(found)):
        yield tuple(Choice(id_, t) for id_, t in zip(sorted(found), starts, strict=True) if t is not None)


def can_be(problem: Problem, plan: Plan) -> bool:
    """Tell by trying all whether what is settled can be planned."""
    return _can_be(replace(problem, plan=plan))


def _can_be(problem: Problem) -> bool:
    return any(not breaches(problem, choices) for choices in every_plan(problem))


@slow_law
@given(PROBLEMS)
def test_every_plan_keeps_its_limits_and_what_is_settled(problem: Problem) -> None:
    try:
        solution = ranked(problem)
    except NoRoadmap:
        assert not _can_be(problem)
        return
    assert breaches(problem, solution.choices) == ()
    assert problem.required <= {choice.action for choice in solution.choices}


@few
@given(PROBLEMS)
def test_limits_in_conflict_cannot_be_met_and_all_but_any_one_of_them_can(problem: Problem) -> None:
    assume(problem.required)
    assume(problem.plan.budget is None)  # a longer plan also spends more
    assume(not _can_be(problem))
    conflict = find_conflict(problem)
    found = {one.limit for one in conflict.reliefs}
    assert found
    assert conflict.is_proved
    begun = [limit for limit in limits_of(problem) if limit.key is Key.UNDER_WAY]
    whole = replace(problem, plan=without(problem.plan, begun))  # without them, their needs come back
    together = sum(problem.demand[id_].quarters for id_ in in_question(problem) | in_question(whole))
    assume(together <= MOST_QUARTERS + 1)  # a longer plan has more to try than can be tried here

    @cache
    def possible(kept: frozenset[Limit]) -> bool:
        plan = without(problem.plan, frozenset(limits_of(problem)) - kept)
        return can_be(problem, plan.changed(quarters=min(plan.quarters, 2 * MOST_QUARTERS + 1)))

    assert not possible(frozenset(found))
    for one in conflict.reliefs:
        assert possible(frozenset(found - {one.limit})), one


@few
@given(PROBLEMS)
def test_what_would_be_enough_is_enough(problem: Problem) -> None:
    assume(problem.required)
    assume(not _can_be(problem))
    for one in find_conflict(problem).reliefs:
        if one.frees_all and one.enough is not None and one.limit.key is not Key.QUARTERS:
            assert can_be(problem, eased(problem.plan, one.limit, one.enough)), one
