"""The PDF: tagged, titled, closed to the world, and the same for the same input."""

from __future__ import annotations

import builtins
import io
import re
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pikepdf
import pytest

from readiness.errors import MissingLibrary
from readiness.report.formats import FORMATS
from readiness.report.html import Pages, render_pages
from readiness.report.pdf import write_pdf
from tests.builders import a_framework, a_gate, a_question, an_action, an_area
from tests.unit.report.given import a_report, a_rich_report, view_of


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return FORMATS[".pdf"](a_rich_report())


def test_it_is_a_tagged_pdf_ua_with_title_language_and_bookmarks(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        metadata = document.open_metadata()
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Sample: Sample Council"
        assert str(document.Root.Lang) == "en"
        assert bool(document.Root.MarkInfo.Marked)
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
        with document.open_outline() as outline:
            titles = [str(item.title) for item in outline.root]
    assert "Contents: What this report says" in titles
    assert any(title.startswith("Roadmap: ") for title in titles)


def test_every_picture_has_words_and_every_header_cell_a_scope(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        elements = [
            one for one in document.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/StructElem"
        ]
        figures = [one for one in elements if one.S == "/Figure"]
        headers = [one for one in elements if one.S == "/TH"]
        assert figures
        assert all(str(one.get("/Alt", "")) for one in figures)
        assert headers
        assert {str(one.A.Scope) for one in headers} == {"/Column", "/Row"}


def test_the_same_input_gives_the_same_bytes(pdf: bytes) -> None:
    assert FORMATS[".pdf"](a_rich_report()) == pdf


def test_it_carries_the_date_of_the_report_and_not_of_the_machine(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert str(document.docinfo["/CreationDate"]).startswith("D:20261120")
        assert str(document.docinfo["/ModDate"]).startswith("D:20261120")


@pytest.mark.parametrize(
    "address", ["file:///etc/hostname", "http://127.0.0.1:9/x.png", "asset:../paper.css", "data:image/svg+xml,<svg/>"]
)
def test_the_renderer_reaches_nothing_outside_the_report(address: str, caplog: pytest.LogCaptureFixture) -> None:
    html = (
        f'<html lang="en"><title>t</title><link rel="attachment" href="{address}"><img src="{address}" alt="x"><p>Text'
    )
    made = write_pdf(Pages(html, {}))
    assert b"EmbeddedFile" not in made
    assert "asks for nothing outside itself" in caplog.text


def test_words_in_any_script_find_a_glyph() -> None:
    text = "Ωμέγα Привет مرحبا שלום 😀 ✅ → ≥ ● ½"
    pages = render_pages(view_of(a_report({"d1-q1": {"level": 2, "note": text}})))
    with pikepdf.open(io.BytesIO(write_pdf(pages))) as document:
        fonts = {
            str(one.BaseFont)
            for one in document.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"
        }
    assert any("Other-Scripts" in font for font in fonts)
    assert any("Emoji" in font for font in fonts)
    assert not [font for font in fonts if not re.search("Source|Other-Scripts|Emoji|DejaVu-Sans$", font)]


def test_what_the_board_reads_first_stands_on_one_page() -> None:
    areas, actions = [], []
    for n in range(1, 13):
        name = f"{n}: insight, openness and participation"
        question = a_question(f"q{n}", topic=f"Ownership and quality rules {n}", why="A word about this " * 9)
        gates = [a_gate({"question": f"q{n}", "below": 2})]
        areas.append(an_area(f"d{n}", [question], title=name, gates=gates))
        title = f"Close shared and leftover accounts and give all their own {n}"
        cost = {"low": 100_000, "likely": 200_000, "high": 400_000}
        actions.append(
            an_action(f"do-{n}", {f"q{n}": 3}, title=title, cost=cost, needs=[f"do-{n - 1}"] if n > 1 else [])
        )
    roles = {"lead": "Head of communications and community services"}
    answers: dict[str, Any] = {f"q{n}": 1 for n in range(1, 12)}
    view = view_of(a_report(answers, a_framework(areas=areas, actions=actions, roles=roles), plan={"quarters": 12}))
    first = replace(view, sections=tuple(one for one in view.sections if one.kind in {"summary", "decisions"}))
    with pikepdf.open(io.BytesIO(write_pdf(render_pages(first)))) as document, document.open_outline() as outline:
        pages: list[Any] = [page.objgen for page in document.pages]
        starts: list[Any] = [item.destination for item in outline.root]
        where = [pages.index(start[0].objgen) for start in starts]
    assert where == [1, 2, 3]  # contents, summary, decisions


def test_a_missing_library_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    original = builtins.__import__

    def without_pango(name: str, *args: Any) -> Any:  # noqa: ANN401
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0': no such file\nand more")
        return original(name, *args)

    monkeypatch.setattr(builtins, "__import__", without_pango)
    with pytest.raises(MissingLibrary) as caught:
        write_pdf(Pages("<p>", {}))
    assert "libpango-1.0-0" in str(caught.value)
    assert "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in str(caught.value.hint)


def test_the_heavy_libraries_are_loaded_only_when_a_report_is_made() -> None:
    heavy = "('jinja2', 'weasyprint', 'pydyf')"
    code = f"import sys, readiness.report.formats; print([name for name in {heavy} if name in sys.modules])"
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert made.stdout.strip() == "[]"
