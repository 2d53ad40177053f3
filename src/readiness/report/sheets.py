"""Sheets of Excel workbooks: tables that can be sorted, filtered and printed. They have no formulas at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import io

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

__all__ = ["SIGNS", "Cell", "Formats", "Head", "Kind", "facts", "new_workbook", "print_on_a4", "table", "write"]

SIGNS = r"=+\-@\uFF1D\uFF0B\uFF0D\uFF20"
"""What makes a spreadsheet take a text for a formula, in half and in full width; for a class of a pattern."""
Cell = str | date | Fraction | None


class Kind(StrEnum):
    """What stands in a column."""

    TEXT = "text"
    DAY = "day"
    MONEY = "money"
    NUMBER = "number"
    SCORE = "score"
    GAIN = "gain"
    WHOLE = "whole"
    HEADLINE = "headline"


class Head(NamedTuple):
    """The head of a column."""

    heading: str
    kind: Kind
    width: int
    """About how many characters it shows."""


_LONGEST_CELL = 32_767
"""Characters that Excel keeps in a cell."""
_AT_END = {"align": "right", "indent": 1}
"""Apart from the words of the next column."""
_LOOKS: dict[Kind, dict[str, Any]] = {
    Kind.TEXT: {"text_wrap": True},
    Kind.DAY: {"num_format": "yyyy-mm-dd", "align": "left"},
    Kind.MONEY: {"num_format": "#,##0"} | _AT_END,
    Kind.NUMBER: {"num_format": "#,##0.0#"} | _AT_END,
    Kind.SCORE: {"num_format": "0.0"} | _AT_END,
    Kind.GAIN: {"num_format": "0.0000"} | _AT_END,
    Kind.WHOLE: {"num_format": "0"} | _AT_END,
    Kind.HEADLINE: {"num_format": "0.0", "align": "left"},
}
_NUMBERS = frozenset(kind for kind, look in _LOOKS.items() if look.get("align") == "right")
_A4, _A3 = 9, 8
_MOST_ON_A4 = 180
"""Characters side by side that are legible on A4."""
_LINE, _HIGHEST = 15, 405
"""The height of a line and the most that Excel takes for a row, in points."""
_FIRST_SIGN = re.compile(rf"\s*[{SIGNS}]")


class Formats(NamedTuple):
    """How cells look."""

    of: dict[Kind, Format]
    quoted: Format
    """For a text that begins like a formula: it stays a text when somebody edits the cell, too."""
    heading: Format
    over_numbers: Format
    """A heading that stands where the numbers below it do."""
    title: Format


def new_workbook(stream: io.BytesIO) -> tuple[Workbook, Formats]:
    """Return a workbook that takes text for text, with the formats of its cells."""
    from xlsxwriter import Workbook

    book = Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    top: dict[str, Any] = {"valign": "top"}
    return book, Formats(
        of={kind: book.add_format(top | keys) for kind, keys in _LOOKS.items()},
        quoted=book.add_format(top | {"text_wrap": True, "quote_prefix": True}),
        heading=book.add_format(top | {"bold": True, "text_wrap": True}),
        over_numbers=book.add_format(top | {"bold": True, "text_wrap": True} | _AT_END),
        title=book.add_format({"bold": True, "font_size": 14, "text_wrap": True, "valign": "top"}),
    )


def table(
    sheet: Worksheet, name: str, heads: Sequence[Head], rows: Sequence[Sequence[Cell]], formats: Formats, said: str
) -> None:
    """Write a table that fills a sheet.

    Args:
        sheet: An empty one.
        name: What Excel calls the table: a word of letters.
        heads: The heads of its columns.
        rows: One cell for each column; None leaves it empty.
        formats: Those of the workbook.
        said: What the table holds, for those who do not see it.
    """
    looks = [formats.over_numbers if head.kind in _NUMBERS else formats.heading for head in heads]
    for at, (head, look) in enumerate(zip(heads, looks, strict=True)):
        sheet.set_column(at, at, head.width)
        sheet.write_string(0, at, head.heading, look)
    if rows:  # a table has to have a row
        headers = [{"header": head.heading, "header_format": look} for head, look in zip(heads, looks, strict=True)]
        options = {"name": name, "columns": headers, "style": "Table Style Light 1", "description": said}
        sheet.add_table(0, 0, len(rows), len(heads) - 1, options)
    for down, row in enumerate(rows, 1):
        for at, (head, cell) in enumerate(zip(heads, row, strict=True)):
            write(sheet, (down, at), cell, head.kind, formats)
        sheet.set_row(down, _height(row, [head.width for head in heads]))
    sheet.set_landscape()
    print_on_a4(sheet)
    if sum(head.width for head in heads) > _MOST_ON_A4:
        sheet.set_paper(_A3)
    sheet.repeat_rows(0)


def facts(sheet: Worksheet, lines: Sequence[tuple[str, Cell, Kind]], formats: Formats, *, first: int = 0) -> int:
    """Write names and what belongs to them in two columns, and return the row after them."""
    widths = (32, 90)
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    for down, (name, value, kind) in enumerate(lines, first):
        sheet.write_string(down, 0, name, formats.heading)
        write(sheet, (down, 1), value, kind, formats)
        sheet.set_row(down, _height((name, value), widths))
    print_on_a4(sheet)
    return first + len(lines)


def _height(row: Sequence[Cell], widths: Sequence[int]) -> int:
    """Return the height of a row, in points: LibreOffice does not find it by itself."""
    most = max(_lines(cell, width) for cell, width in zip(row, widths, strict=True))
    return min(_LINE * most, _HIGHEST)


def _lines(cell: Cell, width: int) -> int:
    if not isinstance(cell, str):
        return 1
    return sum(max(1, -(-len(line) // width)) for line in cell.split("\n"))


def print_on_a4(sheet: Worksheet) -> None:
    """Print a sheet as wide as the page, on as many as it takes, with their numbers."""
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C&P / &N")


def write(sheet: Worksheet, place: tuple[int, int], cell: Cell, kind: Kind, formats: Formats) -> None:
    """Write a cell: a day as a day, a number as a number, and a text as nothing but text."""
    match cell:
        case None:
            sheet.write_blank(*place, None, formats.of[kind])
        case date():
            sheet.write_datetime(*place, datetime.combine(cell, time()), formats.of[Kind.DAY])
        case Fraction():
            sheet.write_number(*place, float(cell), formats.of[kind])
        case _:
            text = cell[:_LONGEST_CELL]
            sheet.write_string(*place, text, formats.quoted if _FIRST_SIGN.match(text) else formats.of[Kind.TEXT])
