"""Which actions are chosen, when they start, and why the others are left out: small problems worked out by hand."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

import pytest

from readiness.errors import NoRoadmap
from readiness.roadmap.solution import Reason
from tests.builders import Plain, a_gate, a_question, an_action, an_area
from tests.unit.roadmap.planning import chosen, excuse, left_out, planned, questions, roadmap


def cost(likely: int, **keys: object) -> Plain:
    """Return the keys of an action that costs money and nobody's time."""
    return {"cost": {"likely": likely}, "effort_days": {"likely": 0}} | keys


def weeks(likely: int) -> Plain:
    """Return a duration."""
    return {"duration_weeks": {"likely": likely}}


# --- gain per cost ----------------------------------------------------------------------------------------------


def test_the_action_that_gains_most_for_its_cost_comes_first() -> None:
    actions = [an_action("dear", {"a": 3}, **cost(90)), an_action("cheap", {"b": 2}, **cost(30))]
    plan = roadmap(questions("a", "b"), {"a": 1, "b": 1}, actions, limits={"budget-a-quarter": 100})
    # one level each costs 45 and 30: cheap is first, and dear does not fit beside it
    assert chosen(plan) == [("cheap", 0, 1), ("dear", 1, 2)]
    assert [one.number for one in plan.actions] == ["A1", "A2"]


def test_people_are_counted_in_money_at_the_day_rate() -> None:
    actions = [
        an_action("people", {"a": 3}, effort_days={"likely": 2}),
        an_action("money", {"b": 3}, **cost(500)),
    ]
    limits = {"quarters": 1, "budget-a-quarter": 500, "capacity-days-a-quarter": {"*": 2}}
    assert [
        id_
        for id_, *_ in chosen(
            roadmap(questions("a", "b"), {"a": 1, "b": 1}, actions, limits=limits | {"day-rate": 400})
        )
    ] == [
        "money",
        "people",
    ]
    cheaper = roadmap(questions("a", "b"), {"a": 1, "b": 1}, actions, limits=limits | {"day-rate": 100})
    assert [id_ for id_, *_ in chosen(cheaper)] == ["people", "money"]


def test_equal_offers_are_taken_by_id() -> None:
    actions = [an_action(id_, {id_: 3}, **cost(10)) for id_ in ("c", "a", "b")]
    plan = roadmap(questions("a", "b", "c"), {"a": 1, "b": 1, "c": 1}, actions)
    assert [one.action.id for one in plan.actions] == ["a", "b", "c"]


def test_what_lifts_beyond_the_target_gains_no_more_than_the_target() -> None:
    actions = [an_action("far", {"a": 5}, **cost(20)), an_action("enough", {"a": 3}, **cost(10))]
    plan = roadmap(questions("a"), {"a": 1}, actions)
    assert chosen(plan) == [("enough", 0, 1)]
    assert left_out(plan) == {"far": Reason.COVERED}
    assert excuse(plan, "far").detail == "The chosen actions already bring what the target asks for."


def test_a_gap_behind_a_weaker_one_is_closed_although_it_gains_nothing_now() -> None:
    area = questions("a", "b", "c", scoring={"rollup": "min"})
    actions = [an_action("lift-a", {"a": 3}), an_action("lift-b", {"b": 3})]
    plan = roadmap(area, {"a": 1, "b": 1, "c": 1}, actions)
    assert [id_ for id_, *_ in chosen(plan)] == ["lift-a", "lift-b"]
    assert [one.gain for one in plan.actions] == [0, 0]
    assert plan.unmet == ("c",)


def test_a_gate_opens_only_when_both_actions_are_done() -> None:
    gate = a_gate({"any": [{"question": "a", "below": 3}, {"question": "b", "below": 3}]}, 1)
    area = questions("a", "b", "c", gates=[gate])
    actions = [an_action("lift-a", {"a": 3}), an_action("lift-b", {"b": 3})]
    plan = roadmap(area, {"a": 1, "b": 1, "c": 5}, actions)
    assert [(one.action.id, one.gain) for one in plan.actions] == [("lift-a", 0), ("lift-b", pytest.approx(8 / 3))]
    assert plan.start_score == 1
    assert plan.open_gates == ()


