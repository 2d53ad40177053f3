"""The questionnaire as a workbook for Excel and LibreOffice. It has no formulas at all, and no macros."""

from __future__ import annotations

import io
from datetime import date, datetime, time

from readiness.report.questionnaire.questionnaire import Questionnaire
from readiness.report.questionnaire.xlsx.answers import write_answers
from readiness.report.questionnaire.xlsx.evidence import write_evidence
from readiness.report.questionnaire.xlsx.lists import lists_of
from readiness.report.questionnaire.xlsx.meta import write_meta
from readiness.report.questionnaire.xlsx.readme import write_readme
from readiness.report.questionnaire.xlsx.style import set_up_page, styles_of
from readiness.report.wording import gettext

__all__ = ["questionnaire_workbook"]

_NO_DAY = date(2000, 1, 1)
"""A workbook has to say when it was made; one of a framework alone has no day, and the clock has no part in it."""


def questionnaire_workbook(asked: Questionnaire, version: str) -> bytes:
    """Return the workbook; the same bytes for the same questionnaire.

    Args:
        asked: What it asks.
        version: The version of this tool.
    """
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    made = date.fromisoformat(asked.assessed_on) if asked.assessed_on else _NO_DAY
    book.set_properties(
        {
            "title": asked.title,
            "subject": asked.organisation,
            "created": datetime.combine(made, time()),
            "comments": f"{asked.framework} {asked.version}, readiness {version}",
        }
    )
    styles, lists = styles_of(book), lists_of(asked)
    names = (gettext("Read me"), gettext("Answers"), gettext("Evidence"))
    shown = [book.add_worksheet(name) for name in names]
    hidden = [book.add_worksheet(name) for name in ("Lists", "Meta")]
    for sheet in shown:
        set_up_page(sheet, asked.title, right_to_left=asked.direction == "rtl", large=sheet is shown[1])
    write_readme(shown[0], asked, styles, lists)
    write_answers(shown[1], asked, styles, lists)
    write_evidence(shown[2], asked, styles, lists)
    lists.write(hidden[0])
    write_meta(hidden[1], asked)
    book.close()
    return stream.getvalue()
