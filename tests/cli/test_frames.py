"""Code frames: long lines, tabs, wide and hostile characters."""

from __future__ import annotations

import pytest

from readiness.cli.frames import framed, plain
from readiness.cli.text import safe, width_of
from readiness.diagnostics import Diagnostic, Location, Related, Severity


def frame(text: str, column: int, end_column: int, *, width: int = 80, line: int = 1) -> list[str]:
    """Return the source line and the mark below it."""
    where = Location("a.yaml", line, column, end_column)
    one = Diagnostic("RF008", "wrong-kind", Severity.ERROR, "wrong", where, label="here")
    return [safe(plain(line)) for line in framed([one], {"a.yaml": text}, width)][2:4]


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
    lines = [safe(plain(line)) for line in framed([one], {"a.yaml": "a"}, 80)]
    assert "  --> b.yaml:3:1: defined here" in lines


def test_on_a_narrow_terminal_messages_are_wrapped_and_nowhere_else() -> None:
    where = Location("a.yaml", 9, 1, 2)
    message, help_ = "the question `forms` is asked twice", "remove one of the two, or give it another id"
    one = Diagnostic("RF101", "duplicate-id", Severity.ERROR, message, where, help=help_)
    assert [safe(plain(line)) for line in framed([one], {}, 40)] == [
        "error[RF101] duplicate-id: the question",
        "  `forms` is asked twice",
        "  --> a.yaml:9:1",
        "help: remove one of the two, or give it",
        "      another id",
        "      more: readiness rule RF101",
        "",
    ]
    assert [safe(plain(line)) for line in framed([one], {}, 80)] == [
        f"error[RF101] duplicate-id: {message}",
        "  --> a.yaml:9:1",
        f"help: {help_}   more: readiness rule RF101",
        "",
    ]


# --- second places -------------------------------------------------------------------------------------------------


def whole(one: Diagnostic, texts: dict[str, str], width: int = 80) -> list[str]:
    """Return the frame without the first two lines and the help."""
    return [safe(plain(line)).rstrip() for line in framed([one], texts, width)][2:-2]


def finding(column: int, *related: Related, label: str = "") -> Diagnostic:
    where = Location("a.yaml", 2, column, column + 2)
    return Diagnostic("RF501", "repeated", Severity.ERROR, "twice", where, label, related)


def test_two_places_of_one_line_share_it() -> None:
    other = Related(Location("a.yaml", 2, 5, 7), "the same text")
    assert whole(finding(12, other), {"a.yaml": "x\n{1: a., 2: a.}\n"}) == [
        "2 | {1: a., 2: a.}",
        "  |            ^^",
        "  |     -- the same text",
    ]


def test_two_places_of_a_line_that_does_not_fit_have_an_excerpt_each() -> None:
    other = Related(Location("a.yaml", 2, 181, 184), "here")
    marks = whole(finding(1, other), {"a.yaml": "x\n" + "".join(f"{n:03} " for n in range(60))}, 40)
    assert marks[0].startswith("2 | 000 001")
    assert marks[2].startswith("2 | …")
    assert marks[2][marks[3].index("---") :].startswith("045 046")


def test_a_place_in_another_file_is_shown_from_that_file() -> None:
    other = Related(Location("b.yaml", 1, 5, 6), "defined here")
    back = Related(Location("a.yaml", 1, 1, 2), "and here")
    assert whole(finding(1, other, back), {"a.yaml": "x\nid: a\n", "b.yaml": "id: a"}) == [
        "2 | id: a",
        "  | ^^",
        "  --> b.yaml:1:5",
        "1 | id: a",
        "  |     - defined here",
        "  --> a.yaml:1:1",
        "1 | x",
        "  | - and here",
    ]


def test_a_label_that_does_not_fit_beside_its_mark_stands_below() -> None:
    lines = whole(finding(30, label="not defined in this framework"), {"a.yaml": "x\n" + "y" * 34}, 40)
    assert lines == [
        "2 | " + "y" * 34,
        "  | " + " " * 29 + "^^",
        "  | not defined in this framework",
    ]


def test_other_breaks_of_lines_are_characters_as_editors_have_them() -> None:
    assert whole(finding(1), {"a.yaml": "x\u2028\x85\nid: a\n"})[0] == "2 | id: a"
