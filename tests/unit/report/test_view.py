"""The view: what the chapters say about small assessments whose results are known by hand."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from readiness.report.view.annexes import AnswerGroup
from readiness.report.view.decisions import Decision
from readiness.report.view.dimensions import Dimension
from readiness.report.view.gaps import Gaps
from readiness.report.view.gates import Gates
from readiness.report.view.method import Method
from readiness.report.view.money import Money
from readiness.report.view.roadmap import Plan
from readiness.report.view.strengths import Strengths
from readiness.report.view.summary import Summary
from readiness.report.view.trust import Trust
from readiness.report.view.waiting import Waiting
from tests.builders import a_framework, a_question, all_at, an_action
from tests.unit.report.given import EVIDENCE, a_report, a_rich_framework, a_rich_report, sections, view_of


def body(given: Any, chapter: str, kind: type) -> Any:  # noqa: ANN401  each chapter has a body of its own
    found = sections(given)[chapter].body
    assert isinstance(found, kind)
    return found


def test_a_chapter_without_anything_to_say_is_left_out() -> None:
    framework = a_framework()
    best = a_report(all_at(5, framework), framework)
    assert not {"gaps", "gates", "roadmap", "milestones", "costs", "value", "annex-actions"} & set(sections(best))
    nothing = a_report()
    assert "strengths" not in sections(nothing)


def test_the_chapters_stand_in_the_order_of_the_design() -> None:
    assert [section.id for section in view_of(a_rich_report()).sections] == [
        "summary",
        "decisions",
        "trust",
        "profile",
        "strengths",
        "gaps",
        "gates",
        "roadmap",
        "milestones",
        "waiting",
        "costs",
        "load",
        "risk",
        "value",
        "start",
        "inaction",
        "dimension-1",
        "dimension-2",
        "crosswalk",
        "annex-answers",
        "annex-method",
        "annex-words",
        "annex-actions",
    ]


def test_the_summary_says_where_the_agency_stands_and_how_far_that_can_be_trusted() -> None:
    summary = body(a_report({"d1-q1": 3, "d1-q2": 3, "d2-q1": 2}), "summary", Summary)
    # (3 + 3 + 2 + nothing, which counts as 1) / 4 = 2.25
    assert summary.score == "2.3"
    assert "stands at 2.3 of 5, between Developing and Defined." in summary.lead
    assert "2 of 4 questions are below target." in summary.lead
    assert summary.trust == "1 answer is missing, so the score may lie anywhere from 2.3 to 3.3."
    assert [row.name for row in summary.rows] == ["Area d2", "Area d1"]
    assert [row.gap for row in summary.rows] == ["1.5", "met"]


def test_a_report_without_a_target_says_no_more_than_it_knows() -> None:
    framework = a_framework(targets=None)
    given = a_report(all_at(2, framework), framework)
    assert sections(given)["summary"].title == "The agency stands at 2.0 of 5, at Developing"
    assert "gaps" not in sections(given)
    assert view_of(given).has_target is False


def test_a_score_that_does_not_exist_is_said_to_be_missing() -> None:
    framework = a_framework(scoring={"unanswered": "block"})
    summary = sections(a_report({}, framework))["summary"]
    assert summary.title == "There is too little to score yet"
    assert isinstance(summary.body, Summary)
    assert summary.body.score == "no score"
    assert summary.body.bar is None


def test_a_dimension_that_does_not_apply_has_no_chapter() -> None:
    away = {f"d2-q{n}": {"not-applicable": "We do not do this"} for n in (1, 2)}
    given = a_report({"d1-q1": 2, "d1-q2": 2} | away)
    assert [id_ for id_ in sections(given) if id_.startswith("dimension")] == ["dimension-1"]
    apart = body(given, "trust", Trust).apart
    assert [item.text for item in apart] == ["We do not do this."] * 2


def test_missing_answers_are_listed_with_what_was_said() -> None:
    missing = body(a_rich_report(), "trust", Trust).missing
    assert [(item.name, item.text) for item in missing] == [("Topic of skills", "Not known: Nobody has counted yet.")]


def test_evidence_is_counted_where_it_is_needed() -> None:
    framework = a_framework(evidence={"required-from": 3})
    answers = {"d1-q1": {"level": 4, "evidence": EVIDENCE}, "d1-q2": 3, "d2-q1": 2, "d2-q2": 2}
    given = a_report(answers, framework)
    total = body(given, "trust", Trust).total
    assert (total.needs, total.backed) == ("2", "1 (50%)")
    assert sections(given)["trust"].title == "All 4 questions are answered; one of 2 that need evidence lacks it"


def test_a_gap_names_what_asks_for_more_and_what_will_be_done() -> None:
    cards = {card.topic.removeprefix("Topic of "): card for card in body(a_rich_report(), "gaps", Gaps).cards}
    assert cards["locks"].recommendations == ("Tools are kept sharp (G-1).",)
    assert cards["locks"].standards == "The norm (N.1, N.2)"
    assert cards["locks"].standing == "Now 1 Initial; target 3 Defined"
    assert cards["locks"].gate == "Named by 1 gate that holds"
    assert cards["locks"].remedies[0].text == "Do fit-locks"
    assert cards["skills"].standing == "Unknown; target 3 Defined"


def test_a_gap_that_no_action_closes_says_so() -> None:
    cards = {card.topic.removeprefix("Topic of "): card for card in body(a_rich_report(), "gaps", Gaps).cards}
    assert cards["share"].remedies[0].text == "The framework offers no action that would raise it."
    without = {card.topic.removeprefix("Topic of "): card for card in body(a_report({"d1-q1": 1}), "gaps", Gaps).cards}
    assert "no action" in without["d1-q1"].remedies[0].text


def test_a_gate_that_holds_says_its_rule_and_what_lifts_it() -> None:
    given = a_rich_report()
    gates = body(given, "gates", Gates)
    assert sections(given)["gates"].title.startswith("The gate holds")
    assert gates.holding[0].rule == "Topic of locks stands below level 2: at most level 2"
    assert gates.holding[0].remedies == ("A1 Do fit-locks, by March 2027",)


def test_gates_that_hang_on_missing_answers_are_counted_in_the_summary() -> None:
    facts = {fact.name: fact for fact in body(a_rich_report(), "summary", Summary).facts}
    assert (facts["Gates that hold"].value, facts["Gates that hold"].detail) == ("1", "of 1")
    unsure = a_report({"rules": {"answer": "yes"}}, a_rich_framework())
    facts = {fact.name: fact for fact in body(unsure, "summary", Summary).facts}
    told = facts["Gates that hold"]
    assert (told.value, told.detail) == ("0", "of 1, and 1 that hangs on missing answers")


def test_what_size_does_to_the_estimates_stands_beside_the_money() -> None:
    sizes = {"currency": "GBP", "sizes": [{"staff-below": 200, "effort": 0.5, "money": 0.5}]}
    for staff, first in ((85, "For 85 staff, days are multiplied by 0.5 and amounts by 0.5."), (900, "1 of 2 actions")):
        organisation = {"name": "Council", "staff": staff}
        given = a_report({"locks": 1, "skills": 1}, a_rich_framework(estimates=sizes), organisation=organisation)
        assert body(given, "costs", Money).notes[0].startswith(first)


def test_what_merely_waits_for_another_action_is_only_named() -> None:
    actions = [
        an_action("dear", {"locks": 3}, cost={"likely": 5000}),
        an_action("late", {"skills": 3}, needs=["dear"]),
        an_action("easy", {"share": 3}),
    ]
    plan = {"budget-a-quarter": 10, "quarters": 2}
    given = a_report({"locks": 1, "skills": 1, "share": {"value": 1}}, a_rich_framework(actions=actions), plan=plan)
    money, needing = body(given, "waiting", Waiting).groups[:2]
    assert (len(money.lines), money.titles) == (1, ())
    assert (needing.lines, needing.titles) == ((), ("Do late",))


def test_limits_that_allow_no_action_are_the_first_decision() -> None:
    plan = {"budget-a-quarter": 0, "capacity-days-a-quarter": {"*": 0}}
    decisions = sections(a_rich_report(plan=plan))["decisions"].body
    assert isinstance(decisions, tuple)
    first = decisions[0]
    assert first.what == "Agree limits that allow a plan."
    assert first.why == (
        "No action that would close a gap fits within these limits. 0 person-days a quarter of all teams; 10 would do."
    )


def test_decisions_have_a_date_and_a_reason() -> None:
    decisions = sections(a_rich_report())["decisions"].body
    assert isinstance(decisions, tuple)
    assert all(isinstance(one, Decision) and one.what and one.why and one.by for one in decisions)
    assert "Ask for the missing answer." in [one.what for one in decisions]
    assert decisions[0].by == "Before 1 January 2027"


def test_good_enough_is_an_allowed_conclusion() -> None:
    given = a_report({"locks": 3}, a_rich_framework())
    enough = body(given, "strengths", Strengths).enough
    assert [(one.topic, one.when) for one in enough] == [("Topic of locks", "nothing of worth is kept.")]


def test_the_roadmap_draws_what_waits_for_what() -> None:
    plan = body(a_rich_report(), "roadmap", Plan)
    lines = {line.number: line for group in plan.groups for line in group.lines}
    assert lines["A2"].after == "A1"
    assert lines["A1"].bar.alt.startswith("A1: Q1 2027, 10 days")
    assert plan.projection is not None
    assert "start 2.7" in plan.projection.alt


def test_costs_are_split_into_three_horizons() -> None:
    money = body(a_rich_report(), "costs", Money)
    assert [horizon.name for horizon in money.horizons] == [
        "First 90 days",
        "Rest of the first year",
        "After the first year",
    ]
    assert [horizon.cost for horizon in money.horizons] == ["none", "£1,000 to £4,000", "none"]
    assert money.total.cost == "£1,000 to £4,000"
    assert money.roles[0].role == "Lead"


def test_a_question_shows_where_it_stands_and_what_comes_next() -> None:
    dimension = body(a_rich_report(), "dimension-1", Dimension)
    locks, tools = dimension.blocks
    assert (locks.answer, locks.now, locks.next_name, locks.next) == (
        "Level 1, Initial",
        "Nothing yet.",
        "2 Developing",
        "Begun.",
    )
    assert locks.note == "Two doors do not close."
    assert (tools.answer, tools.now, tools.next) == (
        "1 of 2 items done",
        "Done: First item.",
        "To do: Second item.",
    )


def test_every_answer_is_in_the_annex_in_full() -> None:
    groups = sections(a_rich_report())["annex-answers"].body
    assert isinstance(groups, tuple)
    assert all(isinstance(group, AnswerGroup) for group in groups)
    lines = {line.id: line for group in groups for line in group.lines}
    assert {id_: line.answer for id_, line in lines.items()} == {
        "locks": "Level 1, Initial",
        "tools": "1 of 2 items done",
        "skills": "Not known",
        "share": "40% of staff",
        "said": "We try.",
        "rules": "Yes",
        "plan": "Not applicable",
    }
    assert lines["locks"].note == "Two doors do not close. The third one does."
    assert lines["locks"].who == "Caretaker, confidence low"
    assert lines["tools"].evidence == ("Minutes, DOC-1, dated 1 October 2026",)
    assert lines["plan"].note == "There is nothing to plan."


def test_the_method_has_the_weights_of_this_framework() -> None:
    method = body(a_rich_report(), "annex-method", Method)
    assert [(line.name, line.share) for line in method.weights[:3]] == [
        ("Area safety", "50%"),
        ("Area doors", "50%"),
        ("Topic of locks", "25%"),
    ]
    assert method.digests[0].text == hashlib.sha256(b"readiness: assessment/1\n").hexdigest()
    assert "At most level 2 when Topic of locks stands below level 2" in method.gates[0].text


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ({"question": "d1-q1", "at-least": 3}, "Topic of d1-q1 stands at level 3 or above"),
        ({"not": {"question": "d1-q1", "below": 2}}, "it is not so that Topic of d1-q1 stands below level 2"),
        ({"area": "d2", "at-least-ratio": 0.5}, "Area d2 reaches 50% of the scale"),
        ({"fact": "big", "is": True}, "the answer to “Is it big?” is yes"),
        (
            {"any": [{"question": "d1-q1", "below": 2}, {"fact": "big", "is": False}]},
            "Topic of d1-q1 stands below level 2 or the answer to “Is it big?” is no",
        ),
    ],
)
def test_conditions_read_as_sentences(condition: dict[str, Any], words: str) -> None:
    gate = {"when": condition, "cap-at-level": 2, "because": "So"}
    framework = a_framework(facts={"big": {"type": "boolean", "ask": "Is it big?"}}, gates=[gate])
    organisation = {"name": "X", "facts": {"big": False}}
    method = body(a_report({"d1-q1": 1}, framework, organisation=organisation), "annex-method", Method)
    assert method.gates[0].text == f"At most level 2 when {words}. So."


def test_a_name_that_is_too_long_is_cut_where_room_is_short() -> None:
    view = view_of(a_report({"d1-q1": 1}, organisation={"name": "Long " * 100}))
    assert len(view.footer) < 100
    assert len(view.cover.organisation) < 140


def test_questions_without_an_area_are_in_the_annex() -> None:
    framework = a_framework(0, [a_question("q1"), a_question("q2")])
    given = a_report({"q1": 2, "q2": 4}, framework)
    assert "profile" not in sections(given)
    assert "annex-answers" in sections(given)


@pytest.mark.parametrize(
    ("budget", "ending"),
    [
        (5000, "what is not spent is not carried over."),
        (3000, "Likely spend stays within it; high spend would not in 1 quarter."),
    ],
)
def test_a_budget_is_said_with_what_would_go_beyond_it(budget: int, ending: str) -> None:
    limits = {"starts": "2027-01-01", "quarters": 8, "budget-a-quarter": budget}
    assert body(a_rich_report(plan=limits), "costs", Money).budget.endswith(ending)
