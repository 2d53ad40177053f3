"""A framework as HTML: one self-contained file for a browser, or the pages that become a PDF."""

from __future__ import annotations

from readiness.report.html import Pages
from readiness.report.templates import environment_for, styled
from readiness.report.workbook import Workbook

__all__ = ["render_workbook", "render_workbook_pages"]

_SCREEN = ("report.css", "screen.css", "workbook.css", "workbook-screen.css")
_PAPER = ("report.css", "paper.css", "workbook.css", "workbook-paper.css")


def render_workbook(book: Workbook, version: str) -> str:
    """Return a framework as one file without script, and without any request to anywhere."""
    return _render(book, version, _SCREEN, paper=False)


def render_workbook_pages(book: Workbook, version: str) -> Pages:
    """Return a framework laid out for A4."""
    return Pages(_render(book, version, _PAPER, paper=True), {})


def _render(book: Workbook, version: str, styles: tuple[str, ...], *, paper: bool) -> str:
    template = environment_for({}).get_template("workbook.html")
    return template.render(book=book, version=version, paper=paper, **styled(styles))
