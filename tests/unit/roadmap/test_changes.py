"""Changes to the limits of a plan, applied to one in the one way that everybody uses."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from readiness.model.assessment import Plan
from readiness.model.decisions import Decision
from readiness.roadmap.changes import PlanChanges
from tests.builders import Plain
from tests.laws.strategies import frozen

TODAY = date(2026, 11, 20)
LIMITS: Plain = {
    "quarters": 8,
    "budget-a-quarter": 100,
    "capacity-days-a-quarter": {"lead": 10, "*": 30},
    "actions": {"a": {"starts": "2027-05-01"}, "b": {"must": True}},
}


def a_plan(**keys: object) -> Plan:
    return Plan.model_validate(frozen(LIMITS | {key.replace("_", "-"): one for key, one in keys.items()}))


def a_scenario(**keys: object) -> Plan:
    return Plan.model_validate(frozen({key.replace("_", "-"): one for key, one in keys.items()}))


def test_without_changes_the_plan_stays_as_it_is() -> None:
    assert PlanChanges().applied(a_plan(), TODAY) == a_plan()


def test_an_amount_of_nothing_is_a_limit_and_no_amount_is_none() -> None:
    changed = PlanChanges(budget_a_quarter=Fraction(0)).applied(a_plan(), TODAY)
    assert changed.budget_a_quarter == 0
    assert changed.budget is None
    assert changed.quarters == 8


def test_a_later_plan_begins_later_and_ends_on_the_same_day() -> None:
    changed = PlanChanges(delay=3).applied(a_plan(), TODAY)
    assert (changed.starts, changed.quarters) == (date(2027, 10, 1), 5)


def test_a_plan_that_begins_on_a_day_of_its_own_is_counted_on_from_there() -> None:
    changed = PlanChanges(delay=1).applied(a_plan(starts="2027-02-15"), TODAY)
    assert (changed.starts, changed.quarters) == (date(2027, 5, 15), 7)


def test_an_action_is_required_refused_or_put_off() -> None:
    changes = PlanChanges(included=("c",), excluded=("b",), delays={"d": 2})
    assert changes.applied(a_plan(), TODAY).actions == {
        **a_plan().actions,
        "b": Decision(never=True),
        "c": Decision(must=True),
        "d": Decision().changed(not_before=date(2027, 7, 1)),
    }


def test_a_required_action_that_is_put_off_stays_required() -> None:
    changed = PlanChanges(delays={"a": 4}).applied(a_plan(), TODAY)
    assert changed.actions["a"] == Decision().changed(must=True, not_before=date(2028, 1, 1))


def test_nothing_is_put_off_to_an_earlier_day() -> None:
    settled = {"a": {"not-before": "2028-06-01"}}
    changed = PlanChanges(delays={"a": 1}).applied(a_plan(actions=settled), TODAY)
    assert changed.actions["a"].not_before == date(2028, 6, 1)


def test_an_action_that_was_refused_can_be_required() -> None:
    changed = PlanChanges(included=("a",)).applied(a_plan(actions={"a": {"never": True}}), TODAY)
    assert changed.actions["a"] == Decision(must=True)


def test_a_scenario_replaces_what_it_writes_and_nothing_else() -> None:
    over = a_scenario(budget_a_quarter=50, capacity_days_a_quarter={"lead": 5}, actions={"b": {"never": True}})
    changed = PlanChanges(over=over).applied(a_plan(), TODAY)
    assert changed.budget_a_quarter == 50
    assert changed.quarters == 8
    assert changed.capacity_days_a_quarter == {"lead": 5, "*": 30}
    assert changed.actions == {"a": a_plan().actions["a"], "b": Decision(never=True)}


def test_a_scenario_lifts_a_limit_by_writing_nothing_for_it() -> None:
    assert PlanChanges(over=a_scenario(budget_a_quarter=None)).applied(a_plan(), TODAY).budget_a_quarter is None


def test_what_is_typed_comes_after_the_scenario() -> None:
    changes = PlanChanges(over=a_scenario(quarters=6, starts="2028-01-01"), quarters=4, delay=1)
    changed = changes.applied(a_plan(), TODAY)
    assert (changed.starts, changed.quarters) == (date(2028, 4, 1), 3)
