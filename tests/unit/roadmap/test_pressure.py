"""Which limits bind, and what a little more of each buys."""

from __future__ import annotations

from fractions import Fraction

from readiness.roadmap.again import Again
from readiness.roadmap.calendar import Key, Limit
from readiness.roadmap.pressure import Pressure, find_pressures
from readiness.roadmap.problem import Problem
from readiness.roadmap.solve import solve
from tests.builders import Plain, an_action
from tests.unit.roadmap.planning import questions
from tests.unit.roadmap.problems import a_problem

MONEY = Limit(Key.BUDGET)
PEOPLE = Limit(Key.CAPACITY, "lead")


def problem(limits: Plain) -> Problem:
    actions = [
        an_action("a", {"q1": 3}, cost={"likely": 100}),
        an_action("b", {"q2": 3}, cost={"likely": 105}, effort_days={"likely": 5}),
    ]
    return a_problem(questions("q1", "q2"), {"q1": 1, "q2": 1}, actions, limits={"quarters": 1} | limits)


def pressures(limits: Plain) -> tuple[Pressure, ...]:
    made = problem(limits)
    return find_pressures(Again(made, solve(made)))


def test_the_limit_of_which_more_buys_most_comes_first() -> None:
    found = pressures({"budget": 200, "capacity-days-a-quarter": {"lead": 40}})
    assert [one.limit for one in found] == [MONEY, PEOPLE, Limit(Key.QUARTERS)]
    assert found[0].more == 20
    assert found[0].other.change.end == Fraction(1, 4)  # 220 pay for both: two steps more of one question of two
    assert found[1].other.change.end == 0


def test_what_more_buys_is_the_plan_for_that_much_more() -> None:
    limits: Plain = {"budget": 200}
    now, more = (solve(problem({"budget": amount})) for amount in (200, 220))
    first = pressures(limits)[0]
    assert first.other.change.end == more.worth.end - now.worth.end
    assert sorted(first.other.joins + first.other.leaves) == sorted(
        {one.action for one in now.choices} ^ {one.action for one in more.choices}
    )


def test_a_quarter_is_full_when_nine_tenths_are_used() -> None:
    by_limit = {one.limit: one for one in pressures({"capacity-days-a-quarter": {"lead": 16}, "quarters": 2})}
    assert by_limit[PEOPLE].used == (Fraction(15), Fraction(0))
    assert by_limit[PEOPLE].full == (0,)
    roomy = {one.limit: one for one in pressures({"capacity-days-a-quarter": {"lead": 17}, "quarters": 2})}
    assert roomy[PEOPLE].full == ()


def test_time_is_eased_by_a_year_and_said_in_quarters() -> None:
    found = {one.limit: one for one in pressures({"capacity-days-a-quarter": {"lead": 10}})}
    time = found[Limit(Key.QUARTERS)]
    assert time.amount == 1
    assert time.more == 4
    assert time.other.change.end == Fraction(1, 4)


def test_a_plan_for_more_is_never_worth_less() -> None:
    for one in pressures({"budget": 104, "capacity-days-a-quarter": {"lead": 10}}):
        if one.limit.key is not Key.QUARTERS:
            assert one.other.change.value >= 0


def test_a_limit_that_allows_nothing_is_eased_by_something() -> None:
    found = {one.limit: one for one in pressures({"budget": 0, "capacity-days-a-quarter": {"lead": 0}})}
    assert found[MONEY].more == 1000
    assert found[PEOPLE].more == 10


def test_a_plan_that_cannot_be_longer_is_not_eased_in_time() -> None:
    assert [one.limit for one in pressures({"budget": 205, "quarters": 40})] == [MONEY]
    assert {one.limit: one for one in pressures({"quarters": 38})}[Limit(Key.QUARTERS)].more == 2


def test_every_limit_is_told() -> None:
    told: list[tuple[int, int]] = []
    made = problem({"budget": 200})
    find_pressures(Again(made, solve(made)), progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]
