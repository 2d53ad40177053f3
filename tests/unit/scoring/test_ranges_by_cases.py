"""Ranges where one missing answer or fact reaches a score in several ways: the examples of decision 20, by hand."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from tests.builders import Plain, a_framework, a_gate, a_question, an_area
from tests.unit.scoring.sheet import Sheet, a_sheet

HALF = Fraction(1, 2)
FACTS: Plain = {f"fact-{n}": {"type": "boolean", "ask": "Is it?"} for n in range(1, 5)}


def given(n: int, *, is_: bool = True) -> Plain:
    return {"fact": f"fact-{n}", "is": is_}


def sheet_of(questions: Sequence[Plain], answers: Mapping[str, Any], **area: object) -> Sheet:
    """Return the sheet of one area `d1`, and `d2` with one question `other`."""
    areas = [an_area("d1", questions, **area), an_area("d2", [a_question("other")])]
    return a_sheet(a_framework(areas=areas, facts=FACTS), answers)


def ends(sheet: Sheet, id_: str = "d1") -> tuple[Fraction | None, Fraction | None]:
    return sheet[id_].low, sheet[id_].high


# --- exact ------------------------------------------------------------------------------------------------------


def test_what_hangs_on_one_fact_comes_and_goes_together() -> None:
    # both or none: (3 + 5 + 1) / 3 or 3; one of them alone would give 2 or 4
    questions = [a_question("a"), *(a_question(id_, applies_when=given(1)) for id_ in ("b", "c"))]
    assert ends(sheet_of(questions, {"a": 3, "b": 5, "c": 1})) == (3, 3)


def test_an_area_counts_for_certain_when_each_way_leaves_something_of_it() -> None:
    questions = [a_question("a", applies_when=given(1)), a_question("b", applies_when=given(1, is_=False))]
    sheet = sheet_of(questions, {"a": 5, "b": 5, "other": 1})
    assert ends(sheet, "sample") == (3, 3)


def test_a_fact_that_nobody_gives_is_one_of_its_cases() -> None:
    # true: (5 + 1) / 2, false: (3 + 1) / 2, not given: both are asked, (5 + 3 + 1) / 3
    asked = [a_question("a", applies_when=given(1)), a_question("b", applies_when=given(1, is_=False))]
    sheet = sheet_of([*asked, a_question("c")], {"a": 5, "b": 3, "c": 1})
    assert (sheet["d1"].low, sheet["d1"].score, sheet["d1"].high) == (2, 3, 3)


def test_an_answer_that_holds_a_gate_is_no_better_than_that_answer() -> None:
    # up to 3 nothing caps, from 4 on the area is held at 2
    gate = a_gate({"question": "a", "at-least": 4}, 2)
    assert ends(sheet_of([a_question("a")], {}, gates=[gate])) == (1, 3)


def test_comparisons_that_contradict_each_other_hold_nothing_back() -> None:
    never = {"all": [{"question": "other", "at-least": 4}, {"question": "other", "below": 3}]}
    assert ends(sheet_of([a_question("a")], {"a": 5}, gates=[a_gate(never, 1)])) == (5, 5)


def test_a_comparison_that_no_answer_satisfies_does_not_hold() -> None:
    gate = a_gate({"question": "other", "below": 1}, 1)
    assert ends(sheet_of([a_question("a")], {"a": 5}, gates=[gate])) == (5, 5)


def test_a_chain_of_conditions_hangs_on_its_first_answer() -> None:
    # a opens b, and b opens c: with a below 3 the area is a alone, from 3 on it is at least (3 + 5 + 1) / 3
    asked = [
        a_question("a"),
        a_question("b", applies_when={"question": "a", "at-least": 3}),
        a_question("c", applies_when={"question": "b", "at-least": 3}),
    ]
    forbidden = {"not-applicable": "forbidden"}
    assert ends(sheet_of(asked, {"b": 5, "c": 1}, scoring=forbidden)) == (1, Fraction(11, 3))


def test_a_checklist_is_told_apart_by_its_items() -> None:
    # with the first item done the gate holds it at 2; without, that may be partly done and the other one done
    gate = a_gate({"question": "a", "includes": "a"}, 2)
    sheet = sheet_of([a_question("a", "checklist")], {}, gates=[gate])
    assert ends(sheet) == (1, 1 + 4 * Fraction(3, 4))


def test_a_choice_that_is_never_worth_nothing_has_a_low_end_above_it() -> None:
    options = [{"id": "x", "text": "X", "points": 1}, {"id": "y", "text": "Y", "points": 2}]
    full = {"unanswered": "full", "not-applicable": "forbidden"}
    assert ends(sheet_of([a_question("a", "choice", options=options)], {}, scoring=full)) == (3, 5)
    assert ends(sheet_of([a_question("a", "choice", options=options)], {})) == (1, 5)  # as it counts today


def test_a_question_without_points_has_no_range() -> None:
    nothing = [{"id": "x", "text": "X", "points": 0}]
    assert ends(sheet_of([a_question("a", "multiple", options=nothing)], {})) == (1, 1)


def test_an_area_that_an_answer_blocks_is_compared_by_all_that_it_could_be() -> None:
    # while a is missing c is asked: the score is (1 + 5) / 2, though no answers of a and b would ask it:
    # from 3 on b closes it, below 3 the area is not full, and without b it has half of its points at the most
    asked_when = {"all": [{"question": "b", "below": 3}, {"area": "d1", "at-least-ratio": 1}]}
    blocking = a_question("a", scoring={"unanswered": "block"})
    blocked = an_area(
        "d1",
        [blocking, a_question("b")],
        scoring={"rollup": "sum", "maxima": "all", "unanswered": "exclude"},
    )
    opened = an_area("d2", [a_question("c", applies_when=asked_when), a_question("e")])
    framework = a_framework(areas=[blocked, opened])
    sheet = a_sheet(framework, {"c": 1, "e": 5})
    assert (sheet["d2"].low, sheet["d2"].score, sheet["d2"].high) == (3, 3, 5)
    assert ends(a_sheet(framework, {"a": 5, "c": 1, "e": 5}), "d2") == (5, 5)


def test_an_area_is_compared_as_it_is_in_the_case_in_which_the_blocking_answer_is_given() -> None:
    # from 3 on d2 is held at 1; below, or while a is missing, c is asked: the mean of 3 and 1
    blocking = a_question("a", scoring={"unanswered": "block", "not-applicable": "forbidden"})
    questions = [a_question("e"), a_question("c", applies_when={"question": "a", "below": 3})]
    held = an_area("d2", questions, gates=[a_gate({"area": "d1", "at-least-ratio": HALF}, 1)])
    sheet = a_sheet(a_framework(areas=[an_area("d1", [blocking]), held]), {"e": 3, "c": 1})
    assert ends(sheet, "d2") == (1, 2)


def test_an_area_that_a_compared_answer_blocks_is_compared_by_all_that_it_could_be() -> None:
    # as without the comparison with a, which every answer satisfies: while a is missing c is asked
    asked_when = {
        "all": [
            {"question": "b", "below": 3},
            {"area": "d1", "at-least-ratio": 1},
            {"question": "a", "at-least": 1},
        ]
    }
    blocking = a_question("a", scoring={"unanswered": "block"})
    scoring = {"rollup": "sum", "maxima": "all", "unanswered": "exclude"}
    opened = an_area("d2", [a_question("c", applies_when=asked_when), a_question("e")])
    framework = a_framework(areas=[an_area("d1", [blocking, a_question("b")], scoring=scoring), opened])
    sheet = a_sheet(framework, {"c": 1, "e": 5})
    assert (sheet["d2"].low, sheet["d2"].score, sheet["d2"].high) == (3, 3, 5)


def test_a_question_that_is_not_asked_blocks_nothing() -> None:
    # b alone makes half of the points at level 5 only, and below 3 it is asked for
    asked_when = {"all": [{"question": "b", "below": 3}, {"area": "d1", "at-least-ratio": HALF}]}
    blocking = a_question("a", applies_when=given(1), scoring={"unanswered": "block"})
    scoring = {"rollup": "sum", "maxima": "all", "unanswered": "exclude"}
    opened = an_area("d2", [a_question("c", applies_when=asked_when), a_question("e")])
    framework = a_framework(areas=[an_area("d1", [blocking, a_question("b")], scoring=scoring), opened], facts=FACTS)
    assert ends(a_sheet(framework, {"c": 1, "e": 5}, facts={"fact-1": False}), "d2") == (5, 5)


def test_while_a_fact_is_not_given_questions_are_asked_and_rules_do_not_apply() -> None:
    # given: half of a; not, or not given: the mean of a and b
    rule = {"of": "ratio", "multiply": HALF, "when": given(1), "because": "Reason."}
    questions = [a_question("a"), a_question("b", applies_when=given(1, is_=False))]
    assert ends(sheet_of(questions, {"a": 5, "b": 1}, adjust=[rule])) == (3, 3)


def two_areas_of_one_fact(first: Plain, *others: Plain, **answers: int) -> Sheet:
    """Return the sheet of an area, and `d2` with e, c, which is asked where the fact does not hold, and others."""
    questions = [a_question("e"), a_question("c", applies_when=given(1, is_=False)), *others]
    framework = a_framework(areas=[first, an_area("d2", questions)], facts=FACTS)
    return a_sheet(framework, {"a": 5, "e": 5, "c": 1, **answers})


def test_while_a_fact_is_not_given_gates_do_not_hold() -> None:
    # given: (1 + 5) / 2; not, or not given: (5 + 3) / 2
    sheet = two_areas_of_one_fact(an_area("d1", [a_question("a")], gates=[a_gate(given(1), 1)]))
    assert ends(sheet, "sample") == (3, 4)


def test_while_a_fact_is_not_given_an_answer_is_missing() -> None:
    # not given: b is asked, so d1 may be at 1, and c is asked, so d2 is at 3; given: 1 or 5, and 5; not: 5 and 3
    questions = [a_question("a"), a_question("b", applies_when=given(1))]
    sheet = two_areas_of_one_fact(an_area("d1", questions, scoring={"incomplete": "worst"}))
    assert ends(sheet, "sample") == (2, 5)


def test_while_a_fact_is_not_given_answers_are_compared() -> None:
    # given: 1 and 5; not given: 1 and the mean of 5, 1 and 5; not: 5 and 3
    gate = a_gate({"question": "b", "at-least": 3}, 1)
    first = an_area("d1", [a_question("a")], gates=[gate])
    sheet = two_areas_of_one_fact(first, a_question("b", applies_when=given(1)), b=5)
    assert ends(sheet, "sample") == (Fraction(7, 3), 4)


# --- safe -------------------------------------------------------------------------------------------------------


def test_more_cases_than_are_told_apart_leave_a_range_that_is_too_wide() -> None:
    # every fact brings a 5 and a 1 beside the 3; of four facts with three cases each, three are told apart
    pairs = [a_question(f"{id_}{n}", applies_when=given(n)) for n in range(1, 5) for id_ in ("high", "low")]
    answers = {"a": 3} | {f"{id_}{n}": level for n in range(1, 5) for id_, level in (("high", 5), ("low", 1))}
    assert ends(sheet_of([a_question("a"), *pairs], answers)) == (2, 4)


def test_a_condition_on_an_area_does_not_look_at_what_the_area_would_be() -> None:
    # d2 below a half makes (5 + 2) / 2 at the most, yet the gate is taken to hold or not whatever d2 is
    areas = [an_area("d1", [a_question("a")]), an_area("d2", [a_question("other")])]
    gate = a_gate({"area": "d2", "at-least-ratio": HALF}, 1)
    framework = a_framework(areas=areas, gates=[gate], scoring={"not-applicable": "forbidden"})
    assert max(a_sheet(framework, {"a": 5, "other": level}).root.score or 0 for level in range(1, 6)) == Fraction(7, 2)
    assert a_sheet(framework, {"a": 5}).root.high == 5


def test_a_sum_of_sums_takes_ratio_and_maximum_for_independent() -> None:
    # inner is 1 of 1 point without y, and from 1 to 5 of 5 with it; so with z there are 1 of 5, or 1 to 5 of 9
    inner = an_area("inner", [a_question("x", "yes-no"), a_question("y")], scoring={"rollup": "sum"})
    outer = an_area("outer", [a_question("z")], areas=[inner], scoring={"rollup": "sum"})
    sheet = a_sheet(a_framework(areas=[outer]), {"x": {"answer": "yes"}, "z": 1})
    assert ends(sheet, "inner") == (1 + 4 * Fraction(1, 5), 5)
    assert sheet["outer"].low == 1 + 4 * Fraction(1, 25)  # a fifth of 1 point, of 5 in all; 1 of 9 is the least
    assert sheet["outer"].high == 1 + 4 * Fraction(5, 9)


def test_points_that_are_added_while_the_maximum_is_open_are_added_to_any() -> None:
    # 1 of 1 point without b, else 1 to 5 of 5; half a point less gives 0.5 of 1 or 0.5 to 4.5 of 5
    less = {"add": -HALF, "because": "Reason."}
    questions = [a_question("a", "yes-no"), a_question("b")]
    sheet = sheet_of(questions, {"a": {"answer": "yes"}}, scoring={"rollup": "sum"}, adjust=[less])
    assert ends(sheet) == (1, 1 + 4 * Fraction(9, 10))  # 0.1 and 0.9 are the ends


def test_a_measured_value_comes_as_close_to_an_end_as_one_likes() -> None:
    # below 50 nothing caps, so the score comes close to 3 without reaching it
    gate = a_gate({"question": "a", "at-least": 3}, 1)
    sheet = sheet_of([a_question("a", "number")], {}, gates=[gate])
    assert ends(sheet) == (1, 3)


def test_what_has_been_answered_takes_no_case_from_what_is_open() -> None:
    # the same two ways for `fact-1` as without the four answered questions that gates look at
    gates = [
        a_gate({"all": [{"question": f"q{n}", "at-least": 3}, {"question": f"q{n}", "below": 3}]}) for n in range(4)
    ]
    questions = [a_question("a"), *(a_question(id_, applies_when=given(1)) for id_ in ("b", "c"))]
    answered = [a_question(f"q{n}") for n in range(4)]
    answers = {"a": 3, "b": 5, "c": 1} | {f"q{n}": 3 for n in range(4)}
    assert ends(sheet_of([*questions, *answered], answers, gates=gates)) == (3, 3)


def test_which_cases_are_told_apart_does_not_hang_on_the_order_of_the_file() -> None:
    # the facts have more cases than are told apart; what hangs on the last of them is all at 3
    levels = {1: (5, 1), 2: (3, 3), 3: (3, 3), 4: (3, 3)}
    answers = {"a": 3} | {f"q{n}-{m}": level for n, pair in levels.items() for m, level in enumerate(pair)}
    questions = [a_question(f"q{n}-{m}", applies_when=given(n)) for n in levels for m in (0, 1)]
    for ordered in (questions, questions[::-1]):
        assert ends(sheet_of([a_question("a"), *ordered], answers)) == (3, 3)


def test_what_reaches_an_area_in_most_ways_is_told_apart_first() -> None:
    levels = {1: (5, 1), 2: (5, 1), 3: (3, 3), 4: (5, 1, 5, 1)}
    answers = {"a": 3} | {f"q{n}-{m}": level for n, those in levels.items() for m, level in enumerate(those)}
    questions = [a_question(f"q{n}-{m}", applies_when=given(n)) for n in levels for m in range(len(levels[n]))]
    assert ends(sheet_of([a_question("a"), *questions], answers)) == (3, 3)