def test_a_gate_that_stays_shut_is_named() -> None:
    gate = a_gate({"any": [{"question": "a", "below": 3}, {"question": "b", "below": 3}]}, 1)
    plan = roadmap(questions("a", "b", gates=[gate]), {"a": 1, "b": 1}, [an_action("lift-a", {"a": 3})])
    assert plan.open_gates == (("d1", "Nothing else helps while this is missing."),)
    assert plan.quarters[-1].score == 1


# --- prerequisites ----------------------------------------------------------------------------------------------


def test_what_waits_starts_in_the_quarter_after_its_prerequisite_has_ended() -> None:
    actions = [
        an_action("first", {"a": 2}, **weeks(14)),
        an_action("second", {"a": 3}, needs=["first"]),
    ]
    plan = roadmap(questions("a"), {"a": 1}, actions, limits={"quarters": 4})
    assert chosen(plan) == [("first", 0, 2), ("second", 2, 3)]
    assert planned(plan, "second").after == ("first",)
    assert plan.critical_chain == ("first", "second")


def test_a_prerequisite_is_done_although_its_own_question_meets_its_target() -> None:
    actions = [an_action("base", {"b": 5}, **cost(10)), an_action("wanted", {"a": 3}, needs=["base"])]
    plan = roadmap(questions("a", "b"), {"a": 1, "b": 3}, actions)
    assert chosen(plan) == [("base", 0, 1), ("wanted", 1, 2)]
    assert planned(plan, "base").lifts == {"b": (3, 5)}
    assert planned(plan, "base").gain == 1


def test_a_prerequisite_whose_level_is_reached_is_not_done_again() -> None:
    actions = [an_action("base", {"b": 3}), an_action("wanted", {"a": 3}, needs=["base"])]
    plan = roadmap(questions("a", "b"), {"a": 1, "b": 3}, actions)
    assert chosen(plan) == [("wanted", 0, 1)]
    assert planned(plan, "wanted").after == ()


def test_a_prerequisite_that_does_not_apply_is_not_waited_for() -> None:
    actions = [an_action("base", {"b": 3}), an_action("wanted", {"a": 3}, needs=["base"])]
    plan = roadmap(questions("a", "b"), {"a": 1, "b": {"not-applicable": "None is held."}}, actions)
    assert chosen(plan) == [("wanted", 0, 1)]


def test_a_bundle_is_taken_as_a_whole_or_not_at_all() -> None:
    actions = [
        an_action("base", {"b": 5}, **weeks(14)),
        an_action("wanted", {"a": 3}, needs=["base"]),
        an_action("other", {"c": 3}),
    ]
    plan = roadmap(questions("a", "b", "c"), {"a": 1, "b": 3, "c": 1}, actions)
    assert chosen(plan) == [("other", 0, 1)]
    assert left_out(plan) == {"base": Reason.TARGET_MET, "wanted": Reason.NO_TIME}


def test_what_waits_for_an_action_that_does_not_fit_says_so() -> None:
    actions = [
        an_action("base", {"a": 2}, **cost(1000)),
        an_action("wanted", {"a": 3}, needs=["base"]),
        an_action("other", {"b": 3}),
    ]
    plan = roadmap(questions("a", "b"), {"a": 1, "b": 1}, actions, limits={"budget-a-quarter": 999})
    assert left_out(plan) == {"base": Reason.NO_MONEY, "wanted": Reason.PREREQUISITE}
    assert excuse(plan, "wanted").detail == "It waits for an action that is left out: Do base."


def test_a_prerequisite_that_did_not_fit_beside_others_is_not_said_to_cost_too_much() -> None:
    # wanted is worth most, and waits for base-2 and base-1, which do not fit one quarter together; then way does for
    # 10 what base-1 would have done for 60
    actions = [
        an_action("base-1", {"b": 3}, **cost(60)),
        an_action("base-2", {"c": 5}, **cost(60)),
        an_action("wanted", {"a": 3}, needs=["base-2", "base-1"], **cost(0)),
        an_action("way", {"b": 3}, **cost(10)),
    ]
    area = an_area("d1", [a_question("a", weight=20), a_question("b"), a_question("c")])
    limits = {"budget-a-quarter": 100, "quarters": 1}
    plan = roadmap([area], {"a": 1, "b": 1, "c": 3}, actions, limits=limits)
    assert [id_ for id_, *_ in chosen(plan)] == ["way"]
    assert left_out(plan) == {"base-1": Reason.COVERED, "base-2": Reason.TARGET_MET, "wanted": Reason.PREREQUISITE}


