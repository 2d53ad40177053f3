"""Plans that cannot be: which limits are in conflict, and what each would have to be instead."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from datetime import date

import pytest

from readiness.report.conflict import conflict_lines, conflict_notes
from readiness.roadmap.calendar import Key
from readiness.roadmap.conflict import Conflict, Infeasible
from readiness.roadmap.relaxing import Value
from tests.builders import Plain, an_action
from tests.unit.roadmap.planning import questions, roadmap

ANSWERS = {"a": 1, "b": 1, "c": 1}
MUST: Plain = {"must": True}


def conflict_of(offered: list[Plain], decisions: Plain | None = None, **limits: object) -> Conflict:
    """Return why there is no plan of four quarters from 2027 for the questions a, b and c."""
    written = {key.replace("_", "-"): one for key, one in limits.items()}
    base = {"starts": "2027-01-01", "quarters": 4, "actions": decisions or {}}
    with pytest.raises(Infeasible) as caught:
        roadmap(questions(*ANSWERS), ANSWERS, offered, limits=base | written)
    return caught.value.conflict


def told(conflict: Conflict) -> dict[tuple[Key, str], Value | None]:
    """Return each limit in conflict with what would be enough."""
    return {(one.limit.key, one.limit.of): one.enough for one in conflict.reliefs}


def buy(id_: str, likely: int, **keys: object) -> Plain:
    """Return an action that costs money in one quarter and nobody's time."""
    rest: Plain = {"duration_weeks": {"likely": 13}, "effort_days": {"likely": 0}}
    return an_action(id_, {"a": 3}, cost={"likely": likely}, **(rest | keys))


def test_what_must_be_and_costs_too_much_in_a_quarter() -> None:
    conflict = conflict_of([buy("a", 48_000), buy("b", 1)], {"a": MUST}, budget_a_quarter=40_000, budget=100_000)
    assert told(conflict) == {(Key.BUDGET_A_QUARTER, ""): 48_000, (Key.MUST, "a"): None}
    assert conflict_lines(conflict) == [
        "£40,000 to spend a quarter; £48,000 would do",
        "Do a: has to be in the plan; leaving it out would do",
    ]
    assert (conflict.actions, conflict.is_proved, conflict_notes(conflict)) == (("a",), True, [])


def test_two_deadlines_that_one_team_cannot_meet() -> None:
    offered = [an_action("a", {"a": 3}), an_action("b", {"b": 3}), an_action("c", {"c": 3})]
    decisions = {"a": {"deadline": "2027-03-31"}, "b": {"deadline": "2027-03-31"}, "c": {"deadline": "2027-12-31"}}
    conflict = conflict_of(offered, decisions, capacity_days_a_quarter={"lead": 15, "*": 40})
    quarter_later = date(2027, 6, 30)
    assert told(conflict) == {
        (Key.CAPACITY, "lead"): 20,
        (Key.DEADLINE, "a"): quarter_later,
        (Key.DEADLINE, "b"): quarter_later,
    }
    assert conflict_lines(conflict) == [
        "15 person-days a quarter of the team of the Lead; 20 would do",
        "Do a: has to be finished by 31 March 2027; 30 June 2027 would do",
        "Do b: has to be finished by 31 March 2027; 30 June 2027 would do",
    ]


def test_a_chain_that_is_longer_than_the_plan_names_what_it_needs() -> None:
    offered = [
        buy("base", 0, duration_weeks={"likely": 39}),
        buy("last", 0, duration_weeks={"likely": 26}, needs=["base"]),
    ]
    conflict = conflict_of(offered, {"last": MUST}, budget=10)
    assert told(conflict) == {(Key.QUARTERS, ""): 5, (Key.MUST, "last"): None}
    assert conflict_lines(conflict)[0] == "a plan of 4 quarters; 5 would do"
    assert conflict_notes(conflict) == ["Needed as well: Do base."]


def test_a_prerequisite_that_is_kept_out() -> None:
    conflict = conflict_of([buy("base", 0), buy("last", 0, needs=["base"])], {"last": MUST, "base": {"never": True}})
    assert told(conflict) == {(Key.MUST, "last"): None, (Key.NEVER, "base"): None}
    assert conflict_lines(conflict)[1] == "Do base: is kept out of the plan; letting it in would do"


