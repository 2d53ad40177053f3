"""PDFs for archives and for everybody: veraPDF for both standards, and our own walk for what it cannot see."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pikepdf
import pytest

from readiness import __version__
from readiness.roadmap.planners import Planner
from readiness.workflows import assess, in_language, workbook, write_outputs, write_workbook
from tests.archive.tags import Element, elements, structure
from tests.archive.verapdf import Validator
from tests.builders import an_assessment, write
from tests.unit.report.given import a_rich_framework

ROOT = Path(__file__).parents[2]
PDFS = ("inspectorate", "rich", "welsh", "workbook")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the report of an example, of all kinds of answers, of one in Welsh, and a framework's."""
    folder = tmp_path_factory.mktemp("pdf")
    example = assess(str(ROOT / "examples" / "inspectorate" / "assessment.yaml"), planner=Planner.RANKED)
    write(a_rich_framework(), folder)
    answers = {"locks": {"level": 1, "note": "Ωμέγα → ≥ ● 😀"}, "tools": {"done": ["a"]}, "skills": {"unknown": "No"}}
    rich = assess(str(write(an_assessment(answers), folder)), planner=Planner.RANKED)
    for name, assessed in (("inspectorate", example), ("rich", rich), ("welsh", in_language(rich, "cy"))):
        list(write_outputs(assessed, [str(folder / f"{name}.pdf")], version=__version__))
    book, _ = workbook(str(folder / "sample.yaml"))
    list(write_workbook(book, [str(folder / "workbook.pdf")], version=__version__))
    return folder


@pytest.fixture(scope="module")
def trees(folder: Path) -> Mapping[str, Element]:
    def tree(name: str) -> Element:
        with pikepdf.open(folder / f"{name}.pdf") as pdf:
            return structure(pdf)

    return {name: tree(name) for name in PDFS}


def test_verapdf_finds_every_pdf_to_be_pdf_a_3a_and_pdf_ua_1(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    found = Validator(tmp_path_factory.mktemp("java")).findings([folder / f"{name}.pdf" for name in PDFS])
    assert found == {f"{name}.pdf": ["PDFA-3A: compliant", "PDFUA-1: compliant"] for name in PDFS}


def test_qpdf_finds_nothing_to_mend(folder: Path) -> None:
    for name in PDFS:
        with pikepdf.open(folder / f"{name}.pdf") as pdf:
            assert pdf.check_pdf_syntax() == []


# --- what veraPDF cannot see ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PDFS)
def test_headings_skip_no_level_and_none_is_empty(trees: Mapping[str, Element], name: str) -> None:
    headings = list(elements(trees[name], "H1", "H2", "H3", "H4", "H5", "H6"))
    levels = [int(one.tag[1]) for one in headings]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))
    assert all(one.text for one in headings)


@pytest.mark.parametrize("name", PDFS)
def test_every_table_is_a_grid_under_headers(trees: Mapping[str, Element], name: str) -> None:
    for table in elements(trees[name], "Table"):
        rows = [list(elements(row, "TH", "TD")) for row in elements(table, "TR")]
        widths = {sum(int(cell.attributes.get("/ColSpan", 1)) for cell in row) for row in rows}
        assert len(widths) == 1, table.text[:200]
        assert any(cell.tag == "TH" for row in rows for cell in row), table.text[:200]


@pytest.mark.parametrize("name", ["inspectorate", "rich"])
def test_every_picture_with_a_scale_is_told_with_its_numbers(trees: Mapping[str, Element], name: str) -> None:
    figures = [one for one in elements(trees[name], "Figure") if len(one.alt.split()) > 3]
    assert figures
    without = [one.alt for one in figures if not re.search(r"\d", one.alt)]
    assert {alt for alt in without if not _says_there_is_none(alt)} == set()


def _says_there_is_none(alt: str) -> bool:
    return re.search(r"no(t| |ne|thing)|key|target|score|interval", alt, re.IGNORECASE) is not None


def test_a_reader_hears_the_summary_before_the_chapters_and_the_annexes_last(trees: Mapping[str, Element]) -> None:
    heard = trees["inspectorate"].text
    places = [heard.index(words) for words in ("What this report says", "Annex A", "Annex B", "Annex C")]
    assert places == sorted(places)
    titles = [one.text for one in elements(trees["inspectorate"], "H1", "H2")]
    assert len(titles) == len(set(titles))


# --- the same bytes everywhere ----------------------------------------------------------------------------------

MAKES = """
import hashlib, sys
from readiness.report.formats import FORMATS
from readiness.workflows import assess, report_input
sys.stdout.write(hashlib.sha256(FORMATS[".pdf"](report_input(assess(sys.argv[1]), version="1"))).hexdigest())
"""
NO_FONTS = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig></fontconfig>'
OTHER_FONTS = f"""<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>
<dir>{ROOT / "templates" / "fonts"}</dir><dir>/usr/share/fonts</dir>
<match target="pattern"><edit name="family" mode="assign" binding="strong"><string>DejaVu Sans</string></edit></match>
<match target="font"><edit name="embolden" mode="assign"><bool>true</bool></edit></match>
</fontconfig>"""


def machines(folder: Path) -> Iterator[dict[str, str]]:
    """Yield the environments of two machines that have nothing in common but the tool and the programs it stands on."""
    for number, (fonts, zone, language) in enumerate(((NO_FONTS, "UTC", "C"), (OTHER_FONTS, "Asia/Tokyo", "C.UTF-8"))):
        home = folder / f"home-{number}"
        home.mkdir()
        (home / "fonts.conf").write_text(fonts, encoding="utf-8")
        yield {
            "FONTCONFIG_FILE": str(home / "fonts.conf"),
            "HOME": str(home),
            "LANG": language,
            "LC_ALL": language,
            "PATH": os.environ["PATH"],
            "PYTHONHASHSEED": str(number),
            "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), *sys.path]),
            "READINESS_PLANNER": "ranked",
            "TZ": zone,
            "XDG_CACHE_HOME": str(home / "cache"),
        }


def test_two_machines_with_other_fonts_make_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    made = {}
    for environment in machines(tmp_path):
        command = [sys.executable, "-c", MAKES, str(folder / "assessment.yaml")]
        ran = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=tmp_path, check=True)
        made[environment["TZ"]] = ran.stdout
    assert len(set(made.values())) == 1, made
    assert len(made["UTC"]) == len(hashlib.sha256().hexdigest())