def test_an_action_whose_prerequisite_closes_as_much_is_not_chosen_in_its_stead() -> None:
    actions = [
        an_action("base", {"a": 3}, **cost(1000)),
        an_action("wanted", {"a": 3, "b": 3}, needs=["base"], **cost(10)),
        an_action("other", {"c": 3}, **cost(10)),
    ]
    plan = roadmap(questions("a", "b", "c"), {"a": 1, "b": 3, "c": 1}, actions, limits={"budget-a-quarter": 100})
    assert chosen(plan) == [("other", 0, 1)]
    assert left_out(plan) == {"base": Reason.NO_MONEY, "wanted": Reason.PREREQUISITE}


# --- rivals -----------------------------------------------------------------------------------------------------


def test_of_two_rivals_the_better_one_is_chosen_whoever_names_the_other() -> None:
    for rivals in ({"dear": ["cheap"]}, {"cheap": ["dear"]}):
        actions = [
            an_action(id_, {question: 3}, instead_of=rivals.get(id_), **cost(price))
            for id_, question, price in (("dear", "a", 90), ("cheap", "b", 30))
        ]
        plan = roadmap(questions("a", "b"), {"a": 1, "b": 1}, actions)
        assert chosen(plan) == [("cheap", 0, 1)]
        assert excuse(plan, "dear").detail == "The roadmap has its rival: Do cheap."
        assert left_out(plan) == {"dear": Reason.RIVAL}


def test_what_waits_for_a_rival_of_a_chosen_action_is_left_out_with_it() -> None:
    actions = [
        an_action("cheap", {"a": 2}, **cost(1)),
        an_action("dear", {"a": 3}, instead_of=["cheap"], **cost(90)),
        an_action("after", {"b": 3}, needs=["dear"], **cost(90)),
    ]
    plan = roadmap(questions("a", "b"), {"a": 1, "b": 1}, actions)
    assert chosen(plan) == [("cheap", 0, 1)]
    assert left_out(plan) == {"dear": Reason.RIVAL, "after": Reason.PREREQUISITE}
    assert excuse(plan, "after").detail == "It waits for an action that is left out: Do dear."


# --- limits -----------------------------------------------------------------------------------------------------


def test_a_quarter_s_budget_is_spent_and_not_carried_over() -> None:
    actions = [an_action(id_, {id_: 3}, **cost(60)) for id_ in ("a", "b", "c")]
    plan = roadmap(questions("a", "b", "c"), {"a": 1, "b": 1, "c": 1}, actions, limits={"budget-a-quarter": 100})
    assert chosen(plan) == [("a", 0, 1), ("b", 1, 2)]
    assert left_out(plan) == {"c": Reason.NO_MONEY}


def test_an_action_over_two_quarters_takes_half_of_its_cost_in_each() -> None:
    actions = [an_action("long", {"a": 3}, **cost(120), **weeks(26)), an_action("short", {"b": 2}, **cost(40))]
    plan = roadmap(questions("a", "b"), {"a": 1, "b": 1}, actions, limits={"budget-a-quarter": 100})
    assert chosen(plan) == [("short", 0, 1), ("long", 0, 2)]
    assert [quarter.cost[1] for quarter in plan.quarters] == [100, 60]


def test_running_cost_counts_against_the_budget_of_every_quarter_after_the_end() -> None:
    actions = [
        an_action("tool", {"a": 3}, **cost(10), running_cost_a_year={"likely": 200}),
        an_action("later", {"b": 3}, **cost(60)),
    ]
    plan = roadmap(questions("a", "b"), {"a": 1, "b": 1}, actions, limits={"budget-a-quarter": 100, "quarters": 3})
    # 10 + 60 fit the first quarter; 50 a quarter run from then on
    assert chosen(plan) == [("later", 0, 1), ("tool", 0, 1)]
    assert [quarter.cost[1] for quarter in plan.quarters] == [70, 50, 50]
    limits = {"budget-a-quarter": 60, "quarters": 3, "actions": {"tool": {"starts": "2027-01-01"}}}
    tight = roadmap(questions("a", "b"), {"a": 1, "b": 1}, actions, limits=limits)
    # the tool leaves 50 in the first quarter and 10 in the others: later has to wait for ever
    assert chosen(tight) == [("tool", 0, 1)]
    assert left_out(tight) == {"later": Reason.NO_MONEY}


