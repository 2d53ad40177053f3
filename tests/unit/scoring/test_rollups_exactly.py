"""Where roll-ups could go wrong without anybody seeing it: parts of empty rungs, and the last decimal of a root."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest

from readiness.model.adjust import Adjustment
from readiness.model.scale import MATURITY_5
from readiness.model.scoring import EmptyRung
from readiness.scoring.adjust import adjusted
from readiness.scoring.rollup import ONE, ROLLUPS, ZERO, Bounded, Options, Weighted

TINY = Fraction(1, 10**20)
FIFTH = Fraction(1, 5)


def on_rungs(*rungs: int, ratio: Fraction = ONE) -> list[Weighted]:
    return [Weighted(ONE, ratio, ONE, rung) for rung in rungs]


@pytest.mark.parametrize(
    ("empty", "rungs", "shares"),
    [
        ("inherit", (1, 2, 4), (1, 2, 2)),  # rung 3 goes with 2, and 5 with 4
        ("skip", (1, 2, 4), (1, 1, 3)),  # rung 3 goes with 4; above 5 there is none, so it goes with 4
        ("fail", (1, 2, 4), (1, 2, 2)),
        ("inherit", (2, 4), (3, 2)),  # below rung 1 there is none, so it goes with 2
        ("skip", (2, 4), (2, 3)),
    ],
)
def test_an_empty_rung_is_worth_something_to_the_rung_that_decides_it(
    empty: EmptyRung, rungs: Sequence[int], shares: Sequence[int]
) -> None:
    ladder = ROLLUPS["ladder"](Options(empty_rung=empty, top_rung=5))
    assert [part.share for part in ladder.parts(on_rungs(*rungs))] == [n * FIFTH for n in shares]


def test_the_parts_of_a_rung_are_shared_by_its_children_and_count_as_far_as_the_climb_leads() -> None:
    children = [*on_rungs(1, 1, 2), *on_rungs(4, ratio=ZERO)]
    parts = ROLLUPS["ladder"](Options(top_rung=5)).parts(children)
    assert [part.share for part in parts] == [FIFTH / 2, FIFTH / 2, 2 * FIFTH, 2 * FIFTH]
    assert [part.adds for part in parts] == [FIFTH / 2, FIFTH / 2, 2 * FIFTH, 0]  # rung 3 is reached with 2


def test_a_root_is_exact_whatever_stands_above_its_line() -> None:
    assert mean_of("gmean", Fraction(4, 9), ONE) == Fraction(2, 3)
    assert mean_of("gmean", Fraction(8, 27), Fraction(27, 125), Fraction(125, 343)) == Fraction(2, 7)


def test_a_rounded_root_is_never_above_the_arithmetic_mean() -> None:
    # 0.666…67166… is rounded up in its thirtieth decimal; the mean lies 2e-41 above the root
    assert mean_of("gmean", Fraction(2, 3), Fraction(2, 3) + TINY) == Fraction(2, 3) + TINY / 2


def test_a_rounded_root_is_never_below_the_harmonic_mean() -> None:
    one, other = Fraction(1, 3), Fraction(1, 3) + TINY  # 0.333…38333… is rounded down
    assert mean_of("gmean", one, other) == 2 * one * other / (one + other)


def test_weights_that_are_no_whole_numbers_are_the_powers_of_a_geometric_mean() -> None:
    children = [Weighted(Fraction(1, 2), Fraction(1, 64), ONE), Weighted(ONE, ONE, ONE)]
    assert ROLLUPS["gmean"](Options()).combine(children)[0] == Fraction(1, 4)  # 1/64 to the power of 1/3


def test_a_root_next_to_a_fraction_is_not_taken_for_it() -> None:
    tiny = Fraction(1, 10**30)  # the root lies 1.5e-60 below 1/3; rounded it is below the harmonic mean, which holds
    assert mean_of("gmean", Fraction(1, 3) + tiny, Fraction(1, 3) - tiny) == Fraction(1, 3) - 3 * tiny**2


def test_a_root_with_a_large_denominator_is_rounded_too() -> None:
    large = 10**16 + 1
    assert mean_of("gmean", Fraction(1, large**2), ONE) == Fraction(1, 10**16)  # 1e-16 - 1e-32 + …


def mean_of(rollup: str, *ratios: Fraction) -> Fraction:
    points, maximum = ROLLUPS[rollup](Options()).combine([Weighted(ONE, ratio, ONE) for ratio in ratios])
    assert maximum == 1
    return points


def test_the_high_end_of_a_harmonic_mean_takes_every_child_that_lifts_it() -> None:
    highs = [Fraction(1, 2), Fraction(3, 5), Fraction(3, 4), Fraction(4, 5)]
    children = [Bounded(ONE, Fraction(1, 4), Fraction(1, 4), ONE, ONE, certain=True)]
    children += [Bounded(ONE, ZERO, high, ONE, ONE, certain=False) for high in highs]
    # 5 / (4 + 2 + 5/3 + 4/3 + 5/4) = 5 / (41/4), and each of the means on the way is lower
    assert ROLLUPS["hmean"](Options()).bounds(children)[1] == Fraction(20, 41)


def test_a_node_without_points_has_none_to_change_but_may_have_a_score_to_change() -> None:
    of_points = Adjustment.model_validate({"of": "points", "add": 5, "because": "A bonus."})
    of_score = Adjustment.model_validate({"of": "score", "add": 1, "because": "A bonus."})
    assert adjusted(of_points, ZERO, ZERO, MATURITY_5) == 0
    assert adjusted(of_score, ZERO, ZERO, MATURITY_5) == Fraction(1, 4)
