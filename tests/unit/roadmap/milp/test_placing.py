"""The solver finds quarters for what a plan has to have, or proves that there are none."""

from __future__ import annotations

from readiness.roadmap.breaches import breaches
from readiness.roadmap.milp.placing import placed
from tests.builders import Plain, an_action
from tests.unit.roadmap.planning import questions
from tests.unit.roadmap.problems import a_problem

MUST: Plain = {"actions": {"a": {"must": True}, "b": {"must": True}}}


def test_two_that_one_quarter_cannot_hold_are_placed_apart() -> None:
    offered = [an_action("a", {"q": 3}), an_action("b", {"q": 2}), an_action("c", {"q": 3})]
    problem = a_problem(questions("q"), {"q": 1}, offered, limits=MUST | {"capacity-days-a-quarter": {"lead": 10}})
    choices, is_proved = placed(problem)
    assert is_proved
    assert choices is not None
    assert {choice.action for choice in choices} == {"a", "b"}
    assert breaches(problem, choices) == ()


def test_what_no_quarter_can_hold_is_proved_to_have_none() -> None:
    offered = [an_action("a", {"q": 3}), an_action("b", {"q": 2}, duration_weeks={"likely": 26})]
    limits = MUST | {"capacity-days-a-quarter": {"lead": 10}}
    assert placed(a_problem(questions("q"), {"q": 1}, offered, limits=limits)) == (None, True)
    assert placed(a_problem(questions("q"), {"q": 1}, offered, limits=MUST | {"quarters": 1})) == (None, True)