def test_running_cost_above_the_budget_keeps_an_action_for_the_last_quarter() -> None:
    action = an_action("tool", {"a": 3}, **cost(10), running_cost_a_year={"likely": 1000})
    plan = roadmap(questions("a"), {"a": 1}, [action], limits={"budget-a-quarter": 100, "quarters": 3})
    assert chosen(plan) == [("tool", 2, 3)]


def test_a_role_s_days_and_all_days_together_are_limits_of_their_own() -> None:
    actions = [
        an_action("a", {"a": 3}, owner="ciso", effort_days={"likely": 10}),
        an_action("b", {"b": 3}, owner="ciso", effort_days={"likely": 10}),
        an_action("c", {"c": 3}, owner="lead", effort_days={"likely": 10}),
    ]
    answers = {"a": 1, "b": 1, "c": 1}
    by_role = roadmap(questions("a", "b", "c"), answers, actions, limits={"capacity-days-a-quarter": {"ciso": 10}})
    assert chosen(by_role) == [("a", 0, 1), ("c", 0, 1), ("b", 1, 2)]
    assert by_role.quarters[0].effort_by_role == {"ciso": 10, "lead": 10}
    together = roadmap(questions("a", "b", "c"), answers, actions, limits={"capacity-days-a-quarter": {"*": 10}})
    assert chosen(together) == [("a", 0, 1), ("b", 1, 2)]
    assert left_out(together) == {"c": Reason.NO_PEOPLE}


def test_what_costs_nothing_and_takes_nobody_fits_a_plan_without_money_and_people() -> None:
    actions = [
        an_action("free", {"a": 3}, **cost(0)),
        an_action("work", {"b": 3}),
        an_action("buy", {"c": 3}, **cost(1)),
    ]
    limits = {"quarters": 1, "budget-a-quarter": 0, "capacity-days-a-quarter": {"*": 0}}
    plan = roadmap(questions("a", "b", "c"), {"a": 1, "b": 1, "c": 1}, actions, limits=limits)
    assert chosen(plan) == [("free", 0, 1)]
    assert left_out(plan) == {"work": Reason.NO_PEOPLE, "buy": Reason.NO_MONEY}


def test_an_action_of_no_duration_takes_one_quarter() -> None:
    plan = roadmap(questions("a"), {"a": 1}, [an_action("quick", {"a": 3}, **weeks(0))], limits={"quarters": 1})
    assert chosen(plan) == [("quick", 0, 1)]


@pytest.mark.parametrize(("long", "quarters"), [(1, 1), (13, 1), (14, 2), (26, 2), (27, 3)])
def test_a_quarter_has_thirteen_weeks(long: int, quarters: int) -> None:
    plan = roadmap(questions("a"), {"a": 1}, [an_action("x", {"a": 3}, **weeks(long))], limits={"quarters": 4})
    assert chosen(plan) == [("x", 0, quarters)]


def test_what_would_end_after_the_last_quarter_is_left_out() -> None:
    actions = [an_action("long", {"a": 3}, **weeks(27)), an_action("short", {"b": 3})]
    plan = roadmap(questions("a", "b"), {"a": 1, "b": 1}, actions)
    assert left_out(plan) == {"long": Reason.NO_TIME}
    assert excuse(plan, "long").detail == "It takes 3 quarters and would end after the last quarter of the plan."


# --- the sentences say what is so -------------------------------------------------------------------------------


def test_the_sentence_on_money_names_the_sum() -> None:
    actions = [an_action("dear", {"a": 3}, **cost(24000), **weeks(26)), an_action("cheap", {"b": 3})]
    plan = roadmap(questions("a", "b"), {"a": 1, "b": 1}, actions, limits={"budget-a-quarter": 11999})
    assert (
        excuse(plan, "dear").detail == "It needs £12,000 a quarter for 2 quarters, and there is never that much left."
    )


def test_the_sentence_on_money_names_the_running_cost() -> None:
    actions = [
        an_action("dear", {"a": 3}, **cost(0), running_cost_a_year={"likely": 8000}),
        an_action("next", {"a": 4}, needs=["dear"], **cost(0)),
        an_action("cheap", {"b": 3}),
    ]
    targets = {"good": {"title": "Good", "default": 3, "questions": {"a": 4}}}
    plan = roadmap(
        questions("a", "b"),
        {"a": 1, "b": 1},
        actions,
        limits={"budget-a-quarter": 1999, "quarters": 2},
        targets=targets,
    )
    assert chosen(plan) == [("cheap", 0, 1), ("dear", 1, 2)]
    assert left_out(plan) == {"next": Reason.NO_TIME}
    lasting = [
        an_action("dear", {"a": 3}, **cost(100), running_cost_a_year={"likely": 8000}),
        an_action("cheap", {"b": 3}, **cost(0)),
    ]
    tight = roadmap(questions("a", "b"), {"a": 1, "b": 1}, lasting, limits={"budget-a-quarter": 99, "quarters": 2})
    assert excuse(tight, "dear").detail == (
        "It needs £100 a quarter for 1 quarter and £2,000 a quarter from then on, and there is never that much left."
    )


