"""The report as a document for a word processor, read back with python-docx."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.shared import RGBColor

from readiness.report.document.styles import reference_template
from readiness.report.document.write import write_document
from readiness.report.formats import FORMATS
from readiness.report.html import render_pages
from readiness.report.inputs import ReportInput
from readiness.report.view import build_view
from tests.unit.report.office import EVERY_SHAPE, HOSTILE, from_the_right, hostile, rich

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


@cache
def document(make: Callable[[], ReportInput]) -> Document:
    return docx.Document(io.BytesIO(FORMATS[".docx"](make())))


def whole_text(made: Document) -> str:
    return "\n".join("".join(part.itertext(f"{W}t")) for part in made.element.body.iter(f"{W}p"))


def attributes(made: Document, element: str, name: str) -> list[str]:
    return [found.get(name) for found in made.element.body.iter(element)]


def test_chapters_are_headings_with_what_was_found() -> None:
    heads = [one.text.split("\n") for one in document(rich).paragraphs if one.style and one.style.name == "Heading 1"]
    view = build_view(rich(), printed=True)
    assert heads == [[section.kicker, section.title] for section in view.sections]


def test_no_heading_skips_a_level() -> None:
    levels = [
        int(one.style.name[-1])
        for one in document(rich).paragraphs
        if one.style and str(one.style.name).startswith("Heading ")
    ]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_tables_of_the_document_are_those_on_paper() -> None:
    printed = render_pages(build_view(rich(), printed=True)).html
    captions = re.findall(r'<caption class="unseen">([^<]+)</caption>', printed)
    said = [re.sub(r"^Table \d+: ", "", one.text) for one in document(rich).paragraphs if one.text.startswith("Table ")]
    assert said == [html.unescape(caption) for caption in captions if not caption.startswith("Chapters")]


def test_tables_and_figures_are_numbered_by_fields_in_their_order() -> None:
    captions = [one.text for one in document(rich).paragraphs if one.style and one.style.name == "Caption"]
    for kind in ("Table", "Figure"):
        numbers = [int(found[1]) for text in captions if (found := re.match(rf"{kind} (\d+): .", text))]
        assert numbers == list(range(1, len(numbers) + 1))
        assert numbers
    codes = "".join("".join(one.itertext()) for one in document(rich).element.body.iter(f"{W}instrText"))
    assert codes.count("SEQ Table") == len(document(rich).tables)


def test_the_first_row_of_every_table_is_repeated_on_the_next_page() -> None:
    for table in document(rich).tables:
        repeated = [row._tr.trPr is not None and row._tr.trPr.find(f"{W}tblHeader") is not None for row in table.rows]  # noqa: SLF001
        assert repeated == [True] + [False] * (len(table.rows) - 1)


def test_a_table_has_the_numbers_of_the_result() -> None:
    heads = ["Dimension", "Score", "Range", "", "Target", "Gap"]
    table = next(one for one in document(rich).tables if [c.text for c in one.rows[0].cells][::5] == heads[::5])
    overall = [cell.text for cell in table.rows[-1].cells]
    score = rich().scorecard.root.score
    assert score is not None
    assert overall[0] == "Overall"
    assert abs(float(overall[1]) - float(score)) <= 0.1


def test_every_drawing_says_what_it_shows_and_has_a_number_of_its_own() -> None:
    words, numbers = (attributes(document(rich), DRAWING, name) for name in ("descr", "id"))
    assert all(words)
    assert len(set(numbers)) == len(numbers) > 10
    assert any(re.search(r"score \d\.\d", word) for word in words)


def test_the_contents_are_a_field_that_leads_to_every_chapter() -> None:
    made = document(rich)
    codes = ["".join(one.itertext()) for one in made.element.body.iter(f"{W}instrText")]
    assert sum(code.startswith(" TOC ") for code in codes) == 1
    marks = set(attributes(made, f"{W}bookmarkStart", f"{W}name"))
    assert set(attributes(made, f"{W}hyperlink", f"{W}anchor")) <= marks
    assert {f"_{section.id.replace('-', '_')}" for section in build_view(rich(), printed=True).sections} <= marks


def test_it_says_whose_it_is_in_which_language_and_of_which_day() -> None:
    core = document(rich).core_properties
    assert (core.title, core.author, core.language) == ("Sample", "Sample Council", "en")
    assert core.created is not None
    assert f"{core.created:%Y-%m-%d}" == "2026-11-20"
    assert 'w:lang w:val="en"' in document(rich).styles.element.xml.replace('w:eastAsia="en-US" ', "")


def test_every_page_but_the_first_has_a_number() -> None:
    section = document(rich).sections[0]
    assert section.different_first_page_header_footer
    assert "PAGE" in section.footer._element.xml  # noqa: SLF001
    assert not section.first_page_footer.paragraphs[0].text


def test_a_wide_chapter_lies_on_its_side_and_the_next_one_stands() -> None:
    ways = [section.page_width > section.page_height for section in document(rich).sections]  # type: ignore[operator]
    assert True in ways
    assert ways[0] is False


def test_text_of_others_is_nothing_but_text() -> None:
    made = document(hostile)
    assert HOSTILE in whole_text(made)
    assert not [one for one in attributes(made, f"{W}hyperlink", f"{W}anchor") if "cmd" in one]


def test_a_document_from_the_right_has_paragraphs_and_tables_from_the_right() -> None:
    made = document(from_the_right)
    assert all(one.tblPr.find(f"{W}bidiVisual") is not None for one in made.element.body.iter(f"{W}tbl"))
    title = next(one for one in made.paragraphs if one.style and one.style.name == "Title")
    assert title._p.pPr is not None  # noqa: SLF001
    assert title._p.pPr.find(f"{W}bidi") is not None  # noqa: SLF001
    assert title._p.find(f"{W}r/{W}rPr/{W}rtl") is not None  # noqa: SLF001


@pytest.mark.parametrize("make", EVERY_SHAPE)
def test_columns_fill_the_page_and_no_more(make: Callable[[], ReportInput]) -> None:
    for table in document(make).tables:
        width = sum(column.width.mm for column in table.columns if column.width)
        assert width == pytest.approx(174, abs=1) or width == pytest.approx(261, abs=1)
        assert all(column.width and column.width.mm > 4 for column in table.columns)


def test_the_same_report_is_the_same_bytes() -> None:
    assert FORMATS[".docx"](rich()) == FORMATS[".docx"](rich())


def test_styles_come_from_a_template_of_the_user() -> None:
    template: Any = docx.Document(io.BytesIO(reference_template()))
    template.styles["Heading 1"].font.color.rgb = RGBColor(0x11, 0x22, 0x33)
    stream = io.BytesIO()
    template.save(stream)
    made: Any = docx.Document(io.BytesIO(write_document(build_view(rich()), stream.getvalue())))
    assert str(made.styles["Heading 1"].font.color.rgb) == "112233"
