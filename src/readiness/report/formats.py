"""The output formats by suffix. To add one, write its module and add its line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from readiness.report.html import render_html, render_pages
from readiness.report.inputs import ReportInput
from readiness.report.json_result import result_bytes
from readiness.report.pdf import write_pdf
from readiness.report.view import build_view

__all__ = ["FORMATS", "FOR_PROGRAMS"]


def _pdf(given: ReportInput) -> bytes:
    return write_pdf(render_pages(build_view(given)))


def _html(given: ReportInput) -> bytes:
    return render_html(build_view(given)).encode()


FORMATS: Mapping[str, Callable[[ReportInput], bytes]] = MappingProxyType(
    {
        ".pdf": _pdf,
        ".html": _html,
        ".json": result_bytes,
    }
)
"""For each suffix: what turns a result into the bytes of a file."""
FOR_PROGRAMS = frozenset({".json"})
"""The formats that say the same in every language."""
