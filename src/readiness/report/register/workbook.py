"""The register as an Excel workbook."""

from __future__ import annotations

import io
from datetime import datetime, time
from typing import TYPE_CHECKING

from readiness.report.register.columns import columns_of
from readiness.report.register.lines import Register
from readiness.report.sheets import Cell, Formats, Head, Kind, facts, new_workbook, table
from readiness.report.wording import gettext

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

__all__ = ["left_out_sheet", "planned_sheet", "register_workbook"]


def register_workbook(register: Register) -> bytes:
    """Return the workbook; the same bytes for the same register."""
    stream = io.BytesIO()
    book, formats = new_workbook(stream)
    book.set_properties(
        {
            "title": gettext("Action register"),
            "subject": register.organisation,
            "created": datetime.combine(register.assessed_on, time()),
            "comments": register.framework,
        }
    )
    planned_sheet(book.add_worksheet(gettext("Actions")), register, formats)
    left_out_sheet(book.add_worksheet(gettext("Left out")), register, formats)
    _about(book.add_worksheet(gettext("About")), register, formats)
    book.close()
    return stream.getvalue()


def planned_sheet(sheet: Worksheet, register: Register, formats: Formats) -> None:
    """Write the planned actions."""
    columns = columns_of(register)
    rows = [[column.cell(line) for column in columns] for line in register.lines]
    heads = [Head(column.heading, column.kind, column.width) for column in columns]
    table(sheet, "Actions", heads, rows, formats, gettext("One row an action"))
    sheet.freeze_panes(1, 3)


def left_out_sheet(sheet: Worksheet, register: Register, formats: Formats) -> None:
    """Write the actions that are not in the plan, each with the reason."""
    names = ((gettext("Id"), 28), (gettext("Action"), 50), (gettext("Why it is not in the plan"), 90))
    heads = [Head(heading, Kind.TEXT, width) for heading, width in names]
    rows = [(one.id, one.title, one.why_not) for one in register.left_out]
    table(sheet, "LeftOut", heads, rows, formats, gettext("One row an action"))
    sheet.freeze_panes(1, 0)


def _about(sheet: Worksheet, register: Register, formats: Formats) -> None:
    lines: list[tuple[str, Cell]] = [
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
        lines.append((gettext("Translation"), register.translation))
    facts(sheet, [(name, value, Kind.TEXT) for name, value in lines], formats)
