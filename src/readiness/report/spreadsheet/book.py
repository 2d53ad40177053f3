"""The result as an Excel workbook."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime, time
from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.report.inputs import ReportInput
from readiness.report.look import Look
from readiness.report.numbers import score_shown
from readiness.report.packages import with_fixed_dates
from readiness.report.register.lines import build_register
from readiness.report.register.workbook import left_out_sheet, planned_sheet
from readiness.report.sheets import Cell, Formats, Kind, facts, new_workbook, table
from readiness.report.spreadsheet.rows import Table, answer_table, gap_table, method_table, score_table
from readiness.report.view.context import Context
from readiness.report.view.method import Method, method
from readiness.report.view.summary import Summary, summary
from readiness.report.view.translation import page_language, translation_notes
from readiness.report.wording import direction_of, gettext, speaking

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

__all__ = ["write_spreadsheet"]


def write_spreadsheet(given: ReportInput) -> bytes:
    """Return the result as a workbook; the same bytes for the same input."""
    stream = io.BytesIO()
    book, formats = new_workbook(stream)
    with speaking(given.wording):
        _describe(book, given)
        _sheets(book, given, formats)
    if direction_of(page_language(given)) == "rtl":
        for sheet in book.worksheets():
            sheet.right_to_left()
    _mark(book, given.look)
    book.close()
    return with_fixed_dates(stream.getvalue(), given.as_of)


def _mark(book: Workbook, look: Look) -> None:
    """Put marking and footer on every printed page; the space keeps a digit from being a size of letters."""
    marking, footer = (text.replace("&", "&&") for text in (look.marking, look.footer))
    for sheet in book.worksheets():
        if marking:
            sheet.set_header(f"&C {marking}")
        if footer:
            sheet.set_footer(f"&L {footer}&R&P / &N")


def _describe(book: Workbook, given: ReportInput) -> None:
    book.set_properties(
        {
            "title": given.framework.title[:255],
            "subject": given.assessment.organisation.name[:255],
            "comments": f"readiness {given.version}",
            "created": datetime.combine(given.as_of, time()),
        }
    )


def _sheets(book: Workbook, given: ReportInput, formats: Formats) -> None:
    context = Context(given)
    _summary(book, context, formats)
    _add(book, gettext("Scores"), "Scores", score_table(context), formats, frozen=2)
    if given.gaps:
        _add(book, gettext("Gaps"), "Gaps", gap_table(context), formats, frozen=3)
    if given.roadmap is not None:
        register = build_register(given)
        planned_sheet(book.add_worksheet(gettext("Actions")), register, formats)
        left_out_sheet(book.add_worksheet(gettext("Left out")), register, formats)
    _add(book, gettext("Answers"), "Answers", answer_table(context), formats, frozen=1)
    body = method(context).body
    assert isinstance(body, Method)
    _add(book, gettext("Method"), "Method", method_table(body), formats, frozen=0)


def _add(book: Workbook, name: str, id_: str, rows: Table, formats: Formats, *, frozen: int) -> None:
    sheet = book.add_worksheet(name)
    table(sheet, id_, rows.heads, rows.rows, formats, name)
    sheet.freeze_panes(1, frozen)


def _summary(book: Workbook, context: Context, formats: Formats) -> None:
    sheet, section = book.add_worksheet(gettext("Summary")), summary(context)
    body = section.body
    assert isinstance(body, Summary)
    sheet.merge_range(0, 0, 0, 1, "")
    sheet.write_string(0, 0, section.title, formats.title)
    sheet.set_row(0, 42)
    lines = [*_general(context), *_said(body)]
    facts(sheet, lines, formats, first=2)


def _general(context: Context) -> Iterator[tuple[str, Cell, Kind]]:
    given, root = context.given, context.root
    yield gettext("Organisation"), given.assessment.organisation.name, Kind.TEXT
    yield gettext("Framework"), f"{given.framework.title} {given.framework.version}", Kind.TEXT
    yield gettext("Assessed on"), given.assessment.assessed_on, Kind.DAY
    yield gettext("Target"), context.target_name or gettext("none"), Kind.TEXT
    for name, value in (
        (gettext("Overall score"), root.score),
        (gettext("Lowest"), root.low),
        (gettext("Highest"), root.high),
        (gettext("Target score"), root.target),
    ):
        if value is not None:
            yield name, _printed(context, value), Kind.HEADLINE
    for text in translation_notes(given):
        yield gettext("Translation"), text, Kind.TEXT


def _printed(context: Context, score: Fraction) -> Fraction:
    root = context.root
    lines = () if root.target is None or score == root.target else (root.target,)
    return score_shown(score, lines, root.direction)


def _said(body: Summary) -> Iterator[tuple[str, Cell, Kind]]:
    said = ((gettext("In short"), body.lead), (gettext("How far it can be trusted"), body.trust))
    yield from ((name, text, Kind.TEXT) for name, text in said if text)
    for fact in body.facts:
        yield fact.name, f"{fact.value} {fact.detail}".strip(), Kind.TEXT
    for horizon in body.horizons:
        yield horizon.name, f"{horizon.cost}; {horizon.effort}; {horizon.starts}", Kind.TEXT
    for number, decision in enumerate(body.decisions, 1):
        yield gettext("Decision {number}", number=number), f"{decision.what} {decision.by}.", Kind.TEXT
