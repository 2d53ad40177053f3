"""The sheet of evidence: a row for each thing that backs an answer, and empty rows for more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from readiness.loading.returned.workbook.layout import EvidenceColumn, ListName
from readiness.report.questionnaire.questionnaire import Questionnaire
from readiness.report.questionnaire.xlsx.cells import Cell, Row, as_day, write_rows
from readiness.report.questionnaire.xlsx.lists import Lists
from readiness.report.questionnaire.xlsx.style import Styles
from readiness.report.wording import gettext

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

__all__ = ["write_evidence"]

_C = EvidenceColumn
_EMPTY_ROWS = 100
_WIDTHS: Mapping[EvidenceColumn, int] = {
    _C.QUESTION: 44,
    _C.TITLE: 44,
    _C.REF: 44,
    _C.DATED: 13,
    _C.VALID_UNTIL: 13,
    _C.NOTE: 44,
}


def _headings() -> Mapping[str, str]:
    return {
        _C.QUESTION: gettext("Question"),
        _C.TITLE: gettext("What it is"),
        _C.REF: gettext("Where it lies: a web address, a file or a number"),
        _C.DATED: gettext("Valid from"),
        _C.VALID_UNTIL: gettext("Valid until"),
        _C.NOTE: gettext("Note"),
    }


def write_evidence(sheet: Worksheet, asked: Questionnaire, styles: Styles, lists: Lists) -> None:
    """Write the evidence that is recorded, and room for more."""
    recorded = [
        _row(lists, styles, question.id, one)
        for question in asked.questions
        for one in question.before.get("evidence", ())
    ]
    rows = [*recorded, *[_row(lists, styles, "", {})] * _EMPTY_ROWS]
    write_rows(sheet, _headings(), _WIDTHS, rows, styles)
    sheet.autofilter(1, 0, len(rows) + 1, len(_WIDTHS) - 1)
    sheet.freeze_panes(2, 1)
    sheet.print_area(0, 0, len(recorded) + 20, len(_WIDTHS) - 1)


def _row(lists: Lists, styles: Styles, question: str, one: Mapping[str, Any]) -> Row:
    return {
        _C.QUESTION: Cell(lists.text(ListName.QUESTION, question), styles.open, lists.offered(ListName.QUESTION)),
        _C.TITLE: Cell(one.get("title", ""), styles.open),
        _C.REF: Cell(one.get("ref", ""), styles.open),
        _C.DATED: Cell(as_day(one.get("dated")), styles.open_day),
        _C.VALID_UNTIL: Cell(as_day(one.get("valid-until")), styles.open_day),
        _C.NOTE: Cell(one.get("note", ""), styles.open),
    }
