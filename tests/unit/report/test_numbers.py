"""Numbers as people read them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readiness.report.numbers import (
    days_range_text,
    decimal_text,
    gain_text,
    gap_text,
    integer_text,
    money_range_text,
    money_text,
    percent_text,
    rounded,
    score_text,
)

SCORES = st.fractions(min_value=1, max_value=5, max_denominator=500)


def test_halves_round_up() -> None:
    assert rounded(Fraction(5, 2), 0) == 3
    assert decimal_text(Fraction(-1, 4), 1) == "−0.2"
    assert decimal_text(Fraction(1, 20), 1) == "0.1"


def test_a_score_below_a_target_is_never_shown_at_it() -> None:
    assert score_text(Fraction(296, 100), [Fraction(3)]) == "2.9"
    assert score_text(Fraction(316, 100), [Fraction(319, 100)]) == "3.1"
    assert score_text(Fraction(324, 100), [Fraction(319, 100)]) == "3.2"


def test_a_score_below_a_level_is_never_shown_at_it() -> None:
    assert score_text(Fraction(399, 100)) == "3.9"
    assert score_text(Fraction(4)) == "4.0"
    assert score_text(Fraction(401, 100)) == "4.0"


def test_scores_side_by_side_have_two_decimals_and_still_do_not_cross_a_line() -> None:
    assert score_text(Fraction(2714, 1000), digits=2) == "2.71"
    assert score_text(Fraction(2797, 1000), [Fraction(28, 10)], digits=2) == "2.79"


def test_a_score_that_does_not_exist_is_not_zero() -> None:
    assert score_text(None) == "no score"


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine draws slowly
@given(SCORES, SCORES)
def test_a_shown_score_stays_on_its_side_of_every_line(score: Fraction, target: Fraction) -> None:
    shown = Fraction(score_text(score, [target]))
    assert abs(shown - score) <= Fraction(1, 10)
    assert (shown >= target) <= (score >= target)
    assert shown.__floor__() == score.__floor__()


def test_a_gap_is_met_only_when_it_is() -> None:
    assert gap_text(Fraction(0)) == "met"
    assert gap_text(Fraction(1, 1000)) == "under 0.1"
    assert gap_text(Fraction(13, 10)) == "1.3"
    assert gap_text(None) == ""


def test_a_gain_is_never_shown_as_nothing() -> None:
    assert gain_text(Fraction(0)) == "0"
    assert gain_text(Fraction(1, 1000)) == "under 0.01"
    assert gain_text(Fraction(1, 8)) == "+0.13"


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [(0, 5, "0%"), (5, 5, "100%"), (999, 1000, "over 99%"), (1, 1000, "under 1%"), (2, 3, "67%"), (0, 0, "0%")],
)
def test_a_share_is_full_or_empty_only_when_it_is(part: int, whole: int, text: str) -> None:
    assert percent_text(part, whole) == text


def test_amounts_have_three_digits() -> None:
    assert money_text(Fraction(5250), "GBP") == "£5,250"
    assert money_text(Fraction(123456), "EUR") == "€123,000"
    assert money_text(Fraction(1239999), "GBP") == "£1.24m"
    assert money_text(Fraction(2_000_000), "CHF") == "CHF 2m"
    assert money_text(Fraction(999_999), "GBP") == "£1m"


def test_ranges_say_a_single_value_once_and_nothing_as_none() -> None:
    assert money_range_text(Fraction(0), Fraction(0), "GBP") == "none"
    assert money_range_text(Fraction(0), Fraction(5000), "GBP") == "£0 to £5,000"
    assert money_range_text(Fraction(5000), Fraction(5000), "GBP") == "£5,000"
    assert days_range_text(Fraction(0), Fraction(0)) == "none"
    assert days_range_text(Fraction(1), Fraction(1)) == "1 day"
    assert days_range_text(Fraction(3, 2), Fraction(1200)) == "2 to 1,200 days"


def test_whole_numbers_have_separators() -> None:
    assert integer_text(1400) == "1,400"