def test_the_sentence_on_people_names_the_days_and_the_team() -> None:
    actions = [
        an_action("work", {"a": 3}, owner="ciso", effort_days={"likely": 30}, **weeks(26)),
        an_action("cheap", {"b": 3}, **cost(1)),
    ]
    plan = roadmap(questions("a", "b"), {"a": 1, "b": 1}, actions, limits={"capacity-days-a-quarter": {"ciso": 14}})
    assert left_out(plan) == {"work": Reason.NO_PEOPLE}
    assert excuse(plan, "work").detail == (
        "It needs 15 person-days a quarter of the team of the Security officer for 2 quarters, "
        "and there are never that many left."
    )


def test_money_and_people_that_are_never_free_together_are_both_named() -> None:
    # the money is spent in the first quarter, the people are busy in the second
    actions = [
        an_action("spend", {"a": 3}, **cost(100)),
        an_action("start", {"b": 2}, **cost(0), **weeks(13)),
        an_action("work", {"b": 3}, needs=["start"], effort_days={"likely": 10}),
        an_action("both", {"c": 2}, cost={"likely": 100}, effort_days={"likely": 10}),
    ]
    limits = {"budget-a-quarter": 100, "capacity-days-a-quarter": {"lead": 10}, "day-rate": 1}
    plan = roadmap(questions("a", "b", "c"), {"a": 1, "b": 1, "c": 1}, actions, limits=limits)
    assert chosen(plan) == [("start", 0, 1), ("spend", 0, 1), ("work", 1, 2)]
    assert left_out(plan) == {"both": Reason.NO_PEOPLE}
    assert excuse(plan, "both").detail == (
        "It needs £100 and 10 person-days a quarter of the team of the Lead for 1 quarter, "
        "and there is never that much of both left at once."
    )


def test_an_action_that_does_not_fit_after_what_it_waits_for_says_so() -> None:
    actions = [
        an_action("base", {"b": 5}, **cost(0), running_cost_a_year={"likely": 240}),
        an_action("wanted", {"a": 3}, needs=["base"], **cost(50)),
        an_action("other", {"c": 3}, **cost(0)),
    ]
    plan = roadmap(questions("a", "b", "c"), {"a": 1, "b": 3, "c": 1}, actions, limits={"budget-a-quarter": 100})
    assert chosen(plan) == [("other", 0, 1)]
    assert left_out(plan) == {"base": Reason.TARGET_MET, "wanted": Reason.NO_MONEY}
    assert excuse(plan, "wanted").detail == (
        "It needs £50 a quarter for 1 quarter, and after what it waits for there is never that much left."
    )


# --- nothing to do, nothing that fits ---------------------------------------------------------------------------


def test_an_action_is_not_needed_when_what_it_lifts_meets_the_target() -> None:
    plan = roadmap(questions("a", "b"), {"a": 3, "b": 1}, [an_action("a", {"a": 5}), an_action("b", {"b": 3})])
    assert left_out(plan) == {"a": Reason.TARGET_MET}


def test_an_action_that_brings_what_is_there_does_not_claim_that_the_target_is_met() -> None:
    actions = [an_action("low", {"a": 2}), an_action("high", {"a": 3})]
    plan = roadmap(questions("a"), {"a": 2}, actions)
    assert left_out(plan) == {"low": Reason.TARGET_MET}
    assert (
        excuse(plan, "low").detail == "Every question it lifts meets its target, has what it brings, or does not apply."
    )


def test_when_every_target_is_met_the_plan_is_empty() -> None:
    plan = roadmap(questions("a"), {"a": 3}, [an_action("a", {"a": 5})])
    assert plan.actions == ()
    assert left_out(plan) == {"a": Reason.TARGET_MET}
    assert [quarter.score for quarter in plan.quarters] == [3, 3]
    assert plan.critical_chain == ()
    assert plan.unmet == ()


