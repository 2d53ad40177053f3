"""Themes: what a file says is on the pages of every format, and in its colours."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PIL import Image

from readiness.report.formats import FORMATS
from readiness.report.html import render_html, render_pages
from readiness.report.inputs import ReportInput
from readiness.report.large_print import in_large_print
from readiness.report.painting import painting
from readiness.report.view import build_view
from readiness.workflows import theme_look
from tests.unit.report.given import a_rich_report

THEME = """\
readiness: theme/1
title: Northmere
logo: {file: arms.png, alt: Arms of <Northmere> & "Co"}
hues: {main: "#7A1F3D", accent: "#1F6F78"}
marking: OFFICIAL & <b>
footer: For the board & <b>
wording: {cover-line: Ready & <b>, contact: desk@northmere.example}
"""
OURS = {"0E4A73", "B54B06", "0B2D48", "37739C", "82AECC", "BCD3E3"}


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> ReportInput:
    folder = tmp_path_factory.mktemp("theme")
    (folder / "theme.yaml").write_text(THEME, encoding="utf-8")
    Image.new("RGB", (400, 100), "#7A1F3D").save(folder / "arms.png")
    return replace(a_rich_report(), look=theme_look(str(folder / "theme.yaml")))


@pytest.fixture(scope="module")
def office(given: ReportInput) -> dict[str, dict[str, str]]:
    """Return the XML parts of each office file."""
    return {suffix: dict(parts(FORMATS[suffix](given))) for suffix in (".docx", ".pptx", ".xlsx")}


def parts(content: bytes) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            if name.endswith(".xml"):
                yield name, package.read(name).decode()


def test_a_page_in_a_browser_has_all_that_the_theme_says(given: ReportInput) -> None:
    page = FORMATS[".html"](given).decode()
    assert page.count("OFFICIAL &amp; &lt;b&gt;") == 1
    assert "Ready &amp; &lt;b&gt;" in page
    assert "desk@northmere.example" in page
    assert 'alt="Arms of &lt;Northmere&gt; &amp; &#34;Co&#34;"' in page
    assert "img-src data:;" in page
    assert re.findall(r'src="?(\w+:)', page) == ["data:"]


def test_pages_on_paper_have_all_that_the_theme_says(given: ReportInput) -> None:
    with painting(given.look.palette):
        pages = render_pages(build_view(given, printed=True))
    assert 'data-foot="For the board &amp; &lt;b&gt;"' in pages.html
    assert 'data-marking="OFFICIAL &amp; &lt;b&gt;"' in pages.html
    assert 'src="asset:logo.png"' in pages.html
    assert "width:46.00mm;height:11.50mm" in pages.html
    assert list(pages.pictures) == ["asset:logo.png"]


def test_no_colour_of_ours_is_left_in_another_palette(given: ReportInput, office: dict[str, dict[str, str]]) -> None:
    document, slides = ("".join(office[suffix].values()) for suffix in (".docx", ".pptx"))
    for said in (FORMATS[".html"](given).decode(), document, slides):
        assert "7A1F3D" in said
        assert {colour for colour in OURS if colour in said.upper()} == set()


def test_the_marking_comes_first_in_markdown(given: ReportInput) -> None:
    assert FORMATS[".md"](given).decode().startswith("**OFFICIAL & \\<b\\>**\n\n# ")


def test_without_a_theme_nothing_of_it_is_there() -> None:
    page = FORMATS[".html"](a_rich_report()).decode()
    assert "img-src" not in page
    assert "<aside class=marking" not in page
    assert "0E4A73" in page


def test_office_files_have_marking_footer_and_logo(office: dict[str, dict[str, str]]) -> None:
    document, slides, book = office.values()
    headers = [text for name, text in document.items() if "header" in name]
    assert headers
    assert all("OFFICIAL &amp; &lt;b&gt;" in text for text in headers)
    assert 'descr="Arms of &lt;Northmere&gt; &amp; &quot;Co&quot;"' in document["word/document.xml"]
    assert 'descr="Arms of &lt;Northmere&gt; &amp; &quot;Co&quot;"' in slides["ppt/slides/slide1.xml"]
    shown = [text for name, text in slides.items() if name.startswith("ppt/slides/slide")]
    assert all("OFFICIAL &amp; &lt;b&gt;" in text for text in shown)
    sheets = [text for name, text in book.items() if name.startswith("xl/worksheets/sheet")]
    assert all("<oddHeader>&amp;C OFFICIAL &amp;&amp; &lt;b&gt;</oddHeader>" in text for text in sheets)


# --- large print --------------------------------------------------------------------------------------------------


def test_a_table_becomes_a_list_with_everything_that_it_says() -> None:
    page = (
        "<!DOCTYPE html><html><body><table class=scores><caption>Scores</caption>"
        "<thead><tr><th>No.</th><th>Area</th><th>Score</th><th class=strip>1 2</th><th>Gap</th></tr></thead><tbody>"
        "<tr class=group><th colspan=5>Group</th></tr>"
        "<tr><td id=action-A1>A1</td><th>Data <b>first</b></th><td class=n>2.0</td>"
        "<td class=strip><img alt='2.0 of 5'></td><td></td></tr></tbody></table></body></html>"
    )
    said = in_large_print(page)
    assert "<table" not in said
    assert '<div class="record group"><div class="name">Group</div></div>' in said
    assert '<div class="record" id="action-A1"><div class="name">A1 Data <b>first</b></div>' in said
    assert '<span class="head">Score</span><div class="value n">2.0</div>' in said
    assert '<img alt="2.0 of 5">' in said
    assert "Gap" not in said, "an empty cell says nothing"


def test_a_bar_in_time_becomes_its_words() -> None:
    page = (
        "<html><body><table class=gantt><thead><tr><th>Action</th><th class=strip>Q1 Q2</th></tr></thead><tbody>"
        "<tr><th>Locks</th><td class=strip><img alt='Q1 2027, 5 days'></td></tr></tbody></table></body></html>"
    )
    assert '<div class="value strip"><div>Q1 2027, 5 days</div></div>' in in_large_print(page)


def test_large_print_says_all_that_the_other_size_says(given: ReportInput) -> None:
    view = build_view(given, printed=True)

    def words(page: str, *more: str) -> set[str]:
        from lxml import html

        cells = html.document_fromstring(page).body.iter("td", "p", "dd", "h2", "h3", *more)
        return {word for cell in cells for text in cell.itertext() for word in text.split()}

    assert words(render_pages(view).html) <= words(render_pages(view, large=True).html, "div")


def test_large_print_in_a_browser_has_no_letter_below_16_points(given: ReportInput) -> None:
    page = render_html(build_view(replace(given, look=replace(given.look, is_large=True)), on_screen=True))
    style = page.partition("<style>")[2].partition("</style>")[0]
    root = float(re.findall(r"html\{font-size:([\d.]+)px\}", style)[0])
    smaller = {float(size) for size in re.findall(r"font-size:(0?\.\d+)rem", style)}
    overridden = {0.72, 0.8}
    assert min(smaller - overridden) * root >= 16 * 4 / 3
