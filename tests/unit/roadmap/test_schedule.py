"""What a roadmap says of its quarters, its money and its maturity, worked out by hand."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from readiness.roadmap.quarters import first_quarter_after, quarter_days
from tests.builders import Plain, a_framework, a_question, an_action, an_area
from tests.unit.roadmap.planning import chosen, planned, questions, roadmap
from tests.unit.scoring.sheet import a_sheet

THREE = {"low": 10, "likely": 20, "high": 40}


def two_steps() -> list[Plain]:
    """Return an action to level 2 over two quarters, and one to level 3 after it."""
    return [
        an_action(
            "first",
            {"a": 2},
            cost=THREE,
            effort_days={"low": 2, "likely": 4, "high": 8},
            duration_weeks={"likely": 26},
            running_cost_a_year={"low": 4, "likely": 8, "high": 12},
            benefit_a_year={"likely": 100},
        ),
        an_action("second", {"a": 3}, cost={"likely": 30}, owner="ciso", needs=["first"]),
    ]


def test_each_quarter_has_its_days_and_its_name() -> None:
    plan = roadmap(questions("a"), {"a": 1}, two_steps(), limits={"quarters": 5})
    assert [(one.index, one.label, one.starts, one.ends) for one in plan.quarters] == [
        (0, "Q1 2027", date(2027, 1, 1), date(2027, 3, 31)),
        (1, "Q2 2027", date(2027, 4, 1), date(2027, 6, 30)),
        (2, "Q3 2027", date(2027, 7, 1), date(2027, 9, 30)),
        (3, "Q4 2027", date(2027, 10, 1), date(2027, 12, 31)),
        (4, "Q1 2028", date(2028, 1, 1), date(2028, 3, 31)),
    ]


def test_quarters_that_are_not_those_of_the_calendar_are_named_by_their_month() -> None:
    plan = roadmap(questions("a"), {"a": 1}, [an_action("x", {"a": 3})], limits={"starts": "2027-02-15"})
    assert [one.label for one in plan.quarters] == ["Feb 2027", "May 2027"]
    april = roadmap(questions("a"), {"a": 1}, [an_action("x", {"a": 3})], limits={"starts": "2027-04-02"})
    assert april.quarters[0].label == "Apr 2027"


def test_a_plan_without_a_start_starts_with_the_calendar_quarter_after_the_assessment() -> None:
    plan = roadmap(questions("a"), {"a": 1}, [an_action("x", {"a": 3})], limits={"starts": None})
    assert plan.starts == plan.quarters[0].starts == date(2027, 1, 1)


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2026, 1, 1), date(2026, 4, 1)),
        (date(2026, 3, 31), date(2026, 4, 1)),
        (date(2026, 4, 1), date(2026, 7, 1)),
        (date(2026, 9, 30), date(2026, 10, 1)),
        (date(2026, 10, 1), date(2027, 1, 1)),
        (date(2026, 12, 31), date(2027, 1, 1)),
    ],
)
def test_the_next_calendar_quarter_begins_after_the_day(day: date, first: date) -> None:
    assert first_quarter_after(day) == first


def test_quarters_that_begin_late_in_a_month_keep_to_months_that_are_shorter() -> None:
    days = [quarter_days(date(2026, 11, 30), index) for index in range(3)]
    assert days == [
        (date(2026, 11, 30), date(2027, 2, 27)),
        (date(2027, 2, 28), date(2027, 5, 29)),
        (date(2027, 5, 30), date(2027, 8, 29)),
    ]


def test_money_and_days_are_spread_over_the_quarters_of_an_action_low_likely_and_high() -> None:
    plan = roadmap(questions("a"), {"a": 1}, two_steps(), limits={"quarters": 4})
    assert [one.cost for one in plan.quarters] == [
        (5, 10, 20),
        (5, 10, 20),
        (31, 32, 33),  # 30, and 8 a year that run from now on
        (1, 2, 3),
    ]
    assert [one.effort_days for one in plan.quarters] == [(1, 2, 4), (1, 2, 4), (10, 10, 10), (0, 0, 0)]
    assert [one.effort_by_role for one in plan.quarters] == [{"lead": 2}, {"lead": 2}, {"ciso": 10}, {}]


def test_the_totals_are_those_of_the_chosen_actions() -> None:
    totals = roadmap(questions("a"), {"a": 1}, two_steps(), limits={"quarters": 4}).totals
    assert (totals.cost, totals.effort_days) == ((40, 50, 70), (12, 14, 18))
    assert (totals.running_cost_a_year, totals.benefit_a_year) == ((4, 8, 12), (100, 100, 100))


def test_the_score_rises_at_the_end_of_the_quarter_in_which_an_action_ends() -> None:
    areas = [*questions("a"), an_area("d2", [a_question("b")])]
    plan = roadmap(areas, {"a": 1, "b": 5}, two_steps(), limits={"quarters": 4})
    assert plan.start_score == 3
    assert [one.score for one in plan.quarters] == [3, Fraction(7, 2), 4, 4]
    assert [one.scores for one in plan.quarters][1:3] == [{"d1": 2, "d2": 5}, {"d1": 3, "d2": 5}]
    assert [(one.action.id, one.gain, one.lifts) for one in plan.actions] == [
        ("first", Fraction(1, 2), {"a": (1, 2)}),
        ("second", Fraction(1, 2), {"a": (2, 3)}),
    ]
    assert plan.target_score == 3
    assert plan.target_id == "good"


def test_the_range_narrows_as_missing_answers_are_lifted() -> None:
    plan = roadmap(questions("a", "b"), {}, [an_action("x", {"a": 3})])
    # a is at 3 or left out of nothing; b from 1 to 5, or not applicable
    assert [(one.low, one.score, one.high) for one in plan.quarters] == [(2, 2, 4), (2, 2, 4)]


def test_a_score_that_does_not_exist_yet_is_none_until_it_does() -> None:
    area = questions("a", "b", scoring={"unanswered": "block"})
    actions = [an_action("x", {"a": 3}), an_action("y", {"b": 3}, needs=["x"])]
    plan = roadmap(area, {}, actions)
    assert plan.start_score is None
    assert [one.score for one in plan.quarters] == [None, 3]
    assert [one.scores for one in plan.quarters] == [{"d1": None}, {"d1": 3}]
    assert [one.gain for one in plan.actions] == [0, 2]


def test_an_assessment_in_which_nothing_counts_has_a_plan_without_scores() -> None:
    gone = {"not-applicable": "None is held."}
    plan = roadmap(questions("a"), {"a": gone}, [an_action("x", {"a": 3})])
    assert (plan.start_score, plan.target_score) == (None, None)
    assert [(one.low, one.score, one.high) for one in plan.quarters] == [(None, None, None)] * 2
    assert plan.unmet == ()


def test_an_action_belongs_to_the_top_area_of_the_first_question_that_it_raises() -> None:
    areas = [*questions("a"), an_area("d2", areas=[an_area("deep", [a_question("b")])])]
    plan = roadmap(areas, {"a": 3, "b": 1}, [an_action("x", {"a": 3, "b": 3})])
    assert planned(plan, "x").area == "d2"


def test_an_action_for_a_question_in_no_area_belongs_to_the_framework() -> None:
    framework = a_framework(dimensions=1, questions=1, actions=[an_action("x", {"top": 3})])
    framework["questions"] = [a_question("top")]
    sheet = a_sheet(framework, {"d1-q1": 3, "top": 1})
    from readiness.model.assessment import Plan
    from readiness.roadmap.schedule import plan_roadmap

    plan = plan_roadmap(sheet.scorer, sheet.readings, sheet.scorecard, Plan(quarters=1), assessed_on=date(2026, 11, 20))
    assert plan.actions[0].area == "sample"
    assert plan.quarters[0].scores == {"d1": 3, "top": 3}


def test_the_critical_chain_is_the_longest_and_not_the_one_with_most_actions() -> None:
    actions = [
        an_action("a1", {"a": 2}),
        an_action("a2", {"a": 3}, needs=["a1"]),
        an_action("b1", {"b": 3}, duration_weeks={"likely": 39}),
        an_action("c1", {"c": 3}),
    ]
    plan = roadmap(questions("a", "b", "c"), {"a": 1, "b": 1, "c": 1}, actions, limits={"quarters": 4})
    assert plan.critical_chain == ("b1",)
    longer = [*actions[:2], an_action("a3", {"c": 3}, needs=["a2"], duration_weeks={"likely": 20}), actions[2]]
    assert roadmap(
        questions("a", "b", "c"), {"a": 1, "b": 1, "c": 1}, longer, limits={"quarters": 4}
    ).critical_chain == (
        "a1",
        "a2",
        "a3",
    )


def test_actions_are_numbered_by_start_then_by_the_order_of_choice() -> None:
    actions = [
        an_action("late", {"a": 3}, needs=["early"]),
        an_action("early", {"a": 2}),
        an_action("best", {"b": 3}, effort_days={"likely": 1}),
    ]
    plan = roadmap(questions("a", "b"), {"a": 1, "b": 1}, actions)
    assert [(one.number, one.action.id) for one in plan.actions] == [("A1", "best"), ("A2", "early"), ("A3", "late")]
    assert chosen(plan) == [("best", 0, 1), ("early", 0, 1), ("late", 1, 2)]


def test_a_plan_carries_what_it_was_made_with() -> None:
    plan = roadmap(questions("a"), {"a": 1}, [an_action("x", {"a": 3})], limits={"currency": "EUR", "day-rate": 555})
    assert (plan.currency, plan.day_rate, plan.starts) == ("EUR", 555, date(2027, 1, 1))