def test_without_actions_the_plan_is_empty_and_the_gap_stays() -> None:
    plan = roadmap(questions("a"), {"a": 1}, [])
    assert plan.actions == ()
    assert plan.unmet == ("a",)


def test_there_is_no_roadmap_when_the_cheapest_action_costs_more_than_a_quarter_has() -> None:
    actions = [an_action("a", {"a": 3}, **cost(2500)), an_action("b", {"b": 3}, **cost(5000))]
    with pytest.raises(NoRoadmap) as caught:
        roadmap(questions("a", "b"), {"a": 1, "b": 1}, actions, limits={"budget-a-quarter": 2000})
    assert str(caught.value) == "none of the 2 actions that would close a gap fits within the limits"
    assert caught.value.exit_code == 3


def test_no_roadmap_for_want_of_people_does_not_blame_the_budget() -> None:
    limits = {"budget-a-quarter": 2000, "capacity-days-a-quarter": {"*": 5}}
    with pytest.raises(NoRoadmap) as caught:
        roadmap(questions("a"), {"a": 1}, [an_action("a", {"a": 3}, cost={"likely": 10})], limits=limits)
    assert str(caught.value) == "none of the 1 actions that would close a gap fits within the limits"


def test_there_is_no_roadmap_when_everything_takes_longer_than_the_plan() -> None:
    with pytest.raises(NoRoadmap):
        roadmap(questions("a"), {"a": 1}, [an_action("a", {"a": 3}, **weeks(14))], limits={"quarters": 1})


# --- what is lifted ---------------------------------------------------------------------------------------------


def test_an_unknown_answer_is_lifted_from_nothing() -> None:
    plan = roadmap(questions("a"), {"a": {"unknown": "Next week."}}, [an_action("a", {"a": 3})])
    assert planned(plan, "a").lifts == {"a": (1, 3)}
    assert [(quarter.low, quarter.score, quarter.high) for quarter in plan.quarters] == [(3, 3, 3), (3, 3, 3)]


def test_a_missing_answer_that_is_left_out_of_the_score_stays_unmet() -> None:
    area = questions("a", "b", scoring={"unanswered": "exclude"})
    plan = roadmap(area, {"a": 1}, [an_action("a", {"a": 3})])
    assert plan.unmet == ("b",)


def test_what_is_not_applicable_is_not_unmet_even_where_it_counts_as_nothing() -> None:
    area = questions("a", "b", scoring={"not-applicable": "zero"})
    plan = roadmap(area, {"a": 1, "b": {"not-applicable": "None is held."}}, [an_action("a", {"a": 3, "b": 3})])
    assert plan.unmet == ()
    assert planned(plan, "a").lifts == {"a": (1, 3)}


def test_a_question_that_is_not_asked_is_not_lifted() -> None:
    area = an_area("d1", [a_question("a"), a_question("b", applies_when={"question": "a", "at-least": 5})])
    plan = roadmap([area], {"a": 1, "b": 1}, [an_action("both", {"a": 3, "b": 3}), an_action("only-b", {"b": 3})])
    assert planned(plan, "both").lifts == {"a": (1, 3)}
    assert left_out(plan) == {"only-b": Reason.TARGET_MET}


def test_a_checklist_is_lifted_by_its_items() -> None:
    items = [{"id": id_, "text": id_.upper(), "weight": weight} for id_, weight in (("a", 1), ("b", 1), ("c", 2))]
    area = an_area("d1", [a_question("tools", "checklist", items=items)])
    actions = [an_action("get-b", {"tools": ["b"]}, **cost(10)), an_action("get-c", {"tools": ["c", "a"]}, **cost(50))]
    targets = {"good": {"title": "Good", "default": 5}}
    plan = roadmap([area], {"tools": {"done": ["a"], "partly": ["b"]}}, actions, targets=targets)
    # 1 and a half of 4; b is worth another half, c two
    assert planned(plan, "get-b").lifts == {"tools": (pytest.approx(2.5), 3)}
    assert planned(plan, "get-c").lifts == {"tools": (3, 5)}
    assert plan.quarters[0].score == 5


def test_items_that_are_done_already_need_no_action() -> None:
    area = an_area("d1", [a_question("tools", "checklist"), a_question("q")])
    actions = [an_action("get-a", {"tools": ["a"]}), an_action("q", {"q": 3}, needs=["get-a"])]
    targets = {"good": {"title": "Good", "default": 5}}
    plan = roadmap([area], {"tools": {"done": ["a"]}, "q": 1}, actions, targets=targets)
    assert chosen(plan) == [("q", 0, 1)]
    assert left_out(plan) == {"get-a": Reason.TARGET_MET}


