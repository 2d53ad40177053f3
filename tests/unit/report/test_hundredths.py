"""Rounded numbers that add up."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.report.hundredths import added_up, difference, hundredths_text, shared_out, signed

F = Fraction
PARTS = st.lists(st.fractions(-1, 1, max_denominator=500), min_size=1, max_size=6)


def test_parts_are_rounded_so_that_they_lead_from_one_score_to_the_other() -> None:
    third = F(1, 3)
    assert added_up(F(2), F(3), [third, third, third]) == ("2.00", ["+0.34", "+0.33", "+0.33"], "3.00")


def test_a_score_is_not_rounded_to_a_level_that_it_has_not_reached() -> None:
    assert hundredths_text(F(2999, 1000)) == "2.99"
    assert hundredths_text(F(3)) == "3.00"
    assert hundredths_text(None) == "no score"
    assert hundredths_text(F(-1, 2)) == "−0.50"


def test_what_is_shown_as_nothing_has_no_sign() -> None:
    assert shared_out(0, [F(1, 1000), F(-1, 1000), F(0)]) == [0, 0, 0]
    assert [signed(units) for units in (1, 0, -1)] == ["+0.01", "0.00", "−0.01"]
    assert difference(F(2), F(2001, 1000)) == "0.00"
    assert difference(F(3), F(2)) == "−1.00"
    assert difference(F(3), F(3)) == "0.00"


def units(text: str) -> int:
    return int(text.replace("−", "-").replace(".", ""))


@settings(deadline=None)
@given(PARTS, st.fractions(1, 5, max_denominator=500))
def test_what_is_shown_adds_up_and_is_near_what_it_stands_for(parts: list[Fraction], before: Fraction) -> None:
    after = before + sum(parts)
    first, texts, last = added_up(before, after, parts)
    assert units(last) - units(first) == sum(map(units, texts)) or not any(parts)
    for part, text in zip(parts, texts, strict=True):
        assert abs(units(text) - part * 100) <= 2
        assert units(text) == 0 or part != 0
