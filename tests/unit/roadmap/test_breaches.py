"""Each limit that choices break is named, with how far they break it."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from readiness.roadmap.breaches import Breach, breaches
from readiness.roadmap.calendar import Key, Limit
from readiness.roadmap.problem import Problem
from readiness.roadmap.solution import Choice
from tests.builders import Plain, an_action
from tests.unit.roadmap.planning import questions
from tests.unit.roadmap.problems import a_problem


def problem_of(offered: list[Plain], **limits: object) -> Problem:
    """Return a problem of two quarters from 2027 with the questions a, b and c."""
    written = {key.replace("_", "-"): one for key, one in limits.items()}
    return a_problem(
        questions("a", "b", "c"), {"a": 1, "b": 1, "c": 1}, offered, limits={"starts": "2027-01-01"} | written
    )


def found(problem: Problem, **starts: int) -> list[Breach]:
    """Return the breaches of a plan that starts these actions in these quarters."""
    return list(breaches(problem, (Choice(*one) for one in starts.items())))


def test_a_plan_that_keeps_every_limit_breaks_none() -> None:
    problem = problem_of([an_action("a", {"a": 3}, cost={"likely": 5})], budget=5, budget_a_quarter=5)
    assert found(problem, a=0) == []
    assert found(problem) == []


def test_spend_beyond_a_quarter_and_beyond_all_is_told_with_the_amounts() -> None:
    actions = [an_action(id_, {id_: 3}, cost={"likely": 60}) for id_ in "abc"]
    problem = problem_of(actions, budget_a_quarter=100, budget=150)
    assert found(problem, a=0, b=1, c=1) == [
        Breach(Limit(Key.BUDGET_A_QUARTER), quarter=1, used=120, allowed=100),  # type: ignore[arg-type]
        Breach(Limit(Key.BUDGET), quarter=1, used=180, allowed=150),  # type: ignore[arg-type]
    ]
    carried = problem_of(actions, budget_a_quarter=100, carry_over=True)
    assert found(carried, a=0, b=1, c=1) == []
    assert [(one.quarter, one.used, one.allowed) for one in found(carried, a=0, b=0, c=1)] == [(0, 120, 100)]


def test_days_beyond_a_team_and_beyond_all_teams_are_told_once_each() -> None:
    actions = [an_action("a", {"a": 3}, duration_weeks={"likely": 26}), an_action("b", {"b": 3}, owner="ciso")]
    problem = problem_of(actions, capacity_days_a_quarter={"lead": 4, "ciso": 10, "*": 12})
    assert found(problem, a=0, b=1) == [
        Breach(Limit(Key.CAPACITY, "lead"), quarter=0, used=5, allowed=4),  # type: ignore[arg-type]
        Breach(Limit(Key.CAPACITY, "*"), quarter=1, used=15, allowed=12),  # type: ignore[arg-type]
    ]


def test_decisions_that_are_not_kept_are_told() -> None:
    decisions: Plain = {
        "kept-out": {"never": True},
        "early": {"not-before": "2027-04-01"},
        "fixed": {"starts": "2027-04-01"},
        "due": {"deadline": "2027-03-31"},
        "going": {"under-way": 10},
        "forgotten": {"must": True},
        "behind": {"finished": "2026-11-01"},
    }
    problem = problem_of([an_action(id_, {"a": 3}) for id_ in decisions], actions=decisions)
    starts = {"kept-out": 0, "early": 0, "fixed": 0, "due": 1, "going": 1, "behind": 0}
    assert [one.limit for one in found(problem, **starts)] == [
        Limit(Key.NEVER, "kept-out"),
        Limit(Key.MUST, "forgotten"),
        Limit(Key.FINISHED, "behind"),
        Limit(Key.NOT_BEFORE, "early"),
        Limit(Key.STARTS, "fixed"),
        Limit(Key.DEADLINE, "due"),
        Limit(Key.UNDER_WAY, "going"),
    ]
    none = [one.limit.key for one in found(problem)]
    assert none == [Key.STARTS, Key.DEADLINE, Key.UNDER_WAY, Key.MUST]


def test_order_rivals_and_the_length_of_the_plan_are_told() -> None:
    actions = [
        an_action("base", {"a": 3}),
        an_action("next", {"b": 3}, needs=["base"]),
        an_action("rival", {"a": 2}, instead_of=["base"]),
        an_action("long", {"c": 3}, duration_weeks={"likely": 27}),
    ]
    problem = problem_of(actions)
    assert found(problem, base=0, next=0) == [Breach(Limit(Key.NEEDS, "next"), other="base")]
    assert found(problem, next=1) == [Breach(Limit(Key.NEEDS, "next"), other="base")]
    assert found(problem, base=0, rival=0) == [Breach(Limit(Key.RIVALS, "base"), other="rival")]
    assert found(problem, long=0) == [Breach(Limit(Key.QUARTERS, "long"))]
