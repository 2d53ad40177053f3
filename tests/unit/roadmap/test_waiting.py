"""Why an action starts when it does and no sooner."""

from __future__ import annotations

from readiness.roadmap.calendar import Key, Limit
from readiness.roadmap.problem import Problem
from readiness.roadmap.solution import Choice
from readiness.roadmap.waiting import Wait, wait
from tests.builders import Plain, an_action
from tests.unit.roadmap.planning import questions
from tests.unit.roadmap.problems import a_problem


def a_wait(id_: str, *choices: tuple[str, int], limits: Plain, **keys: object) -> Wait:
    return wait(_problem(limits, **keys), [Choice(*one) for one in choices], id_)


def _problem(limits: Plain, **keys: object) -> Problem:
    actions = [an_action("a", {"q1": 3}, cost={"likely": 100}), an_action("b", {"q2": 3}, cost={"likely": 100}, **keys)]
    return a_problem(questions("q1", "q2"), {"q1": 1, "q2": 1}, actions, limits={"quarters": 4} | limits)


def test_an_action_that_starts_when_its_prerequisite_ends_waits_for_that_alone() -> None:
    found = a_wait("b", ("a", 0), ("b", 1), limits={}, needs=["a"])
    assert found == Wait("b", ("a",), ready=1, start=1, limits=(), is_free=False)


def test_an_action_that_starts_at_once_waits_for_nothing() -> None:
    assert a_wait("a", ("a", 0), limits={}) == Wait("a", (), ready=0, start=0, limits=(), is_free=False)


def test_money_and_people_are_told_apart() -> None:
    choices = ("a", 0), ("b", 1)
    assert a_wait("b", *choices, limits={"budget-a-quarter": 150}).limits == (Limit(Key.BUDGET_A_QUARTER),)
    people = {"capacity-days-a-quarter": {"lead": 15}}
    assert a_wait("b", *choices, limits=people).limits == (Limit(Key.CAPACITY, "lead"),)
    both = a_wait("b", *choices, limits=people | {"budget-a-quarter": 150})
    assert both.limits == (Limit(Key.BUDGET_A_QUARTER), Limit(Key.CAPACITY, "lead"))


def test_a_date_before_which_it_may_not_start_is_a_limit_too() -> None:
    found = a_wait("b", ("a", 0), ("b", 2), limits={"actions": {"b": {"not-before": "2027-07-01"}}})
    assert found.limits == (Limit(Key.NOT_BEFORE),)
    assert not found.is_free


def test_an_action_that_could_start_sooner_is_said_to_be_free() -> None:
    found = a_wait("b", ("a", 0), ("b", 3), limits={"budget-a-quarter": 150}, needs=["a"])
    assert (found.ready, found.start, found.is_free) == (1, 3, True)
