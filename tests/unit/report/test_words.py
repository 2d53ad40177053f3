"""Words as people write them."""

from __future__ import annotations

from datetime import date

from readiness.report.words import (
    capitalised,
    counted,
    first_sentence,
    joined,
    long_date,
    many,
    month_year,
    named,
    number_word,
    part_of,
    sentence,
    shortened,
    sized,
)


def test_numbers_and_their_nouns() -> None:
    assert number_word(12) == "twelve"
    assert number_word(1300) == "1,300"
    assert counted(0, "gate") == "no gates"
    assert sized(1, "question") == "1 question"
    assert many("capability") == "capabilities"


def test_a_part_of_a_whole_begins_a_sentence() -> None:
    assert part_of(1, 4, "gate") == "One of four gates"
    assert part_of(2, 2, "gate") == "Both gates"
    assert part_of(38, 38, "question") == "All 38 questions"
    assert part_of(1, 1, "gate") == "The gate"


def test_lists_read_as_sentences() -> None:
    assert joined([]) == ""
    assert joined(["a"]) == "a"
    assert joined(["a", "b", "c"]) == "a, b and c"
    assert joined(["a", "b"], last="or") == "a or b"


def test_names_with_an_and_of_their_own_stand_in_quotation_marks() -> None:
    assert named(["Data", "People"]) == "Data and People"
    assert named(["Data and privacy", "People"]) == "“Data and privacy” and “People”"
    assert named(["Data and privacy"]) == "Data and privacy"


def test_text_is_cut_between_words() -> None:
    assert shortened("short", 10) == "short"
    assert shortened("one two, three", 9) == "one two…"
    assert shortened("x" * 30, 10) == "x" * 9 + "…"


def test_the_first_sentence_ends_where_a_new_one_begins() -> None:
    assert first_sentence("Done in 1.5 days. Then\nmore.", 100) == "Done in 1.5 days."
    assert first_sentence("Version 2.0 is e.g. fine", 100) == "Version 2.0 is e.g. fine"


def test_sentences_end_once() -> None:
    assert sentence("Done") == "Done."
    assert sentence("Done!") == "Done!"
    assert capitalised("iPad") == "IPad"


def test_dates_do_not_depend_on_the_machine() -> None:
    assert long_date(date(2026, 11, 20)) == "20 November 2026"
    assert month_year(date(2027, 3, 1)) == "March 2027"
