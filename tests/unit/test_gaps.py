"""Gaps: their size, their gain and their order."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from fractions import Fraction

import pytest

from readiness.gaps import raised_by
from readiness.scoring.result import State
from tests.builders import a_framework, a_gate, a_question, an_area
from tests.unit.scoring.sheet import Sheet, a_sheet


def test_a_gap_is_target_minus_score_and_its_gain_what_closing_it_adds() -> None:
    sheet = a_sheet(a_framework(dimensions=1, questions=2), {"d1-q1": 1, "d1-q2": 4})
    (gap,) = sheet.gaps
    assert (gap.question, gap.state, gap.score, gap.target, gap.size, gap.gain, gap.gates) == (
        "d1-q1",
        State.ANSWERED,
        1,
        3,
        2,
        1,
        0,
    )


def test_gaps_come_by_gain_then_size_then_id() -> None:
    questions = [a_question("z", weight=3), a_question("b"), a_question("a"), a_question("big"), a_question("met")]
    targets = {"good": {"title": "Good", "default": 3, "questions": {"big": 5}}}
    framework = a_framework(areas=[an_area("d1", questions)], targets=targets)
    sheet = a_sheet(framework, {"z": 2, "b": 2, "a": 2, "big": 3, "met": 3})
    # 3 of 7, 2 of 7, 1 of 7 and 1 of 7
    assert [(gap.question, gap.gain, gap.size) for gap in sheet.gaps] == [
        ("z", Fraction(3, 7), 1),
        ("big", Fraction(2, 7), 2),
        ("a", Fraction(1, 7), 1),
        ("b", Fraction(1, 7), 1),
    ]


def test_of_equal_gains_the_larger_gap_comes_first() -> None:
    framework = a_framework(
        areas=[an_area("d1", [a_question("a"), a_question("b"), a_question("c")], scoring={"rollup": "min"})]
    )
    sheet = a_sheet(framework, {"a": 2, "b": 1, "c": 1})
    assert [(gap.question, gap.gain) for gap in sheet.gaps] == [("b", 0), ("c", 0), ("a", 0)]


def test_a_gap_in_a_harmonic_mean_gains_what_the_weak_part_held_back() -> None:
    excluding = {"rollup": "hmean", "unanswered": "exclude"}
    area = an_area("d1", [a_question("a"), a_question("b"), a_question("c")], scoring=excluding)
    sheet = a_sheet(a_framework(areas=[area]), {"a": 2, "b": 5})
    # from 2 / (4 + 1): a at one half 2 / (2 + 1), and c, which then counts, 3 / (4 + 1 + 2)
    assert [(gap.question, gap.gain) for gap in sheet.gaps] == [("a", Fraction(16, 15)), ("c", Fraction(4, 35))]


def test_a_gap_in_a_geometric_mean_takes_only_its_own_weight_along() -> None:
    questions = [a_question("a"), a_question("b", weight=2), a_question("c")]
    targets = {"good": {"title": "Good", "default": 5, "questions": {"b": 2}}}
    framework = a_framework(areas=[an_area("d1", questions, scoring={"rollup": "gmean"})], targets=targets)
    sheet = a_sheet(framework, {"a": 2, "b": 2, "c": 2})
    # from 1/4: the fourth root of 1/4 x 1/4 x 1/4 x 1 is the root of 1/8
    assert [gap.question for gap in sheet.gaps] == ["a", "c"]
    assert float(sheet.gaps[0].gain) == pytest.approx(4 * (0.125**0.5 - 0.25), abs=1e-15)
    assert sheet.gaps[0].gain == sheet.gaps[1].gain


def test_a_gap_behind_a_gate_gains_what_the_gate_lets_through() -> None:
    area = an_area("d1", [a_question("a"), a_question("b")], gates=[a_gate({"question": "a", "below": 3}, 1)])
    sheet = a_sheet(a_framework(areas=[area]), {"a": 2, "b": 2})
    # closing a opens the gate: (3 + 2) / 2 from 1; closing b alone leaves the cap
    assert [(gap.question, gap.gain, gap.gates) for gap in sheet.gaps] == [("a", Fraction(3, 2), 1), ("b", 0, 0)]


def test_only_gates_that_hold_now_are_counted() -> None:
    gates = [a_gate({"question": "a", "below": 2}, 1), a_gate({"question": "a", "below": 3}, 1)]
    framework = a_framework(areas=[an_area("d1", [a_question("a")], gates=gates)])
    assert [a_sheet(framework, {"a": level}).gaps[0].gates for level in (1, 2)] == [2, 1]


def test_a_gap_gains_what_a_rule_elsewhere_takes_for_it() -> None:
    rule = {"of": "ratio", "multiply": 0, "when": {"question": "a", "below": 3}, "because": "Reason."}
    areas = [an_area("d1", [a_question("a")]), an_area("d2", [a_question("b")], adjust=[rule])]
    sheet = a_sheet(a_framework(areas=areas), {"a": 2, "b": 5})
    # d1 from 2 to 3 and d2 from 1 to 5
    assert [(gap.question, gap.gain) for gap in sheet.gaps] == [("a", Fraction(5, 2))]


def test_only_the_weakest_link_gains() -> None:
    framework = a_framework(areas=[an_area("d1", [a_question("a"), a_question("b")], scoring={"rollup": "min"})])
    assert [(gap.question, gap.gain) for gap in a_sheet(framework, {"a": 1, "b": 2}).gaps] == [("a", 1), ("b", 0)]


def test_a_missing_answer_is_a_gap_from_where_it_counts() -> None:
    framework = a_framework(dimensions=1, questions=2)
    assert [
        (gap.question, gap.state, gap.score, gap.size, gap.gain) for gap in a_sheet(framework, {"d1-q1": 3}).gaps
    ] == [("d1-q2", State.UNANSWERED, 1, 2, 1)]


def test_a_missing_answer_that_is_left_out_is_a_gap_from_the_lowest_level_and_has_no_score() -> None:
    framework = a_framework(dimensions=1, questions=2, scoring={"unanswered": "exclude"})
    sheet = a_sheet(framework, {"d1-q1": 5, "d1-q2": {"unknown": "Next week."}})
    (gap,) = sheet.gaps
    assert (sheet["d1-q2"].target, sheet["d1-q2"].gap) == (3, None)
    assert (gap.state, gap.score, gap.size) == (State.UNKNOWN, None, 2)
    assert gap.gain == -1  # the mean of 5 alone is higher than that of 5 and 3


def test_a_missing_answer_that_counts_in_full_is_no_gap() -> None:
    assert a_sheet(a_framework(scoring={"unanswered": "full"})).gaps == ()


def test_the_last_answer_that_blocks_gains_the_whole_score() -> None:
    framework = a_framework(dimensions=1, questions=2, scoring={"unanswered": "block"})
    assert [(gap.question, gap.gain) for gap in a_sheet(framework, {"d1-q1": 3}).gaps] == [("d1-q2", 2)]
    assert {gap.gain for gap in a_sheet(framework).gaps} == {0}


def test_what_does_not_apply_is_no_gap() -> None:
    framework = a_framework(dimensions=1, questions=2)
    framework["areas"][0]["questions"][1]["applies-when"] = {"question": "d1-q1", "at-least": 3}
    assert [gap.question for gap in a_sheet(framework, {"d1-q1": 2, "d1-q2": 1}).gaps] == ["d1-q1"]
    zero = a_framework(dimensions=1, questions=1, scoring={"not-applicable": "zero"})
    assert a_sheet(zero, {"d1-q1": {"not-applicable": "None is held."}}).gaps == ()


def test_without_a_target_there_are_no_gaps() -> None:
    assert a_sheet(a_framework(), target=None).gaps == ()


def test_the_target_of_a_question_is_its_own_or_its_nearest_area_s_or_the_default() -> None:
    inner = an_area("inner", [a_question("a"), a_question("b")])
    outer = an_area("outer", [a_question("c")], areas=[inner])
    good = {"title": "Good", "default": 2, "areas": {"outer": 3, "inner": 4}, "questions": {"b": 5}}
    framework = a_framework(areas=[outer, an_area("rest", [a_question("d")])], targets={"good": good})
    sheet = a_sheet(framework)
    assert sheet.scorecard.target_levels == {"a": 4, "b": 5, "c": 3, "d": 2}
    assert sheet["inner"].target == Fraction(9, 2)
    assert sheet["inner"].gap == Fraction(7, 2)


def test_a_target_is_reached_exactly_at_its_level() -> None:
    framework = a_framework(areas=[an_area("d1", [a_question("n", "number")])])
    assert a_sheet(framework, {"n": {"value": 50}}).gaps == ()
    assert a_sheet(framework, {"n": {"value": 49}}).gaps[0].size == Fraction(1, 25)
    assert a_sheet(framework, {"n": {"value": 50}})["n"].gap == 0


def test_a_node_above_its_target_has_a_gap_of_nothing() -> None:
    sheet = a_sheet(a_framework(), {f"d{d}-q{q}": 5 for d in (1, 2) for q in (1, 2)})
    assert sheet.root.gap == 0
    assert sheet.gaps == ()
    assert a_sheet(a_framework(), target=None).root.gap is None


# --- what closing a gap moves -----------------------------------------------------------------------------------


def rises(sheet: Sheet) -> list[tuple[str, Fraction | None, Fraction | None]]:
    """Return what closing the gap that is worth most moves."""
    return list(raised_by(sheet.scorer, sheet.readings, sheet.scorecard, sheet.gaps[0]))


def test_closing_a_gap_raises_the_question_and_all_above_it_and_nothing_beside_it() -> None:
    sheet = a_sheet(a_framework(), {"d1-q1": 1, "d1-q2": 4, "d2-q1": 3, "d2-q2": 3})
    # d1 from (1 + 4) / 2 to (3 + 4) / 2, and with d2 at 3 the whole by half of that
    assert rises(sheet) == [
        ("d1-q1", 1, 3),
        ("d1", Fraction(5, 2), Fraction(7, 2)),
        ("sample", Fraction(11, 4), Fraction(13, 4)),
    ]


def test_closing_a_gap_gives_a_score_to_what_had_none() -> None:
    framework = a_framework(dimensions=1, questions=1, scoring={"unanswered": "exclude"})
    assert rises(a_sheet(framework)) == [("d1-q1", None, 3), ("d1", None, 3), ("sample", None, 3)]
