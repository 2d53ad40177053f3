"""Coverage by count and by weight, and the range that missing answers leave."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from fractions import Fraction

import pytest

from readiness.scoring.result import State
from tests.builders import Plain, a_framework, a_gate, a_question, an_area
from tests.unit.scoring.sheet import a_sheet

HALF = Fraction(1, 2)


def test_coverage_counts_questions_and_shares_out_weights() -> None:
    framework = a_framework(
        areas=[
            an_area("d1", [a_question("a", weight=3), a_question("b")], weight=3),
            an_area("d2", [a_question("c"), a_question("d")]),
        ]
    )
    sheet = a_sheet(framework, {"a": 3, "c": {"unknown": "Next week."}})
    assert (sheet["d1"].coverage.by_count, sheet["d1"].coverage.weight) == (HALF, Fraction(3, 4))
    assert (sheet["d2"].coverage.by_count, sheet["d2"].coverage.weight) == (0, 0)
    assert (sheet.root.coverage.answered, sheet.root.coverage.applicable) == (1, 4)
    assert sheet.root.coverage.weight == Fraction(9, 16)


def test_what_does_not_apply_is_not_owed() -> None:
    framework = a_framework(dimensions=2, questions=2)
    gone = {"not-applicable": "None is held."}
    sheet = a_sheet(framework, {"d1-q1": gone, "d1-q2": gone, "d2-q1": 3, "d2-q2": gone})
    assert (sheet.root.coverage.answered, sheet.root.coverage.applicable, sheet.root.coverage.weight) == (1, 1, 1)


def test_an_area_of_words_alone_has_no_weight_in_the_coverage() -> None:
    framework = a_framework(areas=[an_area("d1", [a_question("a")]), an_area("d2", [a_question("words", "text")])])
    sheet = a_sheet(framework, {"a": 3, "words": {"text": "Yes."}})
    assert sheet.root.coverage.weight == 1
    assert a_sheet(framework, {"a": 3}).root.coverage.weight == 1


def test_where_nothing_applies_the_coverage_is_nothing() -> None:
    gone = {"not-applicable": "None is held."}
    sheet = a_sheet(a_framework(dimensions=1, questions=1), {"d1-q1": gone})
    assert [(node.coverage.by_count, node.coverage.weight) for node in sheet.root.walk()] == [(0, 0)] * 3


def test_coverage_is_the_same_under_every_policy() -> None:
    for policy in ("zero", "exclude", "block", "full"):
        sheet = a_sheet(a_framework(dimensions=1, scoring={"unanswered": policy}), {"d1-q1": 3})
        assert sheet.root.coverage.by_count == HALF
        assert sheet.root.coverage.weight == HALF


# --- ranges -----------------------------------------------------------------------------------------------------


def test_a_missing_answer_may_turn_out_worst_or_best() -> None:
    framework = a_framework(dimensions=1, questions=2, scoring={"not-applicable": "forbidden"})
    sheet = a_sheet(framework, {"d1-q1": 3})
    assert (sheet["d1-q2"].low, sheet["d1-q2"].high) == (1, 5)
    assert (sheet["d1"].low, sheet["d1"].high) == (2, 4)


def test_a_missing_answer_that_may_turn_out_not_applicable_can_leave_the_score_to_the_others() -> None:
    sheet = a_sheet(a_framework(dimensions=1, questions=2, scoring={"rollup": "min"}), {"d1-q1": 3})
    assert (sheet.root.low, sheet.root.high) == (1, 3)
    alone = a_sheet(a_framework(dimensions=1, questions=1))
    assert (alone.root.low, alone.root.high) == (1, 5)


@pytest.mark.parametrize("policy", ["zero", "exclude", "block", "full"])
def test_the_range_does_not_hang_on_what_missing_answers_count_as(policy: str) -> None:
    sheet = a_sheet(a_framework(dimensions=1, scoring={"unanswered": policy, "not-applicable": "zero"}), {"d1-q1": 5})
    assert (sheet.root.low, sheet.root.high) == (3, 5)


def test_the_lowest_mean_leaves_out_what_would_raise_it() -> None:
    # b counts only if remote, which nobody has said: the mean of a and b is 3, and a alone is at 1
    facts = {"remote": {"type": "boolean", "ask": "Remote?"}}
    area = an_area("d1", [a_question("a"), a_question("b", applies_when={"fact": "remote", "is": True})])
    framework = a_framework(areas=[area], facts=facts)
    sheet = a_sheet(framework, {"a": 1, "b": 5})
    assert (sheet.root.low, sheet.root.score, sheet.root.high) == (1, 3, 3)
    other = a_sheet(framework, {"a": 5, "b": 1})
    assert (other.root.low, other.root.score, other.root.high) == (3, 3, 5)
    known = a_sheet(framework, {"a": 1, "b": 5}, facts={"remote": False})
    assert (known.root.low, known.root.score, known.root.high) == (1, 1, 1)


def test_a_question_that_may_not_be_asked_widens_the_range_of_its_area() -> None:
    asked = {"question": "a", "at-least": 3}
    framework = a_framework(areas=[an_area("d1", [a_question("a"), a_question("b", applies_when=asked)])])
    sheet = a_sheet(framework, {"b": 5})
    assert sheet["b"].state is not None
    assert sheet["b"].ratio is None  # a counts as nothing, so b is not asked
    assert (sheet["d1"].low, sheet["d1"].score, sheet["d1"].high) == (1, 1, 5)


def test_a_sum_is_exact_when_a_condition_changes_its_maximum() -> None:
    asked = {"question": "a", "at-least": 3}
    inner = an_area(
        "inner", [a_question("b", "yes-no"), a_question("c", applies_when=asked)], scoring={"rollup": "sum"}
    )
    framework = a_framework(areas=[an_area("d1", [a_question("a")], areas=[inner], scoring={"rollup": "sum"})])
    sheet = a_sheet(framework, {"b": {"answer": "yes"}, "c": 1})
    assert (sheet["inner"].low, sheet["inner"].high) == (1 + 4 * Fraction(1, 5), 5)
    # a at the lowest hides c: 1 of 1 and 0 of 4 points; a not applicable leaves 1 of 1
    assert (sheet["d1"].low, sheet["d1"].high) == (1 + 4 * Fraction(1, 5), 5)


def test_a_sum_of_areas_that_may_be_left_without_points_may_come_to_nothing() -> None:
    # without a, inner has no points; its ratio is lifted to 0.5 all the same, and 0.5 of no points is nothing
    options = [{"id": "x", "text": "X", "points": 0}, {"id": "y", "text": "Y", "points": 0}]
    asked = {"fact": "remote", "is": True}
    inner = an_area(
        "inner",
        [a_question("a", applies_when=asked), a_question("b", "choice", options=options)],
        scoring={"rollup": "sum"},
        adjust=[{"of": "ratio", "add": HALF, "because": "Reason."}],
    )
    framework = a_framework(
        areas=[an_area("d1", areas=[inner], scoring={"rollup": "sum"})],
        facts={"remote": {"type": "boolean", "ask": "Remote?"}},
    )
    answers = {"a": 3, "b": {"option": "x"}}
    assert [
        a_sheet(framework, answers, facts=facts)["d1"].score for facts in ({"remote": True}, {"remote": False})
    ] == [5, 1]
    sheet = a_sheet(framework, answers)
    assert (sheet["d1"].low, sheet["d1"].high) == (1, 5)


def test_points_that_may_be_none_are_not_multiplied() -> None:
    options = [{"id": "x", "text": "X", "points": 0}, {"id": "y", "text": "Y", "points": 0}]
    lifted = [{"of": "ratio", "add": HALF, "because": "Reason."}, {"multiply": 0, "because": "Reason."}]
    questions = [
        a_question("a", applies_when={"fact": "remote", "is": True}),
        a_question("b", "choice", options=options),
    ]
    framework = a_framework(
        areas=[an_area("d1", questions, scoring={"rollup": "sum"}, adjust=lifted)],
        facts={"remote": {"type": "boolean", "ask": "Remote?"}},
    )
    answers = {"a": 3, "b": {"option": "x"}}
    assert [
        a_sheet(framework, answers, facts=facts)["d1"].score for facts in ({"remote": True}, {"remote": False})
    ] == [1, 3]
    sheet = a_sheet(framework, answers)
    assert (sheet["d1"].low, sheet["d1"].high) == (1, 3)


def test_a_sum_of_nothing_but_worthless_choices_may_be_left() -> None:
    options = [{"id": "x", "text": "X", "points": 0}, {"id": "y", "text": "Y", "points": 0}]
    asked = {"fact": "remote", "is": True}
    questions = [a_question("a", "choice", options=options), a_question("b", applies_when=asked)]
    framework = a_framework(
        areas=[an_area("d1", questions, scoring={"rollup": "sum"})],
        facts={"remote": {"type": "boolean", "ask": "Remote?"}},
    )
    sheet = a_sheet(framework, {"a": {"option": "x"}, "b": 5})
    assert (sheet["d1"].low, sheet["d1"].score, sheet["d1"].high) == (1, 5, 5)
    assert a_sheet(framework, {"a": {"option": "x"}, "b": 5}, facts={"remote": False})["d1"].score == 1


def test_worthless_options_are_worth_nothing_also_while_the_missing_answer_blocks() -> None:
    options = [{"id": "x", "text": "X", "points": 0}, {"id": "y", "text": "Y", "points": 0}]
    question = a_question("a", "multiple", options=options, scoring={"unanswered": "block"})
    sheet = a_sheet(a_framework(areas=[an_area("d1", [question, a_question("b")])]), {"b": 5})
    assert (sheet["a"].low, sheet["a"].high) == (1, 1)
    assert (sheet["d1"].low, sheet["d1"].score, sheet["d1"].high) == (3, None, 5)  # 5: a does not apply


def test_gates_on_areas_know_the_ranges_of_those_areas() -> None:
    def capped(at_least: Fraction) -> Plain:
        return a_gate({"not": {"area": "d1", "at-least-ratio": at_least}}, 2)

    answers = {"d1-q1": 5, "d2-q1": 5, "d2-q2": 5}  # d1 lies between 1/2 and 1
    for at_least, certain, ends in ((HALF, True, (4, 5)), (Fraction(3, 4), False, (2, 5))):
        sheet = a_sheet(a_framework(gates=[capped(at_least)]), answers)
        assert sheet.root.gates[0].certain is certain
        assert (sheet.root.low, sheet.root.high) == ends


def test_a_gate_on_an_area_without_a_score_holds_nothing_back() -> None:
    framework = a_framework(gates=[a_gate({"area": "d1", "at-least-ratio": 0}, 1)])
    gone = {"not-applicable": "None is held."}
    sheet = a_sheet(framework, {"d1-q1": gone, "d1-q2": gone, "d2-q1": 5, "d2-q2": 5})
    assert (sheet.root.gates[0].holds, sheet.root.gates[0].certain) == (False, True)
    assert sheet.root.score == 5


def test_a_blocked_area_decides_what_no_missing_answer_can_change() -> None:
    framework = a_framework()
    framework["areas"][0]["scoring"] = {"unanswered": "block"}
    framework["areas"][1]["questions"][0]["applies-when"] = {"area": "d1", "at-least-ratio": 1}
    sheet = a_sheet(framework, {"d1-q1": 4, "d2-q1": 1, "d2-q2": 5})  # d1 can no longer be full
    assert (sheet["d2"].low, sheet["d2"].score, sheet["d2"].high) == (5, 5, 5)
    assert sheet["d2-q1"].state is State.HIDDEN


@pytest.mark.parametrize(("at_least", "holds", "score"), [(HALF, True, 1), (Fraction(3, 4), False, 5)])
def test_a_gate_on_a_blocked_area_holds_only_if_it_does_for_certain(
    at_least: Fraction,
    holds: bool,  # noqa: FBT001
    score: int,
) -> None:
    framework = a_framework()
    framework["areas"][0]["scoring"] = {"unanswered": "block"}
    framework["areas"][1]["gates"] = [a_gate({"area": "d1", "at-least-ratio": at_least}, 1)]
    sheet = a_sheet(framework, {"d1-q1": 5, "d2-q1": 5, "d2-q2": 5})  # d1 lies between 1/2 and 1
    assert sheet["d2"].score == score
    assert sheet["d2"].gates[0].holds is holds


def test_an_area_in_which_nothing_scored_applies_is_no_part_of_the_weight_that_is_owed() -> None:
    kept = an_area("d1", [a_question("a"), a_question("when", "date")], scoring={"not-applicable": "full"})
    framework = a_framework(areas=[kept, an_area("d2", [a_question("b")])])
    sheet = a_sheet(framework, {"a": {"not-applicable": "It does not."}, "when": {"date": "2026-11-01"}, "b": 2})
    assert sheet["d1"].score == 5
    assert (sheet["d1"].coverage.weight, sheet["sample"].coverage.weight) == (0, 1)
