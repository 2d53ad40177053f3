"""Text is cleaned when it is read, and what is too long is refused."""

from __future__ import annotations

import pytest

from readiness.loading.load import load_framework
from tests.builders import a_framework, as_yaml, read_framework


def title(written: str) -> str:
    return read_framework(a_framework(title=written)).title


def description(written: str) -> str | None:
    return read_framework(a_framework(description=written)).description


def test_text_is_composed_to_nfc() -> None:
    assert description("Cafe\u0301") == "Caf\u00e9"
    assert title("A\u030angstro\u0308m") == "\u00c5ngstr\u00f6m"


@pytest.mark.parametrize("character", [*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))])
def test_characters_that_turn_the_direction_of_text_are_removed(character: str) -> None:
    assert description(f"user{character}nimda") == "usernimda"


@pytest.mark.parametrize("character", ["\u200e", "\u200f", "\u200d", "\u00ad", "\u0627", "\U0001f600"])
def test_characters_that_languages_need_are_kept(character: str) -> None:
    assert description(f"a{character}b") == f"a{character}b"


@pytest.mark.parametrize("escape", ["\\0", "\\a", "\\b", "\\e", "\\x7f", "\\x9f", "\\x85"])
def test_control_characters_are_removed_even_when_they_are_escaped(escape: str) -> None:
    text = as_yaml(a_framework()).replace("title: Sample", f'title: "Sam{escape}ple"')
    model = load_framework("x.yaml", text.encode()).model
    assert model is not None
    assert model.title == "Sample"


def test_text_keeps_its_lines_and_tabs() -> None:
    assert description("one\n\ttwo\n\nthree") == "one\n\ttwo\n\nthree"


def test_every_line_break_becomes_one_kind() -> None:
    text = as_yaml(a_framework()).replace("title: Sample", 'description: "a\\r\\nb\\rc"\ntitle: Sample')
    model = load_framework("x.yaml", text.encode()).model
    assert model is not None
    assert model.description == "a\nb\nc"


def test_a_line_has_single_spaces_and_no_breaks() -> None:
    assert title("  one \n two\t\tthree  ") == "one two three"


@pytest.mark.parametrize("written", ["010", "3.10", "0x1F", "1e3", "12", "1_000", "no", "on", "1:30", "2026-11-20"])
def test_an_unquoted_number_in_a_text_stays_as_it_was_written(written: str) -> None:
    text = as_yaml(a_framework()).replace("title: Sample", f"title: {written}").replace("id: sample", f"id: {written}")
    document = load_framework("x.yaml", text.replace(f"id: {written}", "id: sample", 1).encode())
    assert document.model is not None
    assert document.model.title == written


@pytest.mark.parametrize("written", ["010", "3.10", "2024", "no"])
def test_an_unquoted_number_as_an_id_stays_as_it_was_written(written: str) -> None:
    text = as_yaml(a_framework()).replace("id: sample", f"id: {written}")
    model = load_framework("x.yaml", text.encode()).model
    assert model is not None
    assert model.id == written


def test_20_000_characters_are_read_and_20_001_refused() -> None:
    assert description("x" * 20_000) == "x" * 20_000
    document = load_framework("x.yaml", as_yaml(a_framework(description="x" * 20_001)).encode())
    assert [one.message for one in document.diagnostics] == ["`description` is longer than 20,000 characters"]


def test_a_text_is_measured_after_it_was_cleaned() -> None:
    assert description("e\u0301" * 20_000) == "\u00e9" * 20_000


def test_a_text_of_a_hundred_thousand_characters_is_refused_uncleaned() -> None:
    document = load_framework("x.yaml", as_yaml(a_framework(description="\u00e9" * 100_000)).encode())
    assert [one.message for one in document.diagnostics] == ["`description` is longer than 20,000 characters"]


@pytest.mark.parametrize("written", ["", "   ", "\u202e", "\\0"])
def test_a_line_of_nothing_is_refused(written: str) -> None:
    text = as_yaml(a_framework()).replace("title: Sample", f'title: "{written}"')
    document = load_framework("x.yaml", text.encode())
    assert [one.message for one in document.diagnostics] == ["`title` should not be empty"]


@pytest.mark.parametrize("written", ["a b", "-a", ".a", "a/b", "\u00e9", "x" * 81, "a\nb", ""])
def test_an_id_is_plain(written: str) -> None:
    document = load_framework("x.yaml", as_yaml(a_framework(id=written)).encode())
    assert [one.code for one in document.diagnostics] == ["RF010"]


@pytest.mark.parametrize("written", ["a", "A.b_c-9", "9", "x" * 80])
def test_an_id_has_letters_digits_dots_hyphens_and_underscores(written: str) -> None:
    assert read_framework(a_framework(id=written)).id == written
