"""Code frames: long lines, tabs, wide and hostile characters."""

from __future__ import annotations

import pytest

from readiness.cli.frames import framed
from readiness.cli.text import safe, width_of
from readiness.diagnostics import Diagnostic, Location, Related, Severity


def frame(text: str, column: int, end_column: int, *, width: int = 80, line: int = 1) -> list[str]:
    """Return the source line and the mark below it."""
    where = Location("a.yaml", line, column, end_column)
    one = Diagnostic("RF008", "wrong-kind", Severity.ERROR, "wrong", where, label="here")
    lines = [
        "".join(part if isinstance(part, str) else part.text for part in line)
        for line in framed([one], {"a.yaml": text}, width)
    ]
    return [safe(line) for line in lines[2:4]]


def test_the_mark_stands_under_the_place() -> None:
    assert frame("weight: high", 9, 13) == ["1 | weight: high", "  |         ^^^^ here"]


def test_a_tab_is_shown_as_spaces_and_counted_so() -> None:
    assert frame("\tkey:\tx", 7, 8) == ["1 |     key:    x", "  |             ^ here"]


def test_wide_characters_take_two_cells() -> None:
    source, mark = frame("標題: x", 5, 6)
    assert source == "1 | 標題: x"
    assert mark == "  |       ^ here"


def test_control_characters_are_shown_and_not_sent() -> None:
    source, mark = frame("a\x1b[2Jb", 7, 8)
    assert source == "1 | a<U+001B>[2Jb"
    assert mark.index("^") == source.index("<") + len("<U+001B>[2Jb")
    assert frame("a\u202eb c", 3, 4)[0] == "1 | a<U+202E>b c"


@pytest.mark.parametrize("column", [1, 60, 500, 995])
@pytest.mark.parametrize("width", [40, 80])
def test_a_long_line_is_cropped_around_the_place(column: int, width: int) -> None:
    text = "".join(f"{number:04} " for number in range(200))
    source, mark = frame(text, column, column + 4, width=width)
    assert width_of(source) <= width
    start = mark.index("^")
    assert source[start : start + 4] == text[column - 1 : column + 3]
    assert source.startswith("1 | 0000") is not source.startswith("1 | …")


def test_a_place_longer_than_the_screen_is_marked_as_far_as_it_shows() -> None:
    source, mark = frame("x" * 500, 1, 501)
    assert width_of(source) <= 80
    assert mark.count("^") <= 78


def test_a_place_after_the_end_of_the_text_has_no_frame() -> None:
    where = Location("a.yaml", 9, 1, 2)
    one = Diagnostic("RF007", "missing-key", Severity.ERROR, "missing", where)
    assert len(list(framed([one], {"a.yaml": "a: b\n"}, 80))) == 4  # what, where, help, an empty line


def test_a_place_in_another_file_is_named() -> None:
    other = Related(Location("b.yaml", 3, 1, 2), "defined here")
    one = Diagnostic("RF101", "duplicate-id", Severity.ERROR, "twice", Location("a.yaml", 1, 1, 2), related=(other,))
    lines = [
        safe("".join(part if isinstance(part, str) else part.text for part in line))
        for line in framed([one], {"a.yaml": "a"}, 80)
    ]
    assert "  --> b.yaml:3:1: defined here" in lines
