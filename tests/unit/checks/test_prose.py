"""What makes two texts the same, and one empty."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.checks.prose import essence, excerpt, is_placeholder


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Owned by a person.", "“owned  by a person”…"),
        ("Begun — unevenly", "Begun, unevenly"),
        ("STRASSE", "straße"),
    ],
)
def test_capitals_spacing_and_marks_do_not_make_a_text_another(one: str, other: str) -> None:
    assert essence(one) == essence(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("< 50%", "> 50%"), ("1.5 days", "15 days"), ("-5 points", "5 points"), ("50 %", "50"), ("कि", "की")],
)
def test_what_changes_the_sense_of_a_text_is_kept(one: str, other: str) -> None:
    assert essence(one) != essence(other)


@pytest.mark.parametrize(
    "text",
    [
        " ",
        "…",
        "-",
        "?!",
        "TBD",
        "tbc.",
        "TODO: ask Mary",
        "(to be defined)",
        "Lorem ipsum dolor",
        "n/a",
        "XXX",
        "<text>",
    ],
)
def test_a_text_that_is_still_to_be_written_is_found(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text", ["None.", "No.", "5", "Todos los servicios", "To be confirmed, a leader signs.", "x", "無し", "a < b > c"]
)
def test_a_short_text_is_a_text(text: str) -> None:
    assert not is_placeholder(text)


@given(st.text())
def test_quotation_marks_around_a_text_change_nothing(text: str) -> None:
    assert essence(f" “{text}”… ") == essence(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [("short", "short"), ("two\n  words", "two words"), ("a" * 20, "aaaaaaaaaa…"), ("one two, three", "one two…")],
)
def test_a_long_text_is_cut_at_a_word(text: str, shown: str) -> None:
    assert excerpt(text, 10) == shown


def test_an_excerpt_has_no_invisible_letters() -> None:
    assert excerpt("a\u200bb\u2028c") == "ab c"
