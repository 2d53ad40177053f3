"""The output formats by suffix. To add one, write its module and add its line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from readiness.report.attachments import attachments
from readiness.report.document.write import write_document
from readiness.report.foreign.apart import html_apart, pages_apart
from readiness.report.html import render_html, render_pages
from readiness.report.inputs import ReportInput
from readiness.report.json_result import result_bytes
from readiness.report.markdown.write import write_markdown
from readiness.report.painting import painting
from readiness.report.pdf import write_pdf
from readiness.report.register.calendar import register_calendar
from readiness.report.register.delimited import register_csv
from readiness.report.register.github import github_csv
from readiness.report.register.jira import jira_csv
from readiness.report.register.layouts import CsvLayout
from readiness.report.register.lines import Register, build_register
from readiness.report.register.workbook import register_workbook
from readiness.report.slides.write import write_slides
from readiness.report.spreadsheet.book import write_spreadsheet
from readiness.report.view import build_view
from readiness.report.wording import speaking
from readiness.report.workbook import Workbook
from readiness.report.workbook.html import render_workbook, render_workbook_pages

__all__ = ["FORMATS", "FOR_PROGRAMS", "WORKBOOK_FORMATS", "plan_formats"]


def _pdf(given: ReportInput) -> bytes:
    view = build_view(given, printed=True)
    pages = pages_apart(view) if view.look.templates else render_pages(view, large=view.look.is_large)
    return write_pdf(pages, attachments(given))


def _html(given: ReportInput) -> bytes:
    view = build_view(given, on_screen=True)
    return (html_apart(view) if view.look.templates else render_html(view)).encode()


def _document(given: ReportInput) -> bytes:
    return write_document(build_view(given, printed=True))


def _markdown(given: ReportInput) -> bytes:
    return write_markdown(build_view(given, printed=True)).encode()


def _painted(write: Callable[[ReportInput], bytes]) -> Callable[[ReportInput], bytes]:
    """Return what writes a file in the colours of its theme."""

    def written(given: ReportInput) -> bytes:
        with painting(given.look.palette):
            return write(given)

    return written


FORMATS: Mapping[str, Callable[[ReportInput], bytes]] = MappingProxyType(
    {
        ".pdf": _painted(_pdf),
        ".html": _painted(_html),
        ".docx": _painted(_document),
        ".pptx": _painted(write_slides),
        ".xlsx": write_spreadsheet,
        ".md": _markdown,
        ".json": result_bytes,
    }
)
"""For each suffix: what turns a result into the bytes of a file."""
FOR_PROGRAMS = frozenset({".json"})
"""The formats that say the same in every language."""


def _workbook_pdf(book: Workbook, version: str) -> bytes:
    return write_pdf(render_workbook_pages(book, version))


def _workbook_html(book: Workbook, version: str) -> bytes:
    return render_workbook(book, version).encode()


WORKBOOK_FORMATS: Mapping[str, Callable[[Workbook, str], bytes]] = MappingProxyType(
    {
        ".pdf": _workbook_pdf,
        ".html": _workbook_html,
    }
)
"""For each suffix: what turns a framework, with the version of this tool, into the bytes of a file."""


_CSV: Mapping[CsvLayout, Callable[[Register], bytes]] = MappingProxyType(
    {
        CsvLayout.SPREADSHEET: register_csv,
        CsvLayout.JIRA: jira_csv,
        CsvLayout.GITHUB: github_csv,
    }
)


def plan_formats(layout: CsvLayout = CsvLayout.SPREADSHEET) -> Mapping[str, Callable[[ReportInput], bytes]]:
    """Return, for each suffix, what turns a roadmap into the bytes of a file to work with."""
    registers = {".csv": _CSV[layout], ".xlsx": register_workbook, ".ics": register_calendar}
    return {suffix: _of_register(write) for suffix, write in registers.items()} | {".json": result_bytes}


def _of_register(write: Callable[[Register], bytes]) -> Callable[[ReportInput], bytes]:
    def written(given: ReportInput) -> bytes:
        with speaking(given.wording):
            return write(build_register(given))

    return written
