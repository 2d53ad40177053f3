"""Repairs change the text where they say, and nowhere else."""

from __future__ import annotations

from readiness.diagnostics import Fix, Replacement
from readiness.editing.repairs import repaired


def a_fix(line: int, start: int, end: int, text: str) -> Fix:
    return Fix("do it", (Replacement(line, start, line, end, text),))


def test_several_repairs_are_made_at_once() -> None:
    text, made = repaired("abc def\nghi\n", [a_fix(2, 1, 4, "longer"), a_fix(1, 1, 4, "x"), a_fix(1, 5, 8, "")])
    assert text == "x \nlonger\n"
    assert len(made) == 3


def test_of_two_that_overlap_the_first_is_made() -> None:
    first, second = a_fix(1, 1, 3, "X"), a_fix(1, 2, 4, "Y")
    assert repaired("abcd", [second, first]) == ("Xcd", [first])


def test_the_same_repair_twice_is_one() -> None:
    assert repaired("abcd", [a_fix(1, 1, 2, "xx"), a_fix(1, 1, 2, "xx")]) == ("xxbcd", [a_fix(1, 1, 2, "xx")])


def test_places_count_characters_and_every_kind_of_line_end() -> None:
    text, _ = repaired(
        "é😀a\r\nb\rc\nd", [a_fix(1, 3, 4, "A"), a_fix(2, 1, 2, "B"), a_fix(3, 1, 2, "C"), a_fix(4, 1, 2, "D")]
    )
    assert text == "é😀A\r\nB\rC\nD"


def test_a_line_can_be_removed_even_the_last_without_an_end() -> None:
    line = Fix("remove the copy", (Replacement(2, 1, 3, 1, ""),))
    assert repaired("a\nb\nc\n", [line])[0] == "a\nc\n"
    assert repaired("a\nb", [line])[0] == "a\n"


def test_no_repair_is_no_change() -> None:
    assert repaired("a\r\n", []) == ("a\r\n", [])
