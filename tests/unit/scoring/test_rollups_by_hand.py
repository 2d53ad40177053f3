"""Geometric and harmonic means, shares, ladders, stacks and deductions, worked out by hand."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.scoring.result import NodeScore
from readiness.scoring.rollup import ROLLUPS, Options, Weighted
from readiness.scoring.rollup.means import DIGITS
from tests.builders import Plain, a_framework, a_question, an_area
from tests.laws.strategies import law
from tests.unit.scoring.sheet import a_sheet

HALF, QUARTER = Fraction(1, 2), Fraction(1, 4)


def an_area_of(
    *levels: int | None, scoring: Plain, weights: tuple[int, ...] = (), rungs: tuple[int, ...] = ()
) -> NodeScore:
    """Return the score of an area whose questions a, b, … stand at these levels of 1 to 5."""
    names = "abcdefgh"[: len(levels)]
    questions = [
        a_question(name, weight=weights[at] if weights else None, rung=rungs[at] if rungs else None)
        for at, name in enumerate(names)
    ]
    answers = {name: level for name, level in zip(names, levels, strict=True) if level is not None}
    return a_sheet(a_framework(areas=[an_area("area", questions, scoring=scoring)]), answers)["area"]


def adds(node: NodeScore) -> list[Fraction]:
    return [one.adds for one in node.contributions]


def shares(node: NodeScore) -> list[Fraction]:
    return [one.share for one in node.contributions]


def test_a_maximum_is_the_strongest_child() -> None:
    area = an_area_of(2, 4, 4, scoring={"rollup": "max"})
    assert area.score == 4
    assert shares(area) == [0, HALF, HALF]


# --- geometric and harmonic means --------------------------------------------------------------------------------


def test_a_geometric_mean_is_exact_where_it_is_a_fraction() -> None:
    area = an_area_of(2, 5, scoring={"rollup": "gmean"})  # root of 1/4 x 1
    assert area.ratio == HALF
    assert sum(adds(area)) == HALF
    # A = 5/8, H = 2/5, mixed at (5/8 - 1/2) / (5/8 - 2/5) = 5/9; the harmonic shares are 4/5 and 1/5
    assert shares(area) == [Fraction(4, 9) * HALF + Fraction(5, 9) * Fraction(4, 5), Fraction(1, 3)]


def test_a_geometric_mean_that_is_no_fraction_has_thirty_decimals() -> None:
    area = an_area_of(3, 5, scoring={"rollup": "gmean"})
    assert area.ratio == Fraction(Decimal("0.707106781186547524400844362105"))  # root of 1/2
    assert sum(adds(area)) == area.ratio


def test_a_geometric_mean_of_thirds_is_a_third_and_reaches_its_level() -> None:
    ninth, one = Fraction(1, 9), Fraction(1)
    rollup = ROLLUPS["gmean"](Options())
    assert rollup.combine([Weighted(one, ninth, one), Weighted(one, one, one)])[0] == Fraction(1, 3)


def test_weights_are_the_powers_of_a_geometric_mean() -> None:
    assert an_area_of(2, 5, scoring={"rollup": "gmean"}, weights=(2, 2)).ratio == HALF
    area = an_area_of(2, 5, scoring={"rollup": "gmean"}, weights=(1, 3))  # the fourth root of 1/4
    assert area.ratio == Fraction(Decimal("0.707106781186547524400844362105"))


@law
@given(st.lists(st.tuples(st.fractions(0, 1, max_denominator=40), st.integers(1, 9)), min_size=1, max_size=5))
def test_a_geometric_mean_is_right_to_the_last_decimal(pairs: list[tuple[Fraction, int]]) -> None:
    found, _ = ROLLUPS["gmean"](Options()).combine([Weighted(Fraction(w), r, Fraction(1)) for r, w in pairs])
    power, product = sum(w for _, w in pairs), prod(r**w for r, w in pairs)
    near = Fraction(1, 2 * 10**DIGITS)
    assert found**power == product or max(found - near, Fraction(0)) ** power <= product <= (found + near) ** power


@pytest.mark.parametrize("rollup", ["gmean", "hmean"])
def test_without_a_floor_one_zero_undoes_all_the_rest(rollup: str) -> None:
    area = an_area_of(1, 5, 1, scoring={"rollup": rollup})
    assert area.ratio == 0
    assert adds(area) == [0, 0, 0]
    assert shares(area) == [HALF, 0, HALF]


def test_a_floor_holds_a_zero_up() -> None:
    assert an_area_of(1, 5, scoring={"rollup": "gmean", "floor": Decimal("0.25")}).ratio == HALF
    area = an_area_of(1, 5, scoring={"rollup": "hmean", "floor": Decimal("0.25")})  # 2 / (4 + 1)
    assert area.ratio == Fraction(2, 5)
    assert adds(area) == [Fraction(1, 5), Fraction(1, 5)]


def test_a_harmonic_mean_weighs_the_weak_more() -> None:
    area = an_area_of(3, 5, scoring={"rollup": "hmean"}, weights=(1, 2))  # 3 / (2 + 2)
    assert area.ratio == Fraction(3, 4)
    assert shares(area) == [HALF, HALF]
    assert adds(area) == [QUARTER, HALF]


# --- shares, ladders, stacks -------------------------------------------------------------------------------------


def test_a_share_counts_the_weight_of_the_satisfied() -> None:
    area = an_area_of(4, 3, 5, scoring={"rollup": "share", "satisfied-at": Decimal("0.75")}, weights=(1, 2, 1))
    assert area.ratio == HALF
    assert adds(area) == [QUARTER, 0, QUARTER]
    assert [one.costs for one in area.contributions] == [0, HALF, 0]


def test_only_the_full_are_satisfied_where_nothing_is_said() -> None:
    assert an_area_of(4, 5, scoring={"rollup": "share"}).ratio == HALF


@pytest.mark.parametrize(
    ("levels", "rungs", "reached"),
    [
        ((5, 4, 5), (1, 2, 3), 1),
        ((4, 5, 5), (1, 2, 3), 0),
        ((5, 5, 5), (1, 2, 3), 3),
        ((5, 5, 4), (3, 2, 1), 0),
        ((5, 5, 4), (1, 1, 2), 1),
    ],
)
def test_a_rung_is_reached_when_all_on_it_and_below_are_satisfied(
    levels: tuple[int, ...], rungs: tuple[int, ...], reached: int
) -> None:
    area = an_area_of(*levels, scoring={"rollup": "ladder"}, rungs=rungs)
    assert area.ratio == Fraction(reached, max(rungs))
    assert sum(adds(area)) == area.ratio


@pytest.mark.parametrize(
    ("empty", "levels", "rungs", "reached"),
    [
        ("inherit", (5, 4), (1, 3), 2),
        ("inherit", (5, 5), (1, 3), 3),
        ("inherit", (5, 5), (2, 3), 0),
        ("inherit", (4, 5), (1, 3), 0),
        ("skip", (5, 4), (1, 3), 1),
        ("skip", (5, 5), (2, 3), 3),
        ("skip", (5, 5), (1, 3), 3),
        ("fail", (5, 5), (1, 3), 1),
        ("fail", (5, 5), (2, 3), 0),
    ],
)
def test_an_empty_rung_is_what_the_framework_says(
    empty: str, levels: tuple[int, ...], rungs: tuple[int, ...], reached: int
) -> None:
    area = an_area_of(*levels, scoring={"rollup": "ladder", "empty-rung": empty}, rungs=rungs)
    assert area.ratio == Fraction(reached, 3)
    assert sum(adds(area)) == area.ratio
    assert sum(shares(area)) == 1


def test_a_rung_whose_questions_do_not_apply_is_empty_and_the_ladder_as_high_as_before() -> None:
    questions = [a_question("a", rung=1), a_question("b", rung=2), a_question("c", rung=3)]
    framework = a_framework(areas=[an_area("area", questions, scoring={"rollup": "ladder"})])
    answers = {"a": 5, "b": {"not-applicable": "It does not."}, "c": {"not-applicable": "Nor does this."}}
    assert a_sheet(framework, answers)["area"].ratio == 1
    framework["areas"][0]["scoring"]["empty-rung"] = "fail"
    assert a_sheet(framework, answers)["area"].ratio == Fraction(1, 3)


def test_words_are_on_no_rung() -> None:
    questions = [a_question("a", rung=1), a_question("b", "text", rung=2)]
    for empty in ("inherit", "fail"):
        area = an_area("area", questions, scoring={"rollup": "ladder", "empty-rung": empty})
        assert a_sheet(a_framework(areas=[area]), {"a": 5})["area"].ratio == 1


def test_words_are_no_part_of_what_can_be_deducted() -> None:
    questions = [a_question("a"), a_question("b", "text", weight=3)]
    area = a_sheet(a_framework(areas=[an_area("area", questions, scoring={"rollup": "deduct"})]), {"a": 3})["area"]
    assert (area.points, area.maximum) == (HALF, 1)


def test_a_stack_counts_up_to_the_first_that_is_not_full() -> None:
    area = an_area_of(5, 3, 5, 5, scoring={"rollup": "stack"})
    assert area.ratio == Fraction(3, 8)
    assert adds(area) == [QUARTER, Fraction(1, 8), 0, 0]


def test_a_stack_takes_nothing_away_for_what_lies_below_zero() -> None:
    # the full first child opens the second, a deduction of 3 from 1; if that counted, less would be more
    owed = an_area("owed", [a_question("b", weight=3)], scoring={"rollup": "deduct", "base": 1})
    framework = a_framework(
        areas=[an_area("d1", areas=[an_area("first", [a_question("a")]), owed], scoring={"rollup": "stack"})]
    )
    lower, higher = (a_sheet(framework, {"a": level, "b": 1})["d1"] for level in (4, 5))
    assert (lower.ratio, higher.ratio) == (Fraction(3, 8), HALF)
    assert adds(higher) == [HALF, 0]


# --- deductions --------------------------------------------------------------------------------------------------


def test_a_deduction_takes_each_weight_as_far_as_it_is_missing() -> None:
    area = an_area_of(5, 1, 3, scoring={"rollup": "deduct", "base": 110}, weights=(5, 5, 6))
    assert (area.points, area.maximum) == (102, 110)
    assert [one.costs for one in area.contributions] == [0, Fraction(5, 110), Fraction(3, 110)]


def test_a_deduction_can_take_more_than_there_is() -> None:
    area = an_area_of(1, 1, scoring={"rollup": "deduct", "base": 2}, weights=(3, 1))
    assert (area.points, area.ratio) == (-2, -1)
    assert (area.score, area.level) == (-3, 1)
    assert sum(adds(area)) == -1


def test_without_a_base_there_is_as_much_as_can_be_taken() -> None:
    area = an_area_of(1, 3, scoring={"rollup": "deduct"}, weights=(3, 1))
    assert (area.points, area.maximum) == (HALF, 4)


def test_a_missing_answer_widens_a_deduction_below_zero() -> None:
    area = an_area_of(5, None, scoring={"rollup": "deduct", "base": 1}, weights=(1, 2))
    assert (area.low, area.high) == (-3, 5)


# --- options -----------------------------------------------------------------------------------------------------


def test_the_options_of_the_framework_go_with_its_rollup() -> None:
    inner = [a_question("a"), a_question("b")]
    framework = a_framework(
        areas=[an_area("plain", inner), an_area("own", [a_question("c")], scoring={"rollup": "gmean"})],
        scoring={"rollup": "hmean", "floor": Decimal("0.25")},
    )
    sheet = a_sheet(framework, {"a": 1, "b": 5, "c": 1})
    assert sheet["plain"].ratio == Fraction(2, 5)
    assert sheet["own"].ratio == 0


def test_an_area_can_say_otherwise_for_one_option() -> None:
    framework = a_framework(
        areas=[an_area("area", [a_question("a"), a_question("b")], scoring={"floor": 1})],
        scoring={"rollup": "hmean", "floor": Decimal("0.25")},
    )
    assert a_sheet(framework, {"a": 1, "b": 1})["area"].ratio == 1
