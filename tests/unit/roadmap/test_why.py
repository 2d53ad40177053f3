"""Why actions are in the plan or not: every reason is checked against the plan that it speaks of."""

from __future__ import annotations

from fractions import Fraction

import pytest

from readiness.roadmap.again import Again
from readiness.roadmap.breaches import breaches
from readiness.roadmap.calendar import Key, Limit
from readiness.roadmap.loss import Ground
from readiness.roadmap.problem import Problem
from readiness.roadmap.solution import Reason
from readiness.roadmap.solve import solve
from readiness.roadmap.why import Inquiry, WhyChosen, WhyLeftOut
from tests.builders import Plain, an_action
from tests.unit.roadmap.planning import questions
from tests.unit.roadmap.problems import a_problem

THREE = questions("q1", "q2", "q3")
ALL_AT_1 = {"q1": 1, "q2": 1, "q3": 1}


def inquiry(problem: Problem) -> Inquiry:
    return Inquiry(Again(problem, solve(problem)))


def chosen(problem: Problem, id_: str) -> WhyChosen:
    found = inquiry(problem).why(id_)
    assert isinstance(found, WhyChosen)
    return found


def left_out(problem: Problem, id_: str) -> WhyLeftOut:
    found = inquiry(problem).why(id_)
    assert isinstance(found, WhyLeftOut)
    return found


def with_budget(amount: int, *actions: Plain, **limits: object) -> Problem:
    return a_problem(THREE, ALL_AT_1, actions, limits={"budget": amount, "quarters": 2, **limits})


def costing(id_: str, lifts: Plain, money: int, **keys: object) -> Plain:
    return an_action(id_, lifts, cost={"likely": money}, **keys)


GOOD_OR_FAIR = costing("good", {"q1": 3}, 100), costing("fair", {"q2": 2}, 100)


def test_without_a_chosen_action_the_next_best_takes_its_money() -> None:
    found = chosen(with_budget(100, *GOOD_OR_FAIR), "good")
    assert found.loss.ground is Ground.SCORE
    assert found.loss.end == Fraction(2, 12)
    assert found.other is not None
    assert found.other.change.end == Fraction(-1, 12)  # two steps are lost, one is won
    assert (found.other.joins, found.other.leaves) == (("fair",), ("good",))


def test_what_keeps_an_action_out_is_the_limit_without_which_it_is_in() -> None:
    found = left_out(with_budget(100, *GOOD_OR_FAIR), "fair")
    assert found.refusal.reason is Reason.NO_MONEY
    assert found.freed_by == ((Limit(Key.BUDGET),),)
    assert found.other is not None
    assert found.other.change.end == Fraction(-1, 12)
    assert found.other.leaves == ("good",)


def test_two_limits_that_both_keep_it_out_are_named_together() -> None:
    people = {"capacity-days-a-quarter": {"lead": 10}}
    problem = with_budget(100, *GOOD_OR_FAIR, **people, quarters=1)
    assert left_out(problem, "fair").freed_by == ((Limit(Key.BUDGET), Limit(Key.CAPACITY, "lead")),)


def test_people_of_a_team_that_the_action_does_not_need_are_not_to_blame() -> None:
    problem = with_budget(100, *GOOD_OR_FAIR, **{"capacity-days-a-quarter": {"ciso": 0}})
    assert left_out(problem, "fair").freed_by == ((Limit(Key.BUDGET),),)


def test_an_action_for_which_time_is_short_comes_in_with_a_year_more() -> None:
    actions = an_action("long", {"q1": 3}, duration_weeks={"likely": 39}), an_action("short", {"q2": 2})
    assert left_out(with_budget(100, *actions), "long").freed_by == ((Limit(Key.QUARTERS),),)


def test_where_no_plan_can_have_an_action_there_is_none_to_compare() -> None:
    found = left_out(with_budget(100, *GOOD_OR_FAIR, costing("dear", {"q3": 3}, 101)), "dear")
    assert found.other is None
    assert found.was_tried


def test_a_rival_is_told_with_what_choosing_it_would_cost() -> None:
    actions = costing("a", {"q1": 3}, 10), costing("b", {"q1": 2}, 10, instead_of=["a"])
    found = left_out(with_budget(100, *actions), "b")
    assert found.freed_by == ()
    assert found.other is not None
    assert (found.other.joins, found.other.leaves) == (("b",), ("a",))
    assert found.other.change.end == Fraction(-1, 12)


def test_what_has_nothing_left_to_do_needs_no_other_plan() -> None:
    problem = a_problem(THREE, {"q1": 3, "q2": 1, "q3": 1}, [an_action("done", {"q1": 3}), an_action("b", {"q2": 2})])
    found = left_out(problem, "done")
    assert found.refusal.reason is Reason.TARGET_MET
    assert not found.was_tried


def test_what_is_settled_beforehand_is_not_asked_about() -> None:
    problem = with_budget(100, *GOOD_OR_FAIR, actions={"fair": {"must": True}})
    found = chosen(problem, "fair")
    assert found.loss.ground is Ground.SETTLED
    assert found.other is None


def test_what_is_kept_out_by_decision_is_not_asked_about() -> None:
    found = left_out(with_budget(100, *GOOD_OR_FAIR, actions={"good": {"never": True}}), "good")
    assert found.refusal.reason is Reason.NEVER
    assert not found.was_tried


@pytest.mark.parametrize("id_", ["a", "b", "c", "d", "e"])
def test_every_alternative_keeps_the_limits_and_is_worth_what_is_said(id_: str) -> None:
    problem = a_problem(
        THREE,
        ALL_AT_1,
        [
            costing("a", {"q1": 2}, 50),
            costing("b", {"q1": 3}, 60, needs=["a"]),
            costing("c", {"q2": 3}, 90),
            costing("d", {"q3": 2}, 40, instead_of=["e"]),
            costing("e", {"q3": 3}, 80),
        ],
        limits={"budget": 150, "quarters": 3, "capacity-days-a-quarter": {"lead": 20}},
    )
    solution = solve(problem)
    found = Inquiry(Again(problem, solution)).why(id_)
    decision = {"never": True} if isinstance(found, WhyChosen) else {"must": True}
    assert found.other is not None
    forced = problem.plan.changed(actions={id_: problem.decision(id_).changed(**decision)})
    again = problem.under(forced)
    assert breaches(again, found.other.solution.choices) == ()
    assert found.other.change.end == solve(again).worth.end - solution.worth.end
    assert found.other.change.value == found.other.solution.worth.value - solution.worth.value
