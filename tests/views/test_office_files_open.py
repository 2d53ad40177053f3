"""LibreOffice opens what is written for office programs, and shows what the report says."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from readiness.report.formats import FORMATS
from readiness.report.view import build_view
from tests.office import LibreOffice
from tests.unit.report.office import rich

SUFFIXES = ("docx", "pptx", "xlsx")


@pytest.fixture(scope="module")
def pages(libreoffice: LibreOffice, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Return the text of every page, by the suffix of the file that it was made from."""
    folder = tmp_path_factory.mktemp("office")
    files = [folder / f"{suffix}.{suffix}" for suffix in SUFFIXES]
    for file in files:
        file.write_bytes(FORMATS[file.suffix](rich()))
    return {pdf.stem: _pages(pdf) for pdf in libreoffice.convert(files, "pdf", folder)}


def _pages(pdf: Path) -> list[str]:
    done = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True, text=True)  # noqa: S607
    return [" ".join(page.split()) for page in done.stdout.split("\f")[:-1]]


def test_every_chapter_is_found_in_the_document(pages: dict[str, list[str]]) -> None:
    text = " ".join(pages["docx"])
    assert [one.title for one in build_view(rich(), printed=True).sections if one.title not in text] == []


def test_no_page_of_the_document_is_empty_or_without_its_number(pages: dict[str, list[str]]) -> None:
    for number, page in enumerate(pages["docx"][1:], 2):
        assert len(page) > 60
        assert f" {number}" in page


def test_each_slide_is_one_page_that_begins_with_its_subject_or_title(pages: dict[str, list[str]]) -> None:
    assert len(pages["pptx"]) == 10
    assert "Executive summary" in pages["pptx"][1]


def test_the_sheets_are_printed_with_their_heads_and_numbers_of_pages(pages: dict[str, list[str]]) -> None:
    assert any("Exact score" in page for page in pages["xlsx"])
    assert all(page.endswith(f"{number}/{len(pages['xlsx'])}") for number, page in enumerate(pages["xlsx"], 1))
