"""Rules that meet: what is left open, asked, capped and counted at once, worked out by hand."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from readiness.scoring.bounds import Bounds, Range
from readiness.scoring.result import State
from readiness.scoring.score import at_target
from tests.builders import Plain, a_framework, a_gate, a_question, an_area
from tests.unit.scoring.sheet import a_sheet

QUARTER, HALF = Fraction(1, 4), Fraction(1, 2)
REMOTE: Plain = {"remote": {"type": "boolean", "ask": "Remote?"}}
IF_REMOTE: Plain = {"fact": "remote", "is": True}


# --- headline -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("policy", ["exclude", "block"])
def test_what_counts_as_nothing_leaves_a_condition_open(policy: str) -> None:
    scoring = {"unanswered": policy}
    asked = a_question("b", applies_when={"question": "a", "at-least": 3})
    gate = a_gate({"not": {"question": "a", "at-least": 3}})
    areas = [an_area("d1", [a_question("a", scoring=scoring)]), an_area("d2", [asked, a_question("c")], gates=[gate])]
    sheet = a_sheet(a_framework(areas=areas), {"b": 5, "c": 5})
    assert sheet["b"].state is State.ANSWERED
    assert sheet["d2"].score == 5


def test_a_gate_after_all_or_nothing_takes_its_part() -> None:
    area = an_area("d1", [a_question("a"), a_question("b")], scoring={"incomplete": "worst"}, gates=[a_gate(IF_REMOTE)])
    node = a_sheet(a_framework(areas=[area], facts=REMOTE), {"a": 5, "b": 3}, facts={"remote": True})["d1"]
    assert (node.raw_ratio, node.ratio, [gate.loss for gate in node.gates]) == (Fraction(3, 4), QUARTER, [0, HALF])


def test_what_is_incomplete_leaves_nothing_for_a_gate_to_take() -> None:
    area = an_area("d1", [a_question("a"), a_question("b")], scoring={"incomplete": "worst"}, gates=[a_gate(IF_REMOTE)])
    node = a_sheet(a_framework(areas=[area], facts=REMOTE), {"a": 5}, facts={"remote": True})["d1"]
    assert (node.raw_ratio, node.ratio, [gate.loss for gate in node.gates]) == (HALF, 0, [HALF, 0])


def test_points_are_those_before_caps() -> None:
    area = an_area("d1", [a_question("a")], scoring={"rollup": "sum"}, gates=[a_gate(IF_REMOTE)])
    node = a_sheet(a_framework(areas=[area], facts=REMOTE), {"a": 4}, facts={"remote": True})["d1"]
    assert (node.points, node.maximum, node.ratio) == (3, 4, QUARTER)


def test_an_adjustment_names_the_questions_it_looks_at() -> None:
    rules = [
        {"add": Decimal("0.1"), "because": "Always."},
        {"add": Decimal("0.1"), "when": {"question": "a", "at-least": 2}, "because": "Sometimes."},
    ]
    node = a_sheet(a_framework(areas=[an_area("d1", [a_question("a")], adjust=rules)]), {"a": 3})["d1"]
    assert [one.questions for one in node.adjustments] == [(), ("a",)]


def test_half_down_goes_to_the_nearest() -> None:
    rule = {"round": {"mode": "half-down"}, "because": "Reason."}
    options = [{"id": "x", "text": "X", "points": Decimal("1.75")}, {"id": "y", "text": "Y", "points": 4}]
    area = an_area("d1", [a_question("a", "choice", options=options)], scoring={"rollup": "sum"}, adjust=[rule])
    assert a_sheet(a_framework(areas=[area]), {"a": {"option": "x"}})["d1"].ratio == HALF


def test_words_have_no_weight_in_the_coverage_and_no_score_that_evidence_could_cut() -> None:
    area = an_area("d1", [a_question("words", "text"), a_question("a")])
    framework = a_framework(areas=[area], evidence={"required-from": 3})
    node = a_sheet(framework, {"words": {"text": "Yes."}, "a": 2})["words"]
    assert (node.coverage.weight, node.coverage.answered) == (0, 1)
    assert (node.evidenced, node.needs_evidence) == (None, False)


def test_every_node_says_what_it_is_and_what_was_answered() -> None:
    sheet = a_sheet(a_framework(dimensions=1, questions=1), {"d1-q1": 3})
    assert [node.kind for node in sheet.root.walk()] == ["framework", "area", "question"]
    assert sheet["d1-q1"].answer is sheet.readings["d1-q1"].answer is not None


def test_a_question_that_is_hidden_now_stays_hidden_at_the_target() -> None:
    targets = {"good": {"title": "Good", "default": 3, "questions": {"b": 5}}}
    area = an_area("d1", [a_question("a"), a_question("b", applies_when={"question": "a", "at-least": 3})])
    sheet = a_sheet(a_framework(areas=[area], targets=targets), {"a": 1, "b": 1})
    assert (sheet["d1"].score, sheet["d1"].target, sheet["b"].target) == (1, 3, None)
    shown = at_target(sheet.scorer, sheet.readings, "good")
    assert (shown.node["d1"].score, shown.node["b"].state) == (3, State.HIDDEN)


def test_what_does_not_apply_now_does_not_apply_at_the_target() -> None:
    targets = {"good": {"title": "Good", "default": 3, "questions": {"b": 5}}}
    area = an_area("d1", [a_question("a"), a_question("b")])
    sheet = a_sheet(a_framework(areas=[area], targets=targets), {"a": 1, "b": {"not-applicable": "None."}})
    assert (sheet["d1"].target, sheet["b"].target) == (3, None)


def test_where_nothing_has_a_score_there_is_none_at_the_target() -> None:
    sheet = a_sheet(a_framework(dimensions=0, questions=[a_question("words", "text")]), {"words": {"text": "Yes."}})
    assert at_target(sheet.scorer, sheet.readings, "good").root.score is None


# --- roll-ups of areas ----------------------------------------------------------------------------------------------


def test_areas_stand_on_the_rungs_that_they_name() -> None:
    areas = [an_area(f"d{n}", [a_question(f"q{n}")], rung=n, scoring={"rollup": "mean"}) for n in (1, 2)]
    framework = a_framework(areas=areas, scoring={"rollup": "ladder"})
    assert a_sheet(framework, {"q1": 5, "q2": 1}).root.ratio == HALF
    assert a_sheet(framework, {"q1": 1, "q2": 5}).root.ratio == 0


def test_the_most_that_an_area_can_have_hangs_on_its_roll_up() -> None:
    none = {"not-applicable": "None."}
    mean = an_area("mean", [a_question("a"), a_question("b")])
    deducted = an_area("deducted", [a_question("c")], scoring={"rollup": "deduct", "base": 10})
    added = an_area("added", [a_question("d"), a_question("e")], scoring={"rollup": "sum"})
    outer = an_area("outer", areas=[mean, deducted, added], scoring={"rollup": "sum", "maxima": "all"})
    sheet = a_sheet(a_framework(areas=[outer]), {"a": 5, "b": 5, "c": none, "d": 5, "e": none})
    assert (sheet["outer"].points, sheet["outer"].maximum) == (5, 1 + 10 + 8)


# --- low and high -----------------------------------------------------------------------------------------------


def test_an_area_that_a_gate_looks_at_ties_what_it_hangs_on_to_what_the_gate_holds() -> None:
    # remote: d1 at 3 caps d2 at 1; not remote: d1 at 1 and d2 at 5
    d1 = an_area("d1", [a_question("a"), a_question("b", applies_when=IF_REMOTE)])
    when = {"all": [{"area": "d1", "at-least-ratio": HALF}, {"question": "c", "at-least": 1}]}
    d2 = an_area("d2", [a_question("c")], gates=[a_gate(when, 1)])
    sheet = a_sheet(a_framework(areas=[d1, d2], facts=REMOTE), {"a": 1, "b": 5, "c": 5})
    assert (sheet["d2"].low, sheet["d2"].high) == (1, 5)
    assert (sheet.root.low, sheet.root.high) == (2, 3)


def test_an_answer_that_must_apply_is_not_supposed_not_to() -> None:
    # below 3 a is at 2 at best and leaves the mean at 3.5; from 3 on the area is held at 1
    a = a_question("a", scoring={"not-applicable": "forbidden"})
    area = an_area("d1", [a, a_question("b")], gates=[a_gate({"question": "a", "at-least": 3}, 1)])
    node = a_sheet(a_framework(areas=[area]), {"b": 5})["d1"]
    assert (node.low, node.high) == (1, Fraction(7, 2))


def test_a_choice_that_is_missing_is_no_worse_than_its_worst_option() -> None:
    options = [{"id": "x", "text": "X", "points": 1}, {"id": "y", "text": "Y", "points": 2}]
    question = a_question("a", "choice", options=options, scoring={"unanswered": "exclude"})
    sheet = a_sheet(a_framework(areas=[an_area("d1", [question])]), {})
    assert (sheet["a"].low, sheet["a"].high) == (3, 5)


def test_a_choice_that_blocks_while_it_is_missing_is_no_worse_than_its_worst_option_either() -> None:
    options = [{"id": "x", "text": "X", "points": 1}, {"id": "y", "text": "Y", "points": 2}]
    question = a_question("a", "choice", options=options, scoring={"unanswered": "block"})
    sheet = a_sheet(a_framework(areas=[an_area("d1", [question])]), {})
    assert (sheet["a"].low, sheet["a"].high) == (3, 5)


def test_a_range_over_cases_has_the_smallest_and_the_largest_maximum() -> None:
    questions = [a_question("a", "yes-no"), a_question("b", applies_when=IF_REMOTE)]
    area = an_area("d1", questions, scoring={"rollup": "sum"})
    sheet = a_sheet(a_framework(areas=[area], facts=REMOTE), {"a": {"answer": "yes"}, "b": 1})
    found = Bounds(sheet.scorer, sheet.readings).range(sheet.scorer.branch["d1"])
    assert found == Range(Fraction(1, 5), Fraction(1), Fraction(1), Fraction(5), certain=True)


def test_a_range_over_cases_has_the_smallest_maximum_of_each_case() -> None:
    # remote: a, b and c or not; else a and c or not, which is a alone at the least
    questions = [a_question("a", "yes-no"), a_question("b", applies_when=IF_REMOTE), a_question("c")]
    area = an_area("d1", questions, scoring={"rollup": "sum"})
    sheet = a_sheet(a_framework(areas=[area], facts=REMOTE), {"a": {"answer": "yes"}, "b": 1})
    found = Bounds(sheet.scorer, sheet.readings).range(sheet.scorer.branch["d1"])
    assert found == Range(Fraction(1, 9), Fraction(1), Fraction(1), Fraction(9), certain=True)


@pytest.mark.parametrize(
    ("unanswered", "not_applicable", "certain"),
    [("zero", "forbidden", True), ("exclude", "forbidden", False), ("zero", "exclude", False), ("full", "zero", True)],
)
def test_a_missing_answer_counts_for_certain_where_no_policy_leaves_it_out(
    unanswered: str,
    not_applicable: str,
    certain: bool,  # noqa: FBT001  a column of the table above
) -> None:
    scoring = {"unanswered": unanswered, "not-applicable": not_applicable}
    sheet = a_sheet(a_framework(areas=[an_area("d1", [a_question("a")])], scoring=scoring))
    found = Bounds(sheet.scorer, sheet.readings).range(sheet.scorer.branch["d1"])
    assert found == Range(Fraction(0), Fraction(1), Fraction(1), Fraction(1), certain)


@pytest.mark.parametrize("type_", ["level", "choice"])
def test_what_may_not_be_asked_does_not_count_for_certain(type_: str) -> None:
    question = a_question("a", type_, applies_when=IF_REMOTE, scoring={"not-applicable": "forbidden"})
    sheet = a_sheet(a_framework(areas=[an_area("d1", [question])], facts=REMOTE))
    found = Bounds(sheet.scorer, sheet.readings).range(sheet.scorer.leaf["a"])
    assert found == Range(Fraction(0), Fraction(1), Fraction(4), Fraction(4), certain=False)


def test_an_area_that_may_be_left_with_nothing_in_some_case_does_not_count_for_certain() -> None:
    questions = [
        a_question(name, applies_when={"fact": "remote", "is": is_}) for name, is_ in (("a", True), ("b", False))
    ]
    sheet = a_sheet(a_framework(areas=[an_area("d1", questions)], facts=REMOTE), {"a": 3})
    found = Bounds(sheet.scorer, sheet.readings).range(sheet.scorer.branch["d1"])
    assert found == Range(Fraction(0), Fraction(1), Fraction(1), Fraction(1), certain=False)
    assert a_sheet(a_framework(areas=[an_area("d1", questions)], facts=REMOTE), {"a": 3, "b": 3}).root.low == 3


def test_a_gate_ties_all_that_it_looks_at_whatever_it_names_first() -> None:
    # two: the mean of c and e is 3; not two: c alone is at 5, and held at 1
    d1 = an_area("d1", [a_question("a")])
    when = {"all": [{"area": "d1", "at-least-ratio": HALF}, {"fact": "two", "is": False}]}
    questions = [a_question("c"), a_question("e", applies_when={"fact": "two", "is": True})]
    d2 = an_area("d2", questions, gates=[a_gate(when, 1)])
    facts = {"two": {"type": "boolean", "ask": "Two?"}}
    node = a_sheet(a_framework(areas=[d1, d2], facts=facts), {"a": 3, "c": 5, "e": 1})["d2"]
    assert (node.low, node.high) == (1, 3)


def test_a_measured_value_below_a_gate_comes_as_near_to_it_as_it_can() -> None:
    question = a_question("a", "number", bounds={"worst": 0, "best": 100}, scoring={"not-applicable": "forbidden"})
    gate = a_gate({"not": {"question": "a", "below": 3}}, 1)
    node = a_sheet(a_framework(areas=[an_area("d1", [question], gates=[gate])]), {})["d1"]
    assert (node.low, node.high) == (1, 3)


def test_a_checklist_with_too_many_ways_to_be_answered_is_looked_at_as_a_whole() -> None:
    names = [f"i{n}" for n in range(9)]  # 2 to the power of 9 ways
    question = a_question("a", "checklist", items=[{"id": name, "text": name} for name in names])
    gates = [a_gate({"question": "a", "includes": name}) for name in names]
    node = a_sheet(a_framework(areas=[an_area("d1", [question], gates=gates)]), {})["d1"]
    assert (node.low, node.high) == (1, 5)


def test_a_rule_that_may_apply_leaves_the_lower_of_both_lows_and_the_higher_of_both_highs() -> None:
    rule = {"of": "ratio", "multiply": HALF, "when": IF_REMOTE, "because": "Reason."}
    area = an_area("d1", [a_question("a"), a_question("b")], adjust=[rule], scoring={"not-applicable": "forbidden"})
    node = a_sheet(a_framework(areas=[area], facts=REMOTE), {"a": 3})["d1"]
    assert (node.low, node.high) == (Fraction(3, 2), 4)  # 1/4 x 1/2 and 3/4
    area["adjust"] = [{"of": "ratio", "add": Decimal("0.25"), "when": IF_REMOTE, "because": "Reason."}]
    node = a_sheet(a_framework(areas=[area], facts=REMOTE), {"a": 3})["d1"]
    assert (node.low, node.high) == (2, 5)  # 1/4 and 3/4 + 1/4


@pytest.mark.parametrize(("policy", "score"), [("zero", 1), ("full", 5), ("exclude", None)])
def test_what_does_not_apply_counts_as_the_framework_says_at_both_ends(policy: str, score: int | None) -> None:
    area = an_area("d1", [a_question("a", scoring={"not-applicable": policy})])
    node = a_sheet(a_framework(areas=[area]), {"a": {"not-applicable": "None."}})["a"]
    assert (node.low, node.score, node.high) == (score, score, score)


def test_a_measured_value_between_two_gates_comes_as_near_to_both_as_it_can() -> None:
    question = a_question("a", "number", bounds={"worst": 0, "best": 100}, scoring={"not-applicable": "forbidden"})
    gates = [a_gate({"question": "a", "below": 3}, 1), a_gate({"not": {"question": "a", "below": 4}}, 1)]
    node = a_sheet(a_framework(areas=[an_area("d1", [question], gates=gates)]), {})["d1"]
    assert (node.low, node.high) == (1, 4)


def test_a_gate_that_every_answer_holds_caps_both_ends() -> None:
    d1 = an_area("d1", [a_question("a", scoring={"not-applicable": "forbidden"})])
    d2 = an_area("d2", [a_question("c")], gates=[a_gate({"question": "a", "at-least": 1}, 2)])
    node = a_sheet(a_framework(areas=[d1, d2]), {"c": 5})["d2"]
    assert (node.low, node.high) == (2, 2)


def test_a_measured_value_that_is_missing_may_be_the_worst_there_is() -> None:
    policies = {"unanswered": "exclude", "not-applicable": "forbidden"}
    question = a_question("a", "number", bounds={"worst": 0, "best": 100}, scoring=policies)
    gate = a_gate({"question": "a", "at-least": 4}, 3)
    node = a_sheet(a_framework(areas=[an_area("d1", [question], gates=[gate])]), {})["d1"]
    assert (node.low, node.high) == (1, 4)
