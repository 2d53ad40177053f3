"""Unquoted values mean what the core schema of YAML 1.2 says, and not what YAML 1.1 made of them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from readiness.loading.yaml_source import read_yaml


def read(written: str) -> Any:  # noqa: ANN401  whatever the text means
    source = read_yaml(f"key: {written}\n")
    assert source.readable, source.problems
    return source.value["key"]


@pytest.mark.parametrize(
    "written",
    [
        *("no", "No", "on", "off", "yes", "y", "N", "1:30", "190:20:30", "1_000", "0b11", "2026-11-20", "<<", "="),
        *("0o8", "0xZZ", "1e", "+", "+-1", "1.2.3", ".", "e3", "Nullable", "nULL", "tRUE", "-0x1F"),
        *(".inf", "-.Inf", ".nan"),  # the core schema reads these as numbers; no sum of money is one of them
    ],
)
def test_what_only_yaml_1_1_converts_stays_text(written: str) -> None:
    assert read(written) == written
    assert type(read(written)) is str


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0", 0),
        ("010", 10),
        ("-7", -7),
        ("+12", 12),
        ("0o17", 15),
        ("0x1F", 31),
        ("9007199254740993", 9007199254740993),
    ],
)
def test_a_whole_number_is_exact_and_remembers_how_it_was_written(written: str, value: int) -> None:
    number = read(written)
    assert isinstance(number, int)
    assert number == value
    assert number.text == written  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("3.10", Fraction(31, 10)),
        ("0.1", Fraction(1, 10)),
        (".5", Fraction(1, 2)),
        ("1.", Fraction(1)),
        ("-2.5e3", Fraction(-2500)),
        ("1e-2", Fraction(1, 100)),
        ("0.30000000000000004", Fraction(30000000000000004, 10**17)),
    ],
)
def test_a_decimal_number_is_exact_and_remembers_how_it_was_written(written: str, value: Fraction) -> None:
    number = read(written)
    assert isinstance(number, Decimal)
    assert Fraction(number) == value
    assert number.text == written  # type: ignore[attr-defined]


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_written_in_five_ways(written: str) -> None:
    assert read(written) is None


@pytest.mark.parametrize("written", ["true", "True", "TRUE"])
def test_true_is_written_in_three_ways(written: str) -> None:
    assert read(written) is True


@pytest.mark.parametrize("written", ["false", "False", "FALSE"])
def test_false_is_written_in_three_ways(written: str) -> None:
    assert read(written) is False


@pytest.mark.parametrize("written", ["true", "12", "3.10", "~", "null", "0x1F"])
@pytest.mark.parametrize("quote", ['"', "'"])
def test_a_quoted_value_is_text(written: str, quote: str) -> None:
    assert read(f"{quote}{written}{quote}") == written


def test_a_block_of_text_is_text() -> None:
    assert read("|\n  12\n  no") == "12\nno\n"
    assert read(">-\n  12\n  no") == "12 no"


def test_a_number_of_absurd_length_stays_text() -> None:
    assert read("9" * 400) == "9" * 400
    assert read("1e1000") == "1e1000"
    assert read("9" * 399) == 10**399 - 1


def test_a_whole_number_is_a_numeric_key_with_or_without_quotes_as_json_has_no_other() -> None:
    keys = list(read_yaml('{1: a, -2: b, 010: c, "3": d, 1.5: e, true: f, null: g, no: h}').value)
    assert keys == [1, -2, "010", 3, "1.5", "true", "null", "no"]
    assert [isinstance(key, int) for key in keys] == [True, True, False, True] + 4 * [False]


# --- the core schema, stated once more, without a regular expression -------------------------------------------------


def are_digits(text: str, digits: str = "0123456789") -> bool:
    return bool(text) and all(character in digits for character in text)


def unsigned(text: str) -> str:
    return text[1:] if text[:1] in {"+", "-"} else text


def is_decimal(text: str) -> bool:
    mantissa, mark, exponent = text.replace("E", "e").partition("e")
    if mark and not (are_digits(unsigned(exponent)) and len(unsigned(exponent)) <= 3):
        return False
    whole, point, part = unsigned(mantissa).partition(".")
    if not whole:
        return bool(point) and are_digits(part)
    return are_digits(whole) and (not part or are_digits(part))


def core_schema(text: str) -> tuple[str, object]:
    """Return what the specification (10.3.2) resolves a plain scalar to; exponents end at three digits here."""
    if text in {"", "~", "null", "Null", "NULL"}:
        return "null", None
    if text.lower() in {"true", "false"} and text in {text.lower(), text.upper(), text.capitalize()}:
        return "bool", text.lower() == "true"
    if are_digits(unsigned(text)):
        return "int", int(text)
    for prefix, digits, base in (("0o", "01234567", 8), ("0x", "0123456789abcdefABCDEF", 16)):
        if text.startswith(prefix) and are_digits(text[2:], digits):
            return "int", int(text[2:], base)
    if is_decimal(text):
        return "float", Fraction(text)
    return "str", text


def kind_of(value: object) -> tuple[str, object]:
    match value:
        case None:
            return "null", None
        case bool():
            return "bool", value
        case int():
            return "int", int(value)
        case Decimal():
            return "float", Fraction(value)
        case _:
            return "str", value


PIECES = st.sampled_from(["0", "1", "7", "9", "00", "+", "-", ".", "e", "E", "0o", "0x", "a", "F", "_", "null", "~"])
WORDS = st.sampled_from(["true", "True", "TRUE", "tRue", "false", "FALSE", "Null", "NULL", "no", "on", ".inf", ".NaN"])


@settings(deadline=None)
@given(st.one_of(st.lists(PIECES, max_size=7).map("".join), WORDS).filter(lambda text: text != "-"))
@example("1.e5")
@example("-.5")
@example("0o")
@example("00")
def test_a_plain_scalar_resolves_as_the_specification_says(written: str) -> None:
    assert kind_of(read(written)) == core_schema(written)
