"""`readiness frameworks ID -o FILE`: a framework for the people of a workshop."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import a_framework, write
from tests.cli.conftest import Readiness


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a framework in it."""
    write(a_framework(1, 1), tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_it_is_written_as_html_and_pdf_by_suffix(readiness: Readiness, folder: Path) -> None:
    code, out, err = readiness("frameworks", "sample", "-o", "book.html", "-o", "book.PDF")
    assert (code, out, err) == (0, "Written: book.html, book.PDF\n", "writing book.PDF …\n")
    assert (folder / "book.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert (folder / "book.PDF").read_bytes().startswith(b"%PDF-")


def test_a_file_that_is_there_is_replaced_whole(readiness: Readiness, folder: Path) -> None:
    (folder / "book.html").write_text("old", encoding="utf-8")
    assert readiness("frameworks", "sample.yaml", "-o", "book.html").code == 0
    assert "old" not in (folder / "book.html").read_text(encoding="utf-8")[:50]
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("outputs", "message"),
    [
        (["book.json"], "book.json: no format has this suffix\nhelp: the suffixes are .pdf, .html\n"),
        (["none/book.html"], "none/book.html cannot be written: there is no folder none\nhelp: make it first\n"),
        (["a.html", "./a.html"], "two outputs have the same name\n"),
    ],
)
def test_outputs_that_cannot_be_are_refused_before_any_work(
    readiness: Readiness, outputs: list[str], message: str
) -> None:
    options = [word for name in outputs for word in ("-o", name)]
    assert readiness("frameworks", "no-such-framework", *options) == (2, "", f"error: {message}")


@pytest.mark.usefixtures("folder")
def test_a_workbook_needs_a_framework_that_exists(readiness: Readiness) -> None:
    code, out, err = readiness("frameworks", "-o", "book.html")
    assert (code, out) == (2, "")
    assert err == "error: -o needs a framework\nhelp: readiness frameworks ID -o book.html\n"
    assert readiness("frameworks", "sampel", "-o", "book.html").err.endswith("help: did you mean sample?\n")


@pytest.mark.usefixtures("folder")
def test_a_crosswalk_is_not_written(readiness: Readiness) -> None:
    code, out, err = readiness("frameworks", "sample", "--references", "list", "-o", "book.html")
    assert (code, out) == (2, "")
    assert err.startswith("error: --references and -o do not go together\n")


def test_a_framework_with_errors_makes_no_workbook(readiness: Readiness, folder: Path) -> None:
    write(a_framework(1, 1, roles=None, language=None), folder)
    code, out, err = readiness("frameworks", "sample", "-o", "book.html")
    assert (code, out) == (2, "")
    assert "RF007" in err
    assert not (folder / "book.html").exists()
