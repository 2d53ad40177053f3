"""Actions that get items of a ladder done: a rung counts only when all of it and of those below is done."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from collections.abc import Sequence

import pytest

from readiness.errors import NoRoadmap
from readiness.roadmap.plan import Roadmap
from readiness.roadmap.solution import Reason
from tests.builders import Plain, a_question, an_action, an_area
from tests.unit.roadmap.planning import chosen, excuse, left_out, planned, roadmap

RUNGS = {"plan": 1, "owner": 1, "test": 2, "audit": 3, "prize": 4}


def a_ladder(**keys: object) -> Plain:
    """Return a ladder of four rungs, each of them a level of the scale; there are two items on the lowest."""
    items = [{"id": id_, "text": f"Item {id_}", "rung": rung} for id_, rung in RUNGS.items()]
    return a_question("q", "checklist", score="ladder", items=items, **keys)


def getting_done(id_: str, *items: str, likely: int = 10, **keys: object) -> Plain:
    return an_action(id_, {"q": list(items)}, cost={"likely": likely}, effort_days={"likely": 0}, **keys)


def plan_of(
    *actions: Plain,
    done: str = "",
    target: int = 3,
    areas: Sequence[Plain] | None = None,
    limits: Plain | None = None,
    higher_is: str | None = None,
) -> Roadmap:
    """Return the roadmap from what is done to a level: level 2 is the first rung."""
    answers = {"q": {"done": done.split()}} if done else {}
    targets = {"good": {"title": "Good", "default": target}}
    return roadmap(
        areas or [an_area("d1", [a_ladder()])], answers, actions, limits=limits, targets=targets, higher_is=higher_is
    )


def test_two_actions_that_bring_a_rung_only_together_are_chosen_together() -> None:
    plan = plan_of(getting_done("owning", "owner"), getting_done("planning", "plan"), target=2)
    assert [id_ for id_, *_ in chosen(plan)] == ["planning", "owning"]
    assert (planned(plan, "planning").gain, planned(plan, "owning").gain) == (0, 1)
    assert planned(plan, "owning").lifts == {"q": (1, 2)}
    assert plan.unmet == ()


def test_an_item_of_a_higher_rung_waits_until_the_rung_below_is_reached() -> None:
    plan = plan_of(getting_done("testing", "test", likely=1), getting_done("planning", "plan", "owner", likely=90))
    assert [id_ for id_, *_ in chosen(plan)] == ["planning", "testing"]
    assert plan.quarters[-1].score == 3


def test_what_was_done_too_early_counts_once_the_rung_below_is_reached() -> None:
    both = an_action("testing", {"q": ["test"], "other": 5}, cost={"likely": 1}, effort_days={"likely": 0})
    areas = [an_area("d1", [a_ladder(), a_question("other")])]
    plan = plan_of(both, getting_done("planning", "plan", "owner", likely=90), areas=areas)
    assert [id_ for id_, *_ in chosen(plan)] == ["testing", "planning"]
    assert planned(plan, "testing").lifts == {"q": (1, 1), "other": (1, 5)}
    assert planned(plan, "planning").lifts == {"q": (1, 3)}


def test_an_item_that_is_done_already_is_not_needed_again() -> None:
    plan = plan_of(getting_done("owning", "owner"), getting_done("planning", "plan"), done="plan", target=2)
    assert [id_ for id_, *_ in chosen(plan)] == ["owning"]
    assert left_out(plan) == {"planning": Reason.TARGET_MET}


def test_of_several_companions_the_cheapest_is_taken_and_no_rival() -> None:
    actions = [
        getting_done("owning", "owner", likely=50, instead_of=["cheap"]),
        getting_done("cheap", "plan", likely=5),
        getting_done("dear", "plan", likely=20),
        getting_done("dearer", "plan", likely=30),
    ]
    plan = plan_of(*actions, target=2)
    assert {id_ for id_, *_ in chosen(plan)} == {"dear", "owning"}
    assert left_out(plan) == {"cheap": Reason.COVERED, "dearer": Reason.COVERED}


def test_a_companion_comes_with_what_it_needs() -> None:
    first = an_action("first", {"other": 2}, cost={"likely": 1}, effort_days={"likely": 0})
    areas = [an_area("d1", [a_ladder(), a_question("other", weight=1)])]
    actions = [first, getting_done("planning", "plan", needs=["first"]), getting_done("owning", "owner")]
    plan = plan_of(*actions, target=2, areas=areas)
    assert sorted(id_ for id_, *_ in chosen(plan)) == ["first", "owning", "planning"]
    assert planned(plan, "planning").start >= planned(plan, "first").end


def test_a_rung_that_does_not_fit_whole_is_left_out_whole() -> None:
    actions = [getting_done("owning", "owner", likely=60), getting_done("planning", "plan", likely=60)]
    areas = [an_area("d1", [a_ladder(), a_question("other")])]
    other = an_action("other", {"other": 2}, cost={"likely": 1}, effort_days={"likely": 0})
    plan = plan_of(*actions, other, target=2, areas=areas, limits={"quarters": 1, "budget-a-quarter": 70})
    assert [id_ for id_, *_ in chosen(plan)] == ["other"]
    assert set(left_out(plan).values()) <= {Reason.PREREQUISITE, Reason.NO_MONEY}
    assert plan.unmet == ("q",)


def test_an_action_on_a_rung_whose_lower_one_is_left_out_says_what_it_waits_for() -> None:
    areas = [an_area("d1", [a_ladder(), a_question("other")])]
    other = an_action("other", {"other": 2}, cost={"likely": 1}, effort_days={"likely": 0})
    actions = [getting_done("planning", "plan", "owner", likely=500), getting_done("testing", "test"), other]
    plan = plan_of(*actions, areas=areas, limits={"quarters": 1, "budget-a-quarter": 70})
    assert excuse(plan, "testing").reason is Reason.PREREQUISITE
    assert excuse(plan, "testing").detail == "It waits for an action that is left out: Do planning."


def test_an_action_that_can_never_count_is_no_candidate() -> None:
    plan = plan_of(getting_done("testing", "test", "plan"))  # nobody brings the owner, so no rung is ever reached
    assert chosen(plan) == []
    assert left_out(plan) == {"testing": Reason.TARGET_MET}


def test_when_no_rung_fits_there_is_no_roadmap() -> None:
    actions = [getting_done("testing", "test"), getting_done("planning", "plan", "owner", likely=500)]
    with pytest.raises(NoRoadmap):
        plan_of(*actions, limits={"quarters": 1, "budget-a-quarter": 70})


def test_rungs_beyond_the_target_are_not_climbed() -> None:
    plan = plan_of(getting_done("all", "plan", "owner"), getting_done("auditing", "test", "audit"), target=2)
    assert [id_ for id_, *_ in chosen(plan)] == ["all"]


def test_where_higher_is_worse_each_item_that_goes_is_a_step_down_at_once() -> None:
    plan = plan_of(
        getting_done("auditing", "audit"),
        getting_done("testing", "test"),
        done="plan owner test audit",
        target=2,
        higher_is="worse",
    )
    assert planned(plan, "testing").lifts["q"][1] == 2
