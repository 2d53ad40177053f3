"""What an organisation has settled, and money in all and carried over: small plans worked out by hand."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

import pytest

from readiness.errors import NoRoadmap
from readiness.roadmap.plan import Roadmap
from readiness.roadmap.solution import Reason
from tests.builders import Plain, an_action
from tests.unit.roadmap.planning import chosen, excuse, left_out, planned, questions, roadmap

ANSWERS = {"a": 1, "b": 1, "c": 1}
QUARTERLY = {"starts": "2027-01-01", "quarters": 4}


def a_plan(actions: list[Plain], decisions: Plain | None = None, **limits: object) -> Roadmap:
    """Return a plan of four quarters from 2027 for the questions a, b and c."""
    written = {key.replace("_", "-"): one for key, one in limits.items()}
    return roadmap(questions(*ANSWERS), ANSWERS, actions, limits=QUARTERLY | {"actions": decisions or {}} | written)


def buy(id_: str, lifts: str, likely: int, weeks: int = 13, **keys: object) -> Plain:
    """Return an action that costs money and nobody's time."""
    durations = {"duration_weeks": {"likely": weeks}, "effort_days": {"likely": 0}}
    return an_action(id_, {lifts: 3}, cost={"likely": likely}, **durations, **keys)


# --- decisions --------------------------------------------------------------------------------------------------


def test_what_the_plan_must_have_comes_before_what_is_worth_more() -> None:
    actions = [buy("dear", "a", 100), buy("cheap", "b", 10)]
    limits: Plain = {"budget": 100}
    assert chosen(a_plan(actions, **limits)) == [("cheap", 0, 1)]
    plan = a_plan(actions, {"dear": {"must": True}}, **limits)
    assert chosen(plan) == [("dear", 0, 1)]
    assert left_out(plan) == {"cheap": Reason.NO_MONEY}


def test_what_the_plan_must_have_brings_what_it_needs() -> None:
    actions = [buy("base", "b", 50), buy("wanted", "a", 50, needs=["base"])]
    plan = a_plan(actions, {"wanted": {"must": True}}, budget=100)
    assert chosen(plan) == [("base", 0, 1), ("wanted", 1, 2)]


def test_what_the_plan_must_have_is_in_it_even_if_it_closes_no_gap() -> None:
    plan = roadmap(questions("a"), {"a": 5}, [buy("done", "a", 10)], limits={"actions": {"done": {"must": True}}})
    assert chosen(plan) == [("done", 0, 1)]
    assert planned(plan, "done").gain == 0


def test_what_is_kept_out_is_left_out_with_its_reason() -> None:
    decisions = {"cheap": {"never": True, "because": "The supplier is barred"}}
    plan = a_plan([buy("cheap", "a", 10), buy("dear", "b", 20)], decisions)
    assert chosen(plan) == [("dear", 0, 1)]
    assert excuse(plan, "cheap") == (
        Reason.NEVER,
        "It is kept out by decision: The supplier is barred.",
    )


def test_what_is_kept_out_without_a_reason_says_so() -> None:
    plan = a_plan([buy("cheap", "a", 10), buy("dear", "b", 20)], {"cheap": {"never": True}})
    assert excuse(plan, "cheap").detail == "It is kept out by decision; the plan gives no reason."


def test_what_needs_something_that_is_kept_out_is_left_out_for_that() -> None:
    actions = [buy("base", "b", 5), buy("next", "a", 5, needs=["base"]), buy("last", "a", 5, needs=["next"])]
    plan = a_plan([*actions, buy("free", "c", 5)], {"base": {"never": True}})
    assert chosen(plan) == [("free", 0, 1)]
    assert left_out(plan) == {"base": Reason.NEVER, "next": Reason.PREREQUISITE, "last": Reason.PREREQUISITE}
    assert excuse(plan, "last").detail == "It waits for an action that is left out: Do next."


def test_a_rival_does_for_a_prerequisite_that_is_kept_out() -> None:
    actions = [buy("way-1", "b", 5), buy("way-2", "b", 50, instead_of=["way-1"]), buy("x", "a", 5, needs=["way-1"])]
    plan = a_plan(actions, {"way-1": {"never": True}})
    assert chosen(plan) == [("way-2", 0, 1), ("x", 1, 2)]
    required = a_plan(actions, {"way-1": {"never": True}, "x": {"must": True}})
    assert chosen(required) == [("way-2", 0, 1), ("x", 1, 2)]


def test_an_action_starts_in_the_quarter_of_the_day_that_is_settled() -> None:
    plan = a_plan([buy("a", "a", 5)], {"a": {"starts": "2027-08-20"}})
    assert chosen(plan) == [("a", 2, 3)]


@pytest.mark.parametrize(("day", "quarter"), [("2027-03-31", 0), ("2027-04-01", 1), ("2026-05-05", 0)])
def test_an_action_starts_no_earlier_than_the_quarter_of_a_day(day: str, quarter: int) -> None:
    plan = a_plan([buy("a", "a", 5)], {"a": {"not-before": day}})
    assert chosen(plan) == [("a", quarter, quarter + 1)]


