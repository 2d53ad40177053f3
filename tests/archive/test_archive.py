"""PDFs for archives and for everybody: veraPDF for both standards, and our own walk for what it cannot see."""

from __future__ import annotations

import hashlib
import itertools
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
from tests.builders import a_framework, a_question, an_area, an_assessment, write
from tests.unit.report.given import a_rich_framework

ROOT = Path(__file__).parents[2]
PDFS = ("report", "welsh", "workbook")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a report of all kinds of answers, the same in Welsh, and the pages of a framework."""
    folder = tmp_path_factory.mktemp("pdf")
    write(a_rich_framework(), folder)
    answers = {"locks": {"level": 1, "note": "Ωμέγα → ≥ ● 😀"}, "tools": {"done": ["a"]}, "skills": {"unknown": "No"}}
    assessed = assess(str(write(an_assessment(answers), folder)), planner=Planner.RANKED)
    for name, one in (("report", assessed), ("welsh", in_language(assessed, "cy"))):
        list(write_outputs(one, [str(folder / f"{name}.pdf")], version=__version__))
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
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert all(one.text for one in headings)


@pytest.mark.parametrize("name", PDFS)
def test_every_table_is_a_grid_under_headers(trees: Mapping[str, Element], name: str) -> None:
    for table in elements(trees[name], "Table"):
        rows = [list(elements(row, "TH", "TD")) for row in elements(table, "TR")]
        widths = {sum(int(cell.attributes.get("/ColSpan", 1)) for cell in row) for row in rows}
        assert len(widths) == 1, table.text[:200]
        assert any(cell.tag == "TH" for row in rows for cell in row), table.text[:200]


def test_every_chart_is_told_with_its_numbers(trees: Mapping[str, Element]) -> None:
    told = [one.alt for one in elements(trees["report"], "Figure")]
    charts = [alt for alt in told if alt[:1].isupper()]  # marks of a key, such as "a dark dot", are of no number
    assert len(charts) > 10
    assert [alt for alt in charts if not re.search(r"\d", alt)] == []


def test_the_report_is_heard_in_the_order_in_which_it_is_to_be_read(trees: Mapping[str, Element]) -> None:
    heard = trees["report"].text
    assert heard.startswith("Sample Council Sample Where the agency stands")
    titles = [one.text for one in elements(trees["report"], "H2")]
    assert titles[0].startswith("Only 2 of 7 questions are answered")
    assert titles[1] == "What this report says"
    assert titles[-1] == "All 7 questions, each with its answer in a line"


def test_nothing_is_read_aloud_that_nobody_sees(trees: Mapping[str, Element]) -> None:
    cover = trees["report"].text.partition("Executive summary")[0]
    assert cover.count("Sample Council") == 1


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


def test_two_machines_with_other_fonts_make_the_same_bytes(tmp_path: Path) -> None:
    write(a_framework(areas=[an_area("d1", [a_question("q1")])]), tmp_path)
    answers = write(an_assessment({"q1": {"level": 2, "note": "Ωμέγα → ≥ ● 😀"}}), tmp_path)
    made = {}
    for environment in machines(tmp_path):
        command = [sys.executable, "-c", MAKES, str(answers)]
        ran = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=tmp_path, check=True)
        made[environment["TZ"]] = ran.stdout
    assert len(set(made.values())) == 1, made
    assert len(made["UTC"]) == len(hashlib.sha256().hexdigest())
