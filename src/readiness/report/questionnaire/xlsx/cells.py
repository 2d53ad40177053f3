"""Rows of cells under keys and headings, as the sheets to write in have them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from readiness.report.questionnaire.xlsx.style import LINE_POINTS, Styles, lines_of, write

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

__all__ = ["Cell", "Row", "as_day", "write_rows"]

_HEADING_LINES = 3
_ROOM = 6
"""Points of white below the last line."""
_SMALLER = 1.15
"""How much more of a text in small letters fits."""
_HIGHEST = 409
"""Points; Excel has no higher row."""


class Cell(NamedTuple):
    """What stands in a cell, how it looks, and what may be written into it."""

    value: str | date | float | None
    form: Format
    validation: dict[str, Any] | None = None


Row: TypeAlias = Mapping[str, Cell]
"""Cells by the keys of their columns."""


def as_day(value: str | None) -> date | None:
    """Return the day that stands in an answer as text, as a program for spreadsheets takes it."""
    return None if value is None else date.fromisoformat(value)


def write_rows(
    sheet: Worksheet, headings: Mapping[str, str], widths: Mapping[Any, int], rows: Sequence[Row], styles: Styles
) -> None:
    """Write a hidden row of keys, the headings, which are repeated on every page, and the rows."""
    for at, key in enumerate(widths):
        sheet.set_column(at, at, widths[key])
        sheet.write_string(0, at, str(key))
        sheet.write_string(1, at, headings[key], styles.heading)
    sheet.set_row(0, None, None, {"hidden": True})
    sheet.repeat_rows(1)
    for down, row in enumerate(rows, 2):
        for at, key in enumerate(widths):
            cell = row[key]
            quoted = styles.open_quoted if cell.form is styles.open else styles.quoted
            write(sheet, (down, at), cell.value, cell.form, quoted)
            if cell.validation:
                sheet.data_validation(down, at, down, at, cell.validation)
        sheet.set_row(down, _height(row, widths, styles))
    sheet.set_row(1, _HEADING_LINES * LINE_POINTS)


def _height(row: Row, widths: Mapping[Any, int], styles: Styles) -> float:
    """Return the height at which every text of a row can be read, as far as programs allow."""
    texts = ((cell.value, widths[key], cell.form) for key, cell in row.items() if isinstance(cell.value, str))
    lines = max(lines_of(text, width * (_SMALLER if form is styles.quiet else 1)) for text, width, form in texts)
    return min(_HIGHEST, lines * LINE_POINTS + _ROOM)
