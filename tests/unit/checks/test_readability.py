"""How hard a text is to read, by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.checks.readability import language_of, measure, read, syllables_of


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("a", 1),
        ("the", 1),
        ("plan", 1),
        ("rule", 1),
        ("rules", 1),
        ("table", 2),
        ("make", 1),
        ("makes", 1),
        ("services", 3),
        ("churches", 2),
        ("planned", 1),
        ("needed", 2),
        ("agreed", 2),
        ("people", 2),
        ("café", 2),
        ("tsk", 1),
        ("accessibility", 6),
    ],
)
def test_syllables_are_groups_of_vowels_less_a_silent_ending(word: str, syllables: int) -> None:
    assert syllables_of(word) == syllables


def test_a_text_is_read_as_words_in_sentences() -> None:
    prose = read(["Who pays? The board (it must), e.g. each year; then we stop.", "No full stop"], "en")
    assert [len(sentence) for sentence in prose.sentences] == [2, 7, 3, 3]
    assert prose.words == 15


@pytest.mark.parametrize(
    ("text", "language", "plain"),
    [
        ("Boards use ArchiMate", "en", ("boards", "use")),
        ("Follow ISO 27001 and WCAG 2.2 at level AA", "en", ("follow", "and", "at", "level")),
        ("Kubernetes runs it", "en", ("kubernetes", "runs", "it")),
        ("iCloud is used in Paris", "en", ("is", "used", "in")),
        ("Die Leitung nutzt eGovernment", "de", ("die", "leitung", "nutzt")),
    ],
)
def test_names_are_not_counted_as_hard_words(text: str, language: str, plain: tuple[str, ...]) -> None:
    assert read([text], language).plain == plain


def test_the_grade_of_an_english_text_is_that_of_the_formula() -> None:
    prose = read(["We make a plan for each of the ten new roles."] * 10, "en")
    reading = measure(prose, "en")
    assert reading is not None
    # 11 words a sentence of one syllable each: 0.39 x 11 + 11.8 x 1 - 15.59
    assert reading.value == pytest.approx(0.5)
    assert reading.limit == 10
    assert not reading.is_hard


def test_a_short_text_may_look_harder_because_its_measure_is_less_sure() -> None:
    sentence = ["Somebody decides about every serious alternative."]
    long, short = measure(read(sentence * 17, "en"), "en"), measure(read(sentence * 5, "en"), "en")
    assert long is not None
    assert short is not None
    assert long.value == pytest.approx(short.value)
    assert (long.limit, short.limit) == (10, 13)


def test_a_text_of_a_line_or_two_is_not_judged() -> None:
    assert measure(read(["Interdepartmental prioritisation methodologies."], "en"), "en") is None


def test_other_languages_are_measured_by_long_words_and_long_sentences() -> None:
    # 10 words a sentence, 3 of them of more than six letters: 10 + 100 x 3 / 10
    prose = read(["Wir planen gemeinsam mit allen Bürgern und kürzen die Wartezeit."] * 10, "de")
    reading = measure(prose, "de")
    assert reading is not None
    assert (reading.formula, reading.value, reading.limit) == ("LIX", 40, 59)
    assert measure(read(["Kort text."] * 10, "sv"), "sv") is None


def test_a_language_without_a_measure_is_not_judged() -> None:
    assert measure(read(["誰が責任を負いますか。"] * 200, "ja"), "ja") is None


def test_a_text_of_names_alone_is_not_judged() -> None:
    assert measure(read(["2026 27001 42001 9001 27701."] * 20, "en"), "en") is None


@pytest.mark.parametrize(("tag", "language"), [("en", "en"), ("en-GB", "en"), ("EN_us", "en"), ("sv-Latn-SE", "sv")])
def test_the_language_is_the_first_part_of_its_tag(tag: str, language: str) -> None:
    assert language_of(tag) == language


@given(st.lists(st.text()), st.sampled_from(["en", "de", "ja"]))
def test_any_text_can_be_read(texts: list[str], language: str) -> None:
    prose = read(texts, language)
    assert prose.words == sum(len(sentence) for sentence in prose.sentences) >= len(prose.plain)
    measure(prose, language)
