"""A framework as HTML: one self-contained file for a browser, or the pages that become a PDF."""

from __future__ import annotations

import base64
import hashlib

from readiness.report.html import Pages
from readiness.report.workbook import Workbook
from readiness.resources import templates_dir

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
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FileSystemLoader(templates_dir()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = "".join((templates_dir() / name).read_text(encoding="utf-8") for name in styles)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return environment.get_template("workbook.html").render(
        book=book,
        version=version,
        paper=paper,
        style=Markup(style),  # noqa: S704  our own style sheets
        style_hash=f"sha256-{digest}",
    )
