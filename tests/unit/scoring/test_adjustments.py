"""Adjustments and maxima over all questions, worked out by hand."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

import pytest

from tests.builders import Plain, a_framework, a_question, an_area
from tests.unit.scoring.sheet import Sheet, a_sheet

HALF = Fraction(1, 2)


def a_risk(*rules: Plain, scoring: Plain | None = None, questions: int = 3, **keys: object) -> Plain:
    """Return a framework whose area `risk` adds up questions of up to 4 points; rules need no reason here."""
    area = an_area(
        "risk",
        [a_question(f"q{n}") for n in range(1, questions + 1)],
        scoring={"rollup": "sum", **(scoring or {})},
        adjust=[{"because": "Reason."} | rule for rule in rules] or None,
        **keys,
    )
    return a_framework(areas=[area])


def risk(levels: Sequence[int | None], *rules: Plain, scoring: Plain | None = None) -> Sheet:
    answers = {f"q{n}": level for n, level in enumerate(levels, start=1) if level is not None}
    return a_sheet(a_risk(*rules, scoring=scoring, questions=len(levels)), answers)


def test_points_are_multiplied_then_added_to_then_rounded() -> None:
    rule = {"multiply": Decimal("0.85"), "add": Decimal("0.1"), "round": {"mode": "half-up"}}
    area = risk([5, 3, 2], rule)["risk"]  # 7 points: 7 x 0.85 + 0.1 = 6.05
    assert (area.points, area.maximum) == (7, 12)
    assert (area.raw_ratio, area.ratio) == (Fraction(7, 12), HALF)
    assert [one.change for one in area.adjustments] == [Fraction(-1, 12)]


@pytest.mark.parametrize(
    ("mode", "rounded"),
    [("half-up", [2, 3]), ("half-even", [2, 2]), ("half-down", [1, 2]), ("up", [2, 3]), ("down", [1, 2])],
)
def test_half_way_goes_where_the_framework_says(mode: str, rounded: list[int]) -> None:
    halves = {"multiply": Decimal("0.5"), "round": {"mode": mode}}
    found = [risk(levels, halves)["risk"].ratio for levels in ([4, 1], [5, 2])]  # 1.5 and 2.5 points of 8
    assert found == [Fraction(points, 8) for points in rounded]


def test_a_rounding_can_be_to_a_tenth_of_the_score() -> None:
    rule = {"of": "score", "round": {"to": Decimal("0.1"), "mode": "half-up"}}
    assert risk([5, 2, 1], rule)["risk"].score == Fraction(27, 10)  # 1 + 4 x 5/12 = 2.666…


def test_a_rule_applies_while_its_condition_holds() -> None:
    rule = {"when": {"question": "q1", "at-least": 4}, "multiply": Decimal("0.5")}
    assert risk([4, 5], rule)["risk"].ratio == Fraction(7, 16)
    assert risk([3, 5], rule)["risk"].ratio == Fraction(6, 8)


def test_rules_apply_in_order_after_the_caps() -> None:
    gate = {"when": {"question": "q1", "below": 3}, "cap-at-level": 3, "because": "Reason."}
    framework = a_risk({"multiply": Decimal("0.5")}, {"of": "ratio", "add": Decimal("0.25")}, questions=2, gates=[gate])
    area = a_sheet(framework, {"q1": 2, "q2": 5})["risk"]  # 5/8, capped at 4/8, halved, plus 2/8
    assert area.ratio == HALF
    assert [one.loss for one in area.gates] == [Fraction(1, 8)]
    assert [one.change for one in area.adjustments] == [Fraction(-1, 4), Fraction(1, 4)]


@pytest.mark.parametrize(("rule", "ratio"), [({"multiply": 9}, 1), ({"add": -9}, 0), ({"of": "ratio", "add": 2}, 1)])
def test_the_result_stays_within_what_the_node_can_have(rule: Plain, ratio: int) -> None:
    assert risk([3, 3], rule)["risk"].ratio == ratio


def test_a_deduction_below_zero_may_stay_there() -> None:
    area = risk([1, 1], {"multiply": 2}, {"add": -1}, scoring={"rollup": "deduct", "base": 1})["risk"]
    assert area.ratio == -1


def test_a_missing_answer_that_decides_keeps_both_ways_open() -> None:
    rule = {"when": {"question": "q1", "at-least": 4}, "multiply": Decimal("0.5")}
    area = risk([None, 5], rule)["risk"]  # up to level 3: 4/8 to 6/8; above, halved: 7/16 to 4/8; not applicable: 4/4
    assert (area.low, area.score, area.high) == (1 + 4 * Fraction(7, 16), 3, 5)
    assert [(one.holds, one.certain) for one in area.adjustments] == [(False, False)]


def test_a_rule_without_a_condition_always_applies() -> None:
    area = risk([None, 5], {"multiply": Decimal("0.5")})["risk"]
    assert (area.low, area.high) == (2, 3)
    assert [(one.holds, one.certain) for one in area.adjustments] == [(True, True)]


def test_a_change_reaches_the_overall_score_and_what_hangs_on_it_is_scored_again() -> None:
    sheet = risk([4, 5], {"when": {"question": "q1", "at-least": 4}, "multiply": 0})
    assert sheet.root.ratio == 0
    assert all(gap.question != "q2" for gap in sheet.gaps)


def test_a_rule_changes_nothing_where_there_is_no_score() -> None:
    gone = {"not-applicable": "None is held."}
    area = a_sheet(a_risk({"of": "ratio", "add": 1}), {"q1": gone, "q2": gone, "q3": gone})["risk"]
    assert (area.ratio, [one.change for one in area.adjustments]) == (None, [0])


def test_a_rule_that_does_not_hold_changes_nothing_of_what_comes_after_it() -> None:
    never = {"when": {"question": "q1", "at-least": 5}, "multiply": Decimal("0.5")}
    area = risk([4, 5], never, {"add": -1})["risk"]  # 7 of 8 points, less 1
    assert [(one.holds, one.certain, one.change) for one in area.adjustments] == [
        (False, True, 0),
        (True, True, Fraction(-1, 8)),
    ]
    assert area.ratio == Fraction(6, 8)


# --- maxima ------------------------------------------------------------------------------------------------------


def test_maxima_over_all_questions_count_those_that_do_not_apply() -> None:
    framework = a_risk(scoring={"maxima": "all"})
    answers = {"q1": 5, "q2": 3, "q3": {"not-applicable": "It does not."}}
    area = a_sheet(framework, answers)["risk"]
    assert (area.points, area.maximum) == (6, 12)
    assert [one.share for one in area.contributions] == [HALF, HALF]
    assert [one.adds for one in area.contributions] == [Fraction(4, 12), Fraction(2, 12)]


def test_maxima_over_applicable_questions_leave_them_out() -> None:
    answers = {"q1": 5, "q2": 3, "q3": {"not-applicable": "It does not."}}
    assert a_sheet(a_risk(), answers)["risk"].maximum == 8


def test_maxima_over_all_add_up_through_the_areas() -> None:
    hidden = an_area(
        "hidden",
        [a_question("h", applies_when={"question": "q", "at-least": 4})],
        scoring={"rollup": "sum"},
        weight=2,
    )
    framework = a_framework(areas=[hidden], scoring={"rollup": "sum", "maxima": "all"})
    framework["questions"] = [a_question("q")]
    sheet = a_sheet(framework, {"q": 3})
    assert (sheet.root.points, sheet.root.maximum) == (2, 12)
    assert sheet["hidden"].ratio is None


def test_bounds_over_all_maxima_are_points_over_a_fixed_maximum() -> None:
    framework = a_risk(scoring={"maxima": "all", "unanswered": "exclude"})
    area = a_sheet(framework, {"q1": 3})["risk"]
    assert (area.low, area.high) == (1 + Fraction(4 * 2, 12), 1 + Fraction(4 * 10, 12))