def test_what_may_only_start_too_late_is_left_out_for_want_of_time() -> None:
    plan = a_plan([buy("a", "a", 5, weeks=14), buy("b", "b", 5)], {"a": {"not-before": "2027-10-01"}})
    assert left_out(plan) == {"a": Reason.NO_TIME}


def test_a_deadline_counts_whole_quarters() -> None:
    actions = [buy("first", "b", 50), buy("due", "a", 60)]
    due = a_plan(actions, {"due": {"deadline": "2027-06-30"}}, budget_a_quarter=100)
    assert chosen(due) == [("due", 0, 1), ("first", 1, 2)]
    with pytest.raises(NoRoadmap):  # the first quarter ends the day after
        a_plan(actions, {"due": {"deadline": "2027-03-30"}})


def test_the_one_with_the_earlier_deadline_does_not_lose_its_place_to_another() -> None:
    actions = [buy("a", "a", 60), buy("b", "b", 60), buy("c", "c", 60)]
    decisions = {
        "a": {"deadline": "2027-09-30"},
        "b": {"deadline": "2027-06-30"},
        "c": {"deadline": "2027-03-31"},
    }
    assert chosen(a_plan(actions, decisions, budget_a_quarter=100)) == [("c", 0, 1), ("b", 1, 2), ("a", 2, 3)]


def test_work_under_way_goes_on_with_what_is_left_of_it() -> None:
    keys: Plain = {"running_cost_a_year": {"likely": 40}, "benefit_a_year": {"likely": 4}}
    action = an_action(
        "half", {"a": 3}, cost={"likely": 80}, effort_days={"likely": 8}, duration_weeks={"likely": 26}, **keys
    )
    plan = a_plan([action], {"half": {"under-way": 75}})
    assert chosen(plan) == [("half", 0, 1)]  # 6.5 weeks are left
    assert (plan.totals.cost[1], plan.totals.effort_days[1]) == (20, 2)
    assert [quarter.cost[1] for quarter in plan.quarters] == [20, 10, 10, 10]
    assert (plan.totals.running_cost_a_year[1], plan.totals.benefit_a_year[1]) == (40, 4)


def test_work_under_way_waits_for_nothing() -> None:
    actions = [buy("base", "b", 5), buy("next", "a", 5, needs=["base"])]
    assert chosen(a_plan(actions, {"next": {"under-way": 0}, "base": {"never": True}})) == [("next", 0, 1)]


def test_what_is_in_place_and_goes_on_all_the_same_is_waited_for() -> None:
    actions = [buy("base", "c", 5), buy("next", "a", 5, needs=["base"])]
    answers = {"a": 1, "b": 5, "c": 5}
    limits = QUARTERLY | {"actions": {"base": {"under-way": 50}}}
    assert chosen(roadmap(questions(*answers), answers, actions, limits=limits)) == [("base", 0, 1), ("next", 1, 2)]
    assert chosen(roadmap(questions(*answers), answers, actions, limits=QUARTERLY)) == [("next", 0, 1)]


def test_a_rival_of_what_is_settled_is_left_out_for_that() -> None:
    less = an_action("less", {"a": 2})
    plan = a_plan([less, buy("more", "a", 1, instead_of=["less"])], {"less": {"must": True}})
    assert left_out(plan) == {"more": Reason.RIVAL}


def test_what_a_single_order_of_placing_would_miss_is_found() -> None:
    # By id, `a` would take the only quarter in which `b` can run beside `c`.
    actions = [buy("a", "a", 60), buy("b", "b", 60), buy("c", "c", 40)]
    decisions = {
        "a": {"must": True},
        "b": {"starts": "2027-01-01"},
        "c": {"starts": "2027-01-01"},
    }
    assert chosen(a_plan(actions, decisions, budget_a_quarter=100)) == [("b", 0, 1), ("c", 0, 1), ("a", 1, 2)]


# --- money in all, and carried over -----------------------------------------------------------------------------


def test_a_budget_in_all_limits_the_spend_of_all_quarters_with_running_costs() -> None:
    tool = buy("tool", "a", 10, running_cost_a_year={"likely": 40})
    assert chosen(a_plan([tool], budget=20)) == [("tool", 2, 3)]  # 10, and 10 in the last quarter
    assert chosen(a_plan([tool], budget=40)) == [("tool", 0, 1)]
    with pytest.raises(NoRoadmap):
        a_plan([tool], budget=9)


def test_money_that_is_not_spent_can_be_spent_later_but_never_earlier() -> None:
    dear = buy("dear", "a", 250)
    assert chosen(a_plan([dear], budget_a_quarter=100, carry_over=True)) == [("dear", 2, 3)]
    with pytest.raises(NoRoadmap):
        a_plan([dear], budget_a_quarter=100)
    with pytest.raises(NoRoadmap):
        a_plan([buy("dear", "a", 401)], budget_a_quarter=100, carry_over=True)


def test_carried_money_is_spent_once() -> None:
    actions = [buy("a", "a", 150), buy("b", "b", 200), buy("c", "c", 51)]
    plan = a_plan(actions, budget_a_quarter=100, carry_over=True)
    # c: 51 of 100 in the first quarter; a: 201 of 300 in the third; b would make 401 of 400
    assert chosen(plan) == [("c", 0, 1), ("a", 2, 3)]
    assert left_out(plan) == {"b": Reason.NO_MONEY}
