"""Every text of a person is an attack: each output, read back by a library of its format, holds words and no orders."""

from __future__ import annotations

import csv
import io
import re
import zipfile

import icalendar
import pytest
from markdown_it import MarkdownIt

from readiness.report.formats import FORMATS, plan_formats
from readiness.report.inputs import ReportInput
from readiness.report.register.layouts import CsvLayout
from readiness.workflows import assess, report_input
from tests.unit.report.poison import poisoned

ATTACK = (
    '=cmd|"/C calc"!A1 javascript:alert(1) file:///etc/evil http://evil.test/x [a](javascript:evil) '
    "![i](http://evil.test/i) <img src=http://evil.test/i> | c |\r\nBEGIN:VALARM\n::error::evil\n\x1b]8;;http://evil.test\x07"
)


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> ReportInput:
    """Return a report in which every text is the attack."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("READINESS_PLANNER", "ranked")
        return report_input(assess(str(poisoned(tmp_path_factory.mktemp("attacked"), ATTACK))), version="1.2.3")


def test_markdown_has_no_link_no_picture_no_html_and_no_code(attacked: ReportInput) -> None:
    text = FORMATS[".md"](attacked).decode()
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)
    inner = [part for token in tokens for part in [token, *(token.children or [])]]
    assert any("evil" in part.content for part in inner if part.type == "text")
    orders = {"link_open", "image", "html_inline", "html_block", "fence", "code_block", "code_inline"}
    assert orders.isdisjoint(part.type for part in inner)
    assert "\x1b" not in text


@pytest.mark.parametrize("suffix", [".docx", ".pptx", ".xlsx"])
def test_an_office_file_asks_nothing_outside_itself_and_has_no_foreign_field(
    attacked: ReportInput, suffix: str
) -> None:
    with zipfile.ZipFile(io.BytesIO(FORMATS[suffix](attacked))) as file:
        parts = {name: file.read(name).decode() for name in file.namelist() if name.endswith((".xml", ".rels"))}
    text = "".join(parts.values())
    assert "evil" in text
    assert 'TargetMode="External"' not in text
    fields = re.findall(r"<w:instrText[^>]*>([^<]*)<", text)
    assert [one for one in fields if "evil" in one or "calc" in one] == []
    assert [tag for tag in ("<f>", "altChunk", "ddeLink", "hlinkClick", "attachedTemplate") if tag in text] == []


@pytest.mark.parametrize("layout", CsvLayout)
def test_no_cell_of_a_table_begins_a_formula_or_another_row(attacked: ReportInput, layout: CsvLayout) -> None:
    rows = list(csv.reader(io.StringIO(plan_formats(layout)[".csv"](attacked).decode("utf-8-sig"), newline="")))
    cells = [cell for row in rows for cell in row]
    assert any("evil" in cell for cell in cells)
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    assert len({len(row) for row in rows}) == 1


def test_a_calendar_has_events_and_no_alarm(attacked: ReportInput) -> None:
    content = plan_formats()[".ics"](attacked)
    assert b"evil" in content
    calendar = icalendar.Calendar.from_ical(content)
    assert {str(part.name) for part in calendar.walk()} == {"VCALENDAR", "VEVENT"}