def test_two_rivals_that_both_must_be() -> None:
    conflict = conflict_of([buy("a", 0), buy("b", 0, instead_of=["a"])], {"a": MUST, "b": {"under-way": 5}})
    assert told(conflict) == {(Key.MUST, "a"): None, (Key.UNDER_WAY, "b"): None}
    assert conflict_lines(conflict)[1].startswith("Do b: is under way and goes on; ")


def test_a_start_that_its_prerequisite_makes_impossible() -> None:
    offered = [buy("base", 0, duration_weeks={"likely": 26}), buy("last", 0, needs=["base"])]
    conflict = conflict_of(offered, {"last": {"starts": "2027-02-02"}})
    assert told(conflict) == {(Key.STARTS, "last"): date(2027, 7, 1)}
    assert conflict_lines(conflict) == ["Do last: starts in the quarter of 2 February 2027; 1 July 2027 would do"]


def test_a_start_no_earlier_than_the_deadline_allows() -> None:
    conflict = conflict_of([buy("a", 0)], {"a": {"not-before": "2027-07-01", "deadline": "2027-06-30"}})
    assert told(conflict) == {(Key.NOT_BEFORE, "a"): date(2027, 4, 1), (Key.DEADLINE, "a"): date(2027, 9, 30)}
    assert conflict_lines(conflict)[0] == "Do a: does not start before 1 July 2027; 1 April 2027 would do"


def test_spend_in_all_counts_running_costs() -> None:
    tool = buy("tool", 10, running_cost_a_year={"likely": 40})
    conflict = conflict_of([tool], {"tool": {"starts": "2027-01-01"}}, budget=25)
    assert told(conflict) == {(Key.BUDGET, ""): 40, (Key.STARTS, "tool"): date(2027, 7, 1)}
    assert conflict_lines(conflict)[0] == "£25 to spend in all; £40 would do"


def test_when_nothing_is_settled_the_limits_that_keep_everything_out_are_told() -> None:
    conflict = conflict_of([buy("a", 50), buy("b", 70)], budget_a_quarter=30, capacity_days_a_quarter={"*": 0})
    assert told(conflict) == {(Key.BUDGET_A_QUARTER, ""): 50}
    assert (conflict.actions, conflict.closing) == ((), 2)


def test_everything_kept_out_is_a_conflict_too() -> None:
    conflict = conflict_of([buy("a", 50)], {"a": {"never": True}})
    assert told(conflict) == {(Key.NEVER, "a"): None}


def test_of_two_conflicts_one_is_told_and_the_other_announced() -> None:
    offered = [buy("a", 50), an_action("b", {"b": 3})]
    conflict = conflict_of(offered, {"a": MUST, "b": MUST}, budget_a_quarter=30, capacity_days_a_quarter={"*": 5})
    assert len(conflict.reliefs) == 2
    assert not any(one.frees_all for one in conflict.reliefs)
    assert conflict_lines(conflict)[0] == (
        "5 person-days a quarter of all teams; 10 would do as a first step, for other limits are in conflict too"
    )
    assert Infeasible(conflict).hint == (
        "change any one of these in the plan of the assessment as a first step; "
        "then run again to see what else is in conflict"
    )


def test_no_limit_is_to_blame_for_an_action_longer_than_any_plan() -> None:
    conflict = conflict_of([buy("a", 0, duration_weeks={"likely": 600})])
    assert (conflict.reliefs, conflict.is_proved) == ((), True)


def test_many_actions_that_overload_a_stretch_of_quarters_are_refused_at_once() -> None:
    offered = [an_action(f"x{n}", {"a": 3}, effort_days={"likely": 6}) for n in range(10)]
    decisions = {one["id"]: MUST for one in offered}
    conflict = conflict_of(offered, decisions, quarters=2, capacity_days_a_quarter={"lead": 12})
    assert conflict.is_proved
    assert len(conflict.reliefs) == 2 + 5  # two quarters hold four of them
    assert told(conflict)[Key.CAPACITY, "lead"] == 30
    assert told(conflict)[Key.QUARTERS, ""] == 5
    assert {one.frees_all for one in conflict.reliefs if one.limit.key is Key.MUST} == {False}
