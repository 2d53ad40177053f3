"""The best plan, on problems small enough to see it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from readiness.errors import MissingLibrary
from readiness.roadmap import solve as door
from readiness.roadmap.planners import Planner
from readiness.roadmap.solution import Method, Reason
from tests.builders import a_question, an_action, an_area
from tests.unit.roadmap.planning import chosen, left_out, questions, roadmap
from tests.unit.roadmap.problems import a_problem

DEAR, CHEAP = an_action("dear", {"a": 3}, cost={"likely": 90}), an_action("cheap", {"b": 2}, cost={"likely": 30})
ONE = {"quarters": 1, "budget-a-quarter": 100, "day-rate": 1}


def test_money_goes_to_what_brings_most_together_and_not_to_what_is_cheapest() -> None:
    answers = {"a": 1, "b": 1}
    by_rank = roadmap(questions("a", "b"), answers, [DEAR, CHEAP], limits=ONE)
    best = roadmap(questions("a", "b"), answers, [DEAR, CHEAP], limits=ONE, planner=Planner.BEST)
    # beside the cheap one, which gains more for its price, the dear one has no room: two levels beat one
    assert [one[0] for one in chosen(by_rank)] == ["cheap"]
    assert chosen(best) == [("dear", 0, 1)]
    assert left_out(best) == {"cheap": Reason.NO_MONEY}
    assert best.solution.method is Method.OPTIMAL
    assert best.solution.gap is not None
    assert best.solution.gap < Fraction(1, 100)


def test_two_that_open_a_weakest_link_only_together_are_chosen_together() -> None:
    weakest = [an_area("d1", [a_question("a"), a_question("b")], scoring={"rollup": "min"})]
    pair = [an_action(id_, {id_: 3}, cost={"likely": 50}) for id_ in ("a", "b")]
    plan = roadmap(weakest, {"a": 1, "b": 1}, pair, limits=ONE, planner=Planner.BEST)
    assert [one[0] for one in chosen(plan)] == ["a", "b"]
    assert plan.solution.worth.end == Fraction(1, 2)
    assert plan.solution.inexact == ()


def test_what_has_no_formula_in_the_solver_is_named() -> None:
    areas = [an_area("d1", [a_question("a"), a_question("b")], scoring={"rollup": "hmean", "floor": Decimal("0.1")})]
    plan = roadmap(areas, {"a": 1, "b": 3}, [an_action("lift", {"a": 3})], planner=Planner.BEST)
    assert [one[0] for one in chosen(plan)] == ["lift"]
    assert plan.solution.inexact == ("d1",)
    assert plan.solution.bound is not None
    assert plan.solution.bound >= plan.solution.worth.value


def test_of_equal_plans_the_one_that_starts_early_is_taken() -> None:
    plan = roadmap(questions("a"), {"a": 1}, [an_action("lift", {"a": 3})], planner=Planner.BEST)
    assert chosen(plan) == [("lift", 0, 1)]


def test_a_plan_that_is_a_cent_too_dear_for_a_huge_budget_does_not_hide_what_is_proved() -> None:
    offered = [an_action("a", {"a": 3}, cost={"likely": Decimal("100000000.01")})]
    offered += [an_action(id_, {id_: 3}, cost={"likely": 1}) for id_ in "bcd"]
    limits = {"quarters": 4, "budget": 100_000_000}
    plan = roadmap(questions(*"abcd"), dict.fromkeys("abcd", 1), offered, limits=limits, planner=Planner.BEST)
    assert {one[0] for one in chosen(plan)} == {"b", "c", "d"}
    assert plan.solution.method is Method.OPTIMAL


def test_without_the_solver_plans_are_ranked_and_the_best_one_cannot_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "is_installed", lambda: False)
    problem = a_problem(questions("a"), {"a": 1}, [an_action("lift", {"a": 3})])
    assert door.solve(problem).method is Method.RANKED
    with pytest.raises(MissingLibrary, match="HiGHS") as missing:
        door.solve(problem, Planner.BEST)
    assert "pip install" in (missing.value.hint or "")
