"""Text, tables and exact numbers for the terminal."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readiness.cli.table import bar
from readiness.cli.text import cut, padded, safe, width_of, wrapped
from readiness.report.exact import about, exact_column, exact_text


@given(st.text())
def test_safe_text_holds_nothing_that_a_terminal_obeys(text: str) -> None:
    shown = safe(text)
    assert not any(
        ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or 0x202A <= ord(c) <= 0x202E or 0x2066 <= ord(c) <= 0x2069 for c in shown
    )
    assert len(shown.splitlines()) <= 1


@given(st.text(), st.integers(8, 60))
def test_padded_text_takes_exactly_its_width(text: str, width: int) -> None:
    assert width_of(padded(text, width)) == width
    assert width_of(padded(text, width, right=True)) == width


@given(st.text(alphabet="ab 標\t\n", max_size=200), st.integers(20, 60))
def test_wrapped_text_fits_and_loses_no_word(text: str, width: int) -> None:
    lines = wrapped(text, width, indent="    ", first="- ")
    assert all(width_of(line) <= width for line in lines)
    assert "".join("".join(lines).removeprefix("- ").split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("café", 4), ("標題", 4), ("█▒·│", 4), ("e\u0301", 1), ("👩‍👩‍👧", 2)]
)
def test_width_is_counted_in_cells(text: str, width: int) -> None:
    assert width_of(text) == width


def test_a_word_that_fits_on_no_line_comes_in_pieces() -> None:
    assert wrapped("see " + "x" * 25, 12, indent="  ") == ["  see", "  xxxxxxxxxx", "  xxxxxxxxxx", "  xxxxx"]


def test_what_is_cut_says_so() -> None:
    assert cut("Governance and strategy", 12) == "Governance…"
    assert cut("Governance", 10) == "Governance"


def test_numbers_that_end_are_decimals_and_others_fractions() -> None:
    assert exact_text(Fraction(11, 4)) == "2.75"
    assert exact_text(Fraction(-1, 2)) == "-0.5"
    assert exact_text(Fraction(8, 3)) == "8/3"
    assert about(Fraction(8, 3)) == "8/3 ≈ 2.67"
    assert about(Fraction(3)) == "3"


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine draws slowly
@given(st.lists(st.fractions(0, 4, max_denominator=500), min_size=1, max_size=8))
def test_a_column_adds_up_as_it_is_written(parts: list[Fraction]) -> None:
    *written, total = (Fraction(text) for text in exact_column([*parts, sum(parts, Fraction(0))]))
    assert sum(written) == total
    assert all(abs(one - part) < Fraction(1, 10**6) for one, part in zip(written, parts, strict=True))


@given(st.fractions(0, 1), st.fractions(0, 1), st.integers(9, 41))
def test_a_bar_passes_the_target_exactly_when_the_score_is_beyond(score: Fraction, target: Fraction, size: int) -> None:
    drawn = bar(score, target, high=Fraction(1), size=size, blocks=True, beyond=score >= target)
    assert len(drawn) == size
    assert drawn.count("│") == 1
    before, after = drawn.split("│")
    if score >= target:
        assert set(before) <= {"█"}
    else:
        assert "█" not in after
