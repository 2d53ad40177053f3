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


class Head(NamedTuple):
    """The head of a column."""

    heading: str
    kind: Kind
    width: int
    """About how many characters it shows."""


_LONGEST_CELL = 32_767
"""Characters that Excel keeps in a cell."""
_LOOKS: dict[Kind, dict[str, Any]] = {
    Kind.TEXT: {"text_wrap": True},
    Kind.DAY: {"num_format": "yyyy-mm-dd", "align": "left"},
    Kind.MONEY: {"num_format": "#,##0"},
    Kind.NUMBER: {"num_format": "#,##0.0#"},
    Kind.SCORE: {"num_format": "0.0"},
    Kind.GAIN: {"num_format": "0.0000"},
    Kind.WHOLE: {"num_format": "0"},
}
_A4 = 9
_FIRST_SIGN = re.compile(rf"\s*[{SIGNS}]")


class Formats(NamedTuple):
    """How cells look."""

    of: dict[Kind, Format]
    quoted: Format
    """For a text that begins like a formula: it stays a text when somebody edits the cell, too."""
    heading: Format
    title: Format


def new_workbook(stream: io.BytesIO) -> tuple[Workbook, Formats]:
    """Return a workbook that takes text for text, with the formats of its cells."""
    from xlsxwriter import Workbook

    book = Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    top: dict[str, Any] = {"valign": "top"}
    return book, Formats(
        of={kind: book.add_format(top | keys) for kind, keys in _LOOKS.items()},
        quoted=book.add_format(top | {"text_wrap": True, "quote_prefix": True}),
        heading=book.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
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
    for at, head in enumerate(heads):
        sheet.set_column(at, at, head.width)
        sheet.write_string(0, at, head.heading, formats.heading)
    if rows:  # a table has to have a row
        headers = [{"header": head.heading, "header_format": formats.heading} for head in heads]
        options = {"name": name, "columns": headers, "style": "Table Style Light 1", "description": said}
        sheet.add_table(0, 0, len(rows), len(heads) - 1, options)
    for down, row in enumerate(rows, 1):
        for at, (head, cell) in enumerate(zip(heads, row, strict=True)):
            write(sheet, (down, at), cell, head.kind, formats)
    sheet.set_landscape()
    print_on_a4(sheet)
    sheet.repeat_rows(0)


def facts(sheet: Worksheet, lines: Sequence[tuple[str, Cell, Kind]], formats: Formats, *, first: int = 0) -> int:
    """Write names and what belongs to them in two columns, and return the row after them."""
    sheet.set_column(0, 0, 32)
    sheet.set_column(1, 1, 90)
    for down, (name, value, kind) in enumerate(lines, first):
        sheet.write_string(down, 0, name, formats.heading)
        write(sheet, (down, 1), value, kind, formats)
    print_on_a4(sheet)
    return first + len(lines)


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
