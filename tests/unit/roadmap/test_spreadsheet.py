"""The ranking of a spreadsheet: what it sees, what it does not, and what stands beside every plan."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from readiness.model.assessment import Plan
from readiness.roadmap.beside import beside
from readiness.roadmap.greedy import ranked
from readiness.roadmap.plan import Reached, Roadmap, Way
from readiness.roadmap.problem import Problem
from readiness.roadmap.solution import Method
from tests.builders import Plain, a_framework, an_action
from tests.unit.roadmap.planning import questions, roadmap
from tests.unit.scoring.sheet import TODAY, a_sheet

LOW = {"q1": 1, "q2": 1}


def reached(plan: Roadmap, way: Way) -> Reached:
    return next(one for one in plan.compared if one.way is way)


def compared(actions: list[Plain], limits: Plain | None = None) -> dict[Way, Fraction]:
    """Return how much better each way makes two questions at level 1, in levels."""
    plan = roadmap(questions("q1", "q2"), LOW, actions, limits=limits)
    return {one.way: one.rise for one in plan.compared}


def test_both_rankings_agree_where_nothing_waits() -> None:
    found = compared([an_action("a", {"q1": 3}), an_action("b", {"q2": 3})])
    assert found == {Way.SPREADSHEET: 2, Way.RANKED: 2}


def test_a_spreadsheet_does_not_see_what_opens_the_way() -> None:
    opens = an_action("opens", {"q1": 2}, cost={"likely": 90})
    rich = an_action("rich", {"q2": 3}, needs=["opens"], cost={"likely": 10})
    other = an_action("other", {"q1": 3}, cost={"likely": 100})
    found = compared([opens, rich, other], limits={"budget-a-quarter": 100, "day-rate": 1})
    assert found == {Way.SPREADSHEET: Fraction(1), Way.RANKED: Fraction(3, 2)}


def test_what_waits_is_taken_when_the_other_happens_to_be_on_the_list() -> None:
    first = an_action("first", {"q1": 2}, cost={"likely": 500})
    waits = an_action("waits", {"q2": 3}, needs=["first"])
    plan = roadmap(questions("q1", "q2"), LOW, [first, waits])
    assert reached(plan, Way.SPREADSHEET).rise == Fraction(3, 2)
    assert reached(plan, Way.SPREADSHEET).cost == 500


def test_rivals_are_not_both_taken() -> None:
    cheap = an_action("cheap", {"q1": 2})
    dear = an_action("dear", {"q1": 3}, instead_of=["cheap"], cost={"likely": 9000})
    found = compared([cheap, dear])
    assert found[Way.SPREADSHEET] == Fraction(1, 2)


def test_it_keeps_to_the_money_and_goes_on_with_the_next_line() -> None:
    dear = an_action("dear", {"q1": 3}, cost={"likely": 900})
    cheap = an_action("cheap", {"q2": 2}, cost={"likely": 100})
    plan = roadmap(questions("q1", "q2"), LOW, [dear, cheap], limits={"budget-a-quarter": 500})
    half, cost = Fraction(1, 2), Fraction(100)
    assert reached(plan, Way.SPREADSHEET) == Reached(Way.SPREADSHEET, 0, half, half, cost, cost)


def test_the_spend_of_a_way_has_the_running_cost_of_every_quarter_after_an_action() -> None:
    action = an_action("run", {"q1": 3}, cost={"likely": 100}, running_cost_a_year={"likely": 80})
    plan = roadmap(questions("q1", "q2"), LOW, [action], limits={"quarters": 4})
    sheet = reached(plan, Way.SPREADSHEET)
    assert (sheet.cost, sheet.spend) == (Fraction(100), Fraction(100 + 3 * 20))
    assert sheet.spend == sum(quarter.cost[1] for quarter in plan.quarters)


def test_what_is_not_proved_counts_as_maturity_in_the_ceiling() -> None:
    sheet = a_sheet(a_framework(areas=questions("q1", "q2"), actions=[an_action("a", {"q1": 3})]), LOW)
    levels = sheet.scorecard.target_levels
    problem = Problem(sheet.scorer, sheet.readings, levels, Plan.model_validate({"quarters": 2}), TODAY)
    now = ranked(problem)
    proved = replace(now, method=Method.BEST_FOUND, bound=now.worth.value + Fraction(1, 100))
    *_, best, ceiling = beside(problem, proved)
    assert (best.way, ceiling.way) == (Way.BEST, Way.CEILING)
    assert ceiling.rise - best.rise == Fraction(4, 100)
    assert ceiling.cost is None
