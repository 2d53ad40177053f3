"""What people write into cells, in whatever way their program and country write it."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from readiness.loading.returned.workbook.sheets import Value
from readiness.loading.returned.workbook.values import (
    Unreadable,
    choice_in,
    day_in,
    folded_choices,
    number_in,
    same,
    text_in,
)

LEVELS = folded_choices({"2 Begun: Some of it.": "2", "3 Agreed: All of it.": "3", "-1 Worse: Less.": "-1"})
OPTIONS = folded_choices({"Nothing at all": "none", "Nothing new": "new", "Some": "some"})
FROM_1900 = datetime.fromisoformat("1899-12-30")


def cell(value: object, form: str = "General") -> Value:
    """Return a cell that holds a value."""
    return Value(value, "A1", form=form)


@pytest.mark.parametrize(
    "written",
    ["3 Agreed: All of it.", " 3  AGREED:\tall of\u00a0it. ", 3, 3.0, "3", "3.0", "Level 3", "3 Agr"],
    ids=repr,
)
def test_a_level_is_read_by_its_text_its_number_or_its_beginning(written: object) -> None:
    assert choice_in(cell(written), LEVELS) == "3"


@pytest.mark.parametrize("written", [3.5, "4", "2 or 3", "33", "three", True], ids=repr)
def test_what_is_no_level_is_none(written: object) -> None:
    with pytest.raises(Unreadable, match="is not in the list"):
        choice_in(cell(written), LEVELS)


@pytest.mark.parametrize(("written", "option"), [("some", "some"), ("NONE", "none"), ("Nothing n", "new"), ("-", None)])
def test_an_option_is_read_by_its_text_or_id_and_by_a_beginning_that_only_it_has(
    written: str, option: str | None
) -> None:
    if option is None:
        with pytest.raises(Unreadable):
            choice_in(cell("nothing"), OPTIONS)
    else:
        assert choice_in(cell(written), OPTIONS) == option


@pytest.mark.parametrize("written", [None, "", "  ", "\n"], ids=repr)
def test_nothing_is_nothing(written: str | None) -> None:
    assert choice_in(cell(written), OPTIONS) is None
    assert text_in(cell(written)) is None
    assert number_in(cell(written)) is None
    assert day_in(cell(written), FROM_1900) is None


@pytest.mark.parametrize(
    ("written", "number"),
    [
        (0.1 + 0.2, Decimal("0.3")),
        (3.0, 3),
        ("12,5", Decimal("12.5")),
        ("12.5", Decimal("12.5")),
        ("0,125", Decimal("0.125")),
        ("1 234,5 %", Decimal("1234.5")),
        ("1\u202f234", 1234),
        ("1'234.5", Decimal("1234.5")),
        ("1.234.567,25", Decimal("1234567.25")),
        ("1,234.5", Decimal("1234.5")),
        ("1,234,567", 1234567),
        ("-3", -3),
        ("+3", 3),
    ],
)
def test_a_number_is_read_as_countries_write_it(written: object, number: object) -> None:
    assert number_in(cell(written), "%") == number


@pytest.mark.parametrize(
    "written", ["twelve", "1,2,3", "12,34.5", "1e5", "0x10", "1.2.3", "--3", "½", "٣", True], ids=repr
)
def test_what_is_no_number_is_none(written: object) -> None:
    with pytest.raises(Unreadable, match="is not a number"):
        number_in(cell(written))


@pytest.mark.parametrize(("written", "one", "other"), [("1,234", "1234", "1.2340"), ("-12.345", "-12345", "-12.3450")])
def test_a_number_that_can_be_read_in_two_ways_is_asked_for_again(written: str, one: str, other: str) -> None:
    with pytest.raises(Unreadable, match="in two ways") as error:
        number_in(cell(written))
    assert error.value.help == f"write {one} or {other}"


def test_a_share_that_a_program_shows_as_per_cent_is_one() -> None:
    assert number_in(cell(0.45, "0.0%"), "% of accounts") == 45
    assert number_in(cell(0.45), "% of accounts") == Decimal("0.45")
    assert number_in(cell("45 %"), "% of accounts") == 45


@pytest.mark.parametrize(
    "written",
    [
        date(2026, 3, 1),
        datetime.fromisoformat("2026-03-01T13:00"),
        46082,
        46082.5,
        "2026-03-01",
        "2026-3-1",
        "2026-03-01T00:00:00",
        "1.3.2026",
        "01. 03. 2026",
    ],
)
def test_a_day_is_read_as_programs_and_people_write_it(written: object) -> None:
    assert day_in(cell(written), FROM_1900) == "2026-03-01"


def test_of_two_numbers_one_that_is_no_month_is_the_day() -> None:
    assert day_in(cell("31/03/2026"), FROM_1900) == "2026-03-31"
    assert day_in(cell("03/31/2026"), FROM_1900) == "2026-03-31"
    assert day_in(cell("3/3/2026"), FROM_1900) == "2026-03-03"


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("3/4/2026", "can be read as two days"),
        ("2026-02-30", "is not a day"),
        ("31.31.2026", "is not a day"),
        ("soon", "is not a day"),
        (7, "7 is not a day"),
        (1e9, "is not a day"),
        (time(12, 0), "it holds a time of day"),
    ],
)
def test_what_is_no_day_or_one_of_two_is_asked_for_again(written: object, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        day_in(cell(written), FROM_1900)


def test_a_text_keeps_what_it_begins_with_and_other_values_become_text() -> None:
    assert text_in(cell("=1+1")) == "=1+1"
    assert text_in(cell(12.5)) == "12.5"
    assert text_in(cell(date(2026, 3, 1))) == "2026-03-01"
    assert text_in(cell(value=False)) == "no"


def test_white_space_at_the_ends_of_lines_makes_no_difference() -> None:
    assert same({"note": " a\n\nb \n"}, {"note": "a \r\n\r\nb"})
    assert not same("a\nb", "a b")
