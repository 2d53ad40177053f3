"""How cells look. The one place with the colours and sizes of the workbook."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from readiness.report.register.delimited import SIGNS

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

__all__ = ["LINE_POINTS", "Styles", "as_number", "lines_of", "set_up_page", "styles_of", "write"]

_INK, _QUIET, _LINE, _HEADING, _TO_FILL_IN = "#1B2833", "#445361", "#8E9CA8", "#DCEBF5", "#FFFBE6"
_SIZE, _SMALL = 10, 9
_FONT = "Arial"
"""On most machines, or one of the same widths."""
_A3, _A4 = 8, 9
LINE_POINTS = 13
"""How high a line of text is."""
_CHARACTERS = 1.2
"""How many letters of a text fit where a digit of the usual size does, on the average and a little less."""
_DAY = "yyyy-mm-dd"
_FIRST_DAY = date(1900, 3, 1)
"""Before it Excel counts a day that never was."""
_LONGEST = 32_767
"""Characters that Excel keeps in a cell."""
_SAFE_DIGITS = 15
"""Digits of a number that a spreadsheet keeps."""
_NOT_IN_XML = dict.fromkeys((0xFFFE, 0xFFFF))
_FIRST_SIGN = re.compile(rf"\s*[{SIGNS}\t\r]")
_FOOTER = 200
"""Characters of a title that fit in a footer, which has 255."""


class Styles(NamedTuple):
    """The formats of one workbook."""

    title: Format
    heading: Format
    text: Format
    strong: Format
    quiet: Format
    item: Format
    closed: Format
    """A cell that is not for writing where others of its column are."""
    open: Format
    """A cell to write in."""
    open_quoted: Format
    """The same, for a text that begins like a formula: it stays a text when somebody edits the cell, too."""
    open_day: Format
    quoted: Format


def styles_of(book: Workbook) -> Styles:
    """Return the formats of a workbook."""

    def made(**keys: Any) -> Format:  # noqa: ANN401  whatever XlsxWriter takes
        shown = {"font_name": _FONT, "font_size": _SIZE, "font_color": _INK, "valign": "top", "text_wrap": True}
        return book.add_format(shown | keys)

    lined = {"border": 1, "border_color": _LINE}
    to_fill_in = {**lined, "bg_color": _TO_FILL_IN, "locked": False}
    return Styles(
        title=made(bold=True, font_size=16, text_wrap=False),
        heading=made(bold=True, bg_color=_HEADING, **lined),
        text=made(**lined),
        strong=made(bold=True, **lined),
        quiet=made(font_color=_QUIET, font_size=_SMALL, **lined),
        item=made(indent=2, **lined),
        closed=made(font_color=_QUIET, italic=True, **lined),
        open=made(**to_fill_in),
        open_quoted=made(quote_prefix=True, **to_fill_in),
        open_day=made(num_format=_DAY, align="left", **to_fill_in),
        quoted=made(quote_prefix=True, **lined),
    )


def write(
    sheet: Worksheet, place: tuple[int, int], value: str | date | float | None, form: Format, quoted: Format
) -> None:
    """Write a cell: texts as texts whatever they begin with, and days as days where the program has them."""
    match value:
        case None | "":
            sheet.write_blank(*place, None, form)
        case date() if value >= _FIRST_DAY:
            sheet.write_datetime(*place, datetime.combine(value, time()), form)
        case date():
            sheet.write_string(*place, value.isoformat(), form)
        case str():
            text = value.translate(_NOT_IN_XML)[:_LONGEST]
            sheet.write_string(*place, text, quoted if _FIRST_SIGN.match(text) else form)
        case _:
            sheet.write_number(*place, value, form)


def set_up_page(sheet: Worksheet, title: str, *, right_to_left: bool, large: bool = False) -> None:
    """Set a sheet up for printing, and protect it but for the cells to write in; there is no password."""
    sheet.set_landscape()
    sheet.set_paper(_A3 if large else _A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer(f"&L{title[:_FOOTER].replace('&', '&&')}&R&P / &N")
    allowed = ("autofilter", "sort", "format_columns", "format_rows", "select_locked_cells", "select_unlocked_cells")
    sheet.protect("", dict.fromkeys(allowed, True))
    if right_to_left:
        sheet.right_to_left()


def as_number(value: Decimal) -> str | float:
    """Return a number as a spreadsheet keeps it; one with more digits stays a text."""
    return float(value) if len(value.normalize().as_tuple().digits) <= _SAFE_DIGITS else str(value)


def lines_of(text: str, width: float) -> int:
    """Return in how many lines a text stands in a column; not every program finds that out by itself."""
    fitting = max(1, int(width * _CHARACTERS))
    return sum(1 + (len(line) - 1) // fitting if line else 1 for line in text.split("\n"))
