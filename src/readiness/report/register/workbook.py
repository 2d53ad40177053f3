"""The register as an Excel workbook: a table that can be sorted, filtered and printed. It has no formulas at all."""

from __future__ import annotations

import io
import re
from datetime import date, datetime, time
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from readiness.report.register.columns import Cell, Column, Kind, columns_of
from readiness.report.register.delimited import SIGNS
from readiness.report.register.lines import Register
from readiness.report.wording import gettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

__all__ = ["register_workbook"]

_LONGEST_CELL = 32_767
"""Characters that Excel keeps in a cell."""
_FORMATS: dict[Kind, dict[str, Any]] = {
    Kind.TEXT: {"text_wrap": True},
    Kind.DAY: {"num_format": "yyyy-mm-dd"},
    Kind.MONEY: {"num_format": "#,##0"},
    Kind.NUMBER: {"num_format": "#,##0.0#"},
}
_A4 = 9
_FIRST_SIGN = re.compile(rf"\s*[{SIGNS}]")


class _Formats(NamedTuple):
    of: dict[Kind, Format]
    quoted: Format
    """For a text that begins like a formula: it stays a text when somebody edits the cell, too."""
    heading: Format


def register_workbook(register: Register) -> bytes:
    """Return the workbook; the same bytes for the same register."""
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    made = datetime.combine(register.assessed_on, time())
    book.set_properties(
        {
            "title": gettext("Action register"),
            "subject": register.organisation,
            "created": made,
            "comments": register.framework,
        }
    )
    formats = _formats(book)
    _actions(book.add_worksheet(gettext("Actions")), register, formats)
    _left_out(book.add_worksheet(gettext("Left out")), register, formats)
    _about(book.add_worksheet(gettext("About")), register, formats)
    book.close()
    return stream.getvalue()


def _formats(book: Workbook) -> _Formats:
    top: dict[str, Any] = {"valign": "top"}
    return _Formats(
        of={kind: book.add_format(top | keys) for kind, keys in _FORMATS.items()},
        quoted=book.add_format(top | {"text_wrap": True, "quote_prefix": True}),
        heading=book.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
    )


def _actions(sheet: Worksheet, register: Register, formats: _Formats) -> None:
    columns = columns_of(register)
    rows = [[column.cell(line) for column in columns] for line in register.lines]
    _table(sheet, "Actions", columns, rows, formats)
    sheet.freeze_panes(1, 3)


def _left_out(sheet: Worksheet, register: Register, formats: _Formats) -> None:
    def nothing(_: object) -> str:
        return ""

    names = ((gettext("Id"), 28), (gettext("Action"), 50), (gettext("Why it is not in the plan"), 90))
    columns = [Column(heading, Kind.TEXT, width, nothing) for heading, width in names]
    rows = [(one.id, one.title, one.why_not) for one in register.left_out]
    _table(sheet, "LeftOut", columns, rows, formats)
    sheet.freeze_panes(1, 0)


def _table(
    sheet: Worksheet, name: str, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], formats: _Formats
) -> None:
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width)
        sheet.write_string(0, at, column.heading, formats.heading)
    if rows:  # a table has to have a row
        headers = [{"header": column.heading, "header_format": formats.heading} for column in columns]
        said = gettext("One row an action")
        options = {"name": name, "columns": headers, "style": "Table Style Light 1", "description": said}
        sheet.add_table(0, 0, len(rows), len(columns) - 1, options)
    for down, row in enumerate(rows, 1):
        for at, (column, cell) in enumerate(zip(columns, row, strict=True)):
            _write(sheet, (down, at), cell, formats.of[column.kind], formats.quoted)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&C&P of &N")


def _write(sheet: Worksheet, place: tuple[int, int], cell: Cell, form: Format, quoted: Format) -> None:
    match cell:
        case date():
            sheet.write_datetime(*place, datetime.combine(cell, time()), form)
        case Fraction():
            sheet.write_number(*place, float(cell), form)
        case _:
            text = cell[:_LONGEST_CELL]
            sheet.write_string(*place, text, quoted if _FIRST_SIGN.match(text) else form)


def _about(sheet: Worksheet, register: Register, formats: _Formats) -> None:
    facts: list[tuple[str, Cell]] = [
        (gettext("Organisation"), register.organisation),
        (gettext("Framework"), register.framework),
        (gettext("Assessed on"), register.assessed_on),
        (gettext("Target"), register.target),
        (gettext("Made with"), f"readiness {register.version}"),
        (
            gettext("Estimates"),
            gettext("Costs and days are planning assumptions; change them where you know better."),
        ),
        (
            gettext("Dates"),
            gettext("The plan is made in quarters: an action may start on any day of its first and end in its last."),
        ),
    ]
    if register.translation:
        facts.append((gettext("Translation"), register.translation))
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 90)
    for down, (name, value) in enumerate(facts):
        sheet.write_string(down, 0, name, formats.heading)
        kind = Kind.DAY if isinstance(value, date) else Kind.TEXT
        _write(sheet, (down, 1), value, formats.of[kind], formats.quoted)
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