def test_items_open_a_gate() -> None:
    area = an_area(
        "d1",
        [a_question("tools", "checklist"), a_question("q")],
        gates=[a_gate({"not": {"question": "tools", "includes": "b"}}, 1)],
    )
    plan = roadmap(
        [area],
        {"tools": {"done": ["a"]}, "q": 5},
        [an_action("get-b", {"tools": ["b"]})],
        targets={"good": {"title": "Good", "default": 5}},
    )
    assert planned(plan, "get-b").gain == 4
    assert plan.open_gates == ()


def test_a_choice_that_is_lifted_opens_the_gate_of_its_old_option() -> None:
    area = an_area(
        "d1", [a_question("pick", "choice"), a_question("q")], gates=[a_gate({"question": "pick", "is": "none"}, 1)]
    )
    plan = roadmap(
        [area],
        {"pick": {"option": "none"}, "q": 5},
        [an_action("get", {"pick": 5})],
        targets={"good": {"title": "Good", "default": 5}},
    )
    assert planned(plan, "get").gain == 4
    assert plan.open_gates == ()


# --- other teams ------------------------------------------------------------------------------------------------


def test_work_of_other_teams_is_charged_to_their_capacity() -> None:
    helped = [an_action(id_, {id_: 3}, effort_of_others={"ciso": {"likely": 6}}) for id_ in ("a", "b")]
    plan = roadmap(questions("a", "b"), {"a": 1, "b": 1}, helped, limits={"capacity-days-a-quarter": {"ciso": 10}})
    assert chosen(plan) == [("a", 0, 1), ("b", 1, 2)]
    assert [quarter.effort_by_role for quarter in plan.quarters] == [{"ciso": 6, "lead": 10}] * 2
    assert [quarter.effort_days[1] for quarter in plan.quarters] == [16, 16]
    assert plan.totals.effort_days == (32, 32, 32)


def test_work_of_other_teams_counts_for_all_teams_together() -> None:
    helped = [an_action("x", {"a": 3}, effort_of_others={"ciso": {"likely": 6}}), an_action("y", {"b": 2})]
    plan = roadmap(questions("a", "b"), {"a": 1, "b": 1}, helped, limits={"capacity-days-a-quarter": {"*": 15}})
    assert chosen(plan) == [("y", 0, 1)]
    assert excuse(plan, "x").detail == (
        "It needs 10 person-days a quarter of the team of the Lead, 6 of the Security officer for 1 quarter, "
        "and there are never that many left."
    )


def test_work_of_other_teams_makes_an_action_dearer() -> None:
    """Both lift one question by as much: 11 days of one team are dearer than 6 and 4 of two, and not than 6 and 6."""
    alone = an_action("alone", {"a": 3}, effort_days={"likely": 11})
    for days, cheaper in ((4, "shared"), (6, "alone")):
        shared = an_action("shared", {"a": 3}, effort_days={"likely": 6}, effort_of_others={"ciso": {"likely": days}})
        assert chosen(roadmap(questions("a"), {"a": 1}, [alone, shared])) == [(cheaper, 0, 1)]


def test_an_action_that_brings_in_a_part_is_looked_at_again_after_each_choice() -> None:
    """A part that does not count yet lowers a mean that has risen since: what it adds hangs on the whole."""
    areas = [
        an_area("p", [a_question("new")], weight=10),
        an_area("q", [a_question("low")], weight=10),
        an_area("r", [a_question("mid")], weight=2),
    ]
    actions = [
        an_action("bring-in", {"new": 3}, **cost(100)),
        an_action("lift", {"low": 5}, **cost(10)),
        an_action("finish", {"mid": 5}, **cost(100)),
    ]
    limits = {"quarters": 1, "budget-a-quarter": 110, "day-rate": 1}
    plan = roadmap(
        areas,
        {"low": 1, "mid": 2},
        actions,
        limits=limits,
        scoring={"unanswered": "exclude"},
        targets={"good": {"title": "Good", "default": 5}},
    )
    # after "lift" the score is 4.5: half of "new" would lower it, and the rest of "mid" raises it to 5
    assert [id_ for id_, *_ in chosen(plan)] == ["lift", "finish"]
