"""Beta-PERT distributions against their closed forms.

The beta distributions with the parameters 2 and 4, and 3 and 3, are beta-PERTs from 0 to 1 with the modes 1/4 and 1/2.
Their distribution functions are polynomials, so their percentiles are found here by halving.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from statistics import NormalDist

import numpy as np
import pytest

from readiness.roadmap.risk.chance import Floats, Scores, place_of
from readiness.roadmap.risk.pert import fitted

DRAWS, STREAMS = 50_000, 4


def two_and_four(x: float) -> float:
    return 1 - (1 - x) ** 4 * (1 + 4 * x)


def three_and_three(x: float) -> float:
    return x**3 * (10 - 15 * x + 6 * x**2)


def percentile(distribution: Callable[[float], float], share: float) -> float:
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if distribution(middle) < share else (low, middle)
    return low


def fit(low: float, likely: float, high: float) -> Floats:
    values = fitted((Fraction(low), Fraction(likely), Fraction(high)))
    assert values is not None
    return values


def between_tenths(distribution: Callable[[float], float], mode: float) -> Floats:
    """Return what is fitted to the tenth percentile, the mode and the ninetieth, moved up by 1."""
    low, high = (1 + percentile(distribution, share) for share in (0.1, 0.9))
    return fit(low, 1 + mode, high)


def drawn(values: Floats) -> Floats:
    scores = Scores(draws=DRAWS, seed=1, correlation=0)
    return values.take(np.concatenate([scores.alone(row) for row in scores.of("a", STREAMS)]))


@pytest.mark.parametrize(
    ("distribution", "mode", "mean", "variance"),
    [(two_and_four, 0.25, 2 / 6, 2 * 4 / (36 * 7)), (three_and_three, 0.5, 1 / 2, 3 * 3 / (36 * 7))],
)
def test_mean_and_variance_are_those_of_the_closed_form(
    distribution: Callable[[float], float], mode: float, mean: float, variance: float
) -> None:
    draws = drawn(between_tenths(distribution, mode)) - 1
    error = math.sqrt(variance / len(draws))
    assert draws.mean() == pytest.approx(mean, abs=3 * error)
    # With tails thinner than those of the normal the standard error of a variance is below sqrt(2 / n) of it.
    assert draws.var() == pytest.approx(variance, rel=3 * math.sqrt(2 / len(draws)))


@pytest.mark.parametrize(("distribution", "mode"), [(two_and_four, 0.25), (three_and_three, 0.5)])
@pytest.mark.parametrize("share", [0.01, 0.25, 0.5, 0.8, 0.99])
def test_percentiles_are_those_of_the_closed_form(
    distribution: Callable[[float], float], mode: float, share: float
) -> None:
    values = between_tenths(distribution, mode) - 1
    place = place_of(NormalDist().inv_cdf(share))
    assert np.interp(place, np.arange(len(values)), values) == pytest.approx(percentile(distribution, share), abs=2e-4)


@pytest.mark.parametrize("likely", [10, 12, 20, 39.5, 40])
def test_one_draw_in_ten_lies_below_low_and_one_above_high(likely: float) -> None:
    draws = drawn(fit(10, likely, 40))
    error = math.sqrt(0.1 * 0.9 / len(draws))
    assert np.mean(draws < 10) == pytest.approx(0.1, abs=3 * error)
    assert np.mean(draws > 40) == pytest.approx(0.1, abs=3 * error)


def test_nothing_is_drawn_below_nought() -> None:
    draws = drawn(fit(0, 0, 100))
    assert draws.min() == 0
    assert np.mean(draws == 0) == pytest.approx(0.1, abs=0.003)


@pytest.mark.parametrize("points", [(5, 5, 5), (0, 0, 0)])
def test_an_estimate_without_a_range_is_sure(points: tuple[int, int, int]) -> None:
    low, likely, high = map(Fraction, points)
    assert fitted((low, likely, high)) is None


def test_values_rise_with_the_score() -> None:
    assert np.all(np.diff(fit(10, 11, 40)) >= 0)


def test_a_range_of_any_size_is_fitted() -> None:
    values = fit(10**14, 10**14 + 1, 9 * 10**14)
    assert np.isfinite(values).all()
    assert np.all(np.diff(fit(1, 1, 1 + 2**-40)) >= 0)
