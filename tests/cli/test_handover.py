"""`readiness plan -o`: the plan for spreadsheets, calendars and trackers."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.builders import a_framework, an_action, an_assessment, write
from tests.cli.conftest import Readiness


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    write(a_framework(1, actions=[an_action("lock", {"d1-q1": 3})]), tmp_path)
    return write(an_assessment({"d1-q1": 1, "d1-q2": 3}), tmp_path)


def first_line(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return next(csv.reader(stream))


def test_every_format_is_written_and_named(readiness: Readiness, answers: Path, tmp_path: Path) -> None:
    files = [tmp_path / f"plan{suffix}" for suffix in (".csv", ".xlsx", ".ics", ".json")]
    code, out, err = readiness("plan", answers, *(part for file in files for part in ("-o", file)))
    assert (code, err) == (0, "")
    assert "Written: " in out
    assert files[0].read_bytes().startswith(b'\xef\xbb\xbf"Number"')
    assert files[1].read_bytes().startswith(b"PK")
    assert files[2].read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert json.loads(files[3].read_text(encoding="utf-8"))["roadmap"]["actions"][0]["id"] == "lock"


@pytest.mark.parametrize(
    ("options", "heading"),
    [((), "Number"), (("--csv-for", "jira"), "Summary"), (("--csv-for", "github"), "title")],
)
def test_an_option_says_whom_a_csv_file_is_for(
    readiness: Readiness, answers: Path, tmp_path: Path, options: tuple[str, ...], heading: str
) -> None:
    assert readiness("plan", answers, "-o", tmp_path / "plan.csv", *options).code == 0
    assert first_line(tmp_path / "plan.csv")[0] == heading


def test_the_option_without_a_csv_file_is_refused(readiness: Readiness, answers: Path, tmp_path: Path) -> None:
    code, out, err = readiness("plan", answers, "-o", tmp_path / "plan.ics", "--csv-for", "jira")
    assert (code, out) == (2, "")
    assert "error: --csv-for: no .csv file is written\nhelp: -o actions.csv --csv-for jira\n" in err
    assert not (tmp_path / "plan.ics").exists()


def test_a_suffix_that_no_format_has_is_refused_before_any_work(readiness: Readiness, tmp_path: Path) -> None:
    code, _, err = readiness("plan", tmp_path / "missing.yaml", "-o", tmp_path / "plan.pdf")
    assert code == 2
    assert "help: the suffixes are .csv, .xlsx, .ics, .json\n" in err


def test_a_spreadsheet_can_be_in_another_language(readiness: Readiness, answers: Path, tmp_path: Path) -> None:
    files = (tmp_path / "plan.csv", tmp_path / "plan.json", tmp_path / "english.json")
    assert readiness("plan", answers, "-o", files[0], "-o", files[1], "--language", "cy").code == 0
    assert first_line(files[0])[:3] == ["Rhif", "Id", "Cam"]
    readiness("plan", answers, "-o", files[2])
    assert files[1].read_bytes() == files[2].read_bytes()


def test_a_language_without_a_file_is_refused(readiness: Readiness, answers: Path) -> None:
    code, out, err = readiness("plan", answers, "--language", "cy")
    assert (code, out) == (2, "")
    assert "error: --language: no file is written\nhelp: -o plan.xlsx --language cy\n" in err


def test_json_for_a_program_stays_json(readiness: Readiness, answers: Path, tmp_path: Path) -> None:
    code, out, err = readiness("plan", answers, "-o", tmp_path / "plan.csv", "--output-format", "json")
    assert code == 0
    assert json.loads(out)
    assert "Written: " in err


def test_what_changes_the_plan_changes_the_files(readiness: Readiness, answers: Path, tmp_path: Path) -> None:
    plan = tmp_path / "plan.csv"
    readiness("plan", answers, "-o", plan, "--delay", "1")
    with plan.open(encoding="utf-8-sig", newline="") as stream:
        (line,) = csv.DictReader(stream)
    assert line["Start"] == "2027-04-01"


def test_a_plan_that_cannot_be_leaves_the_files_as_they_were(
    readiness: Readiness, answers: Path, tmp_path: Path
) -> None:
    plan = tmp_path / "plan.csv"
    plan.write_text("mine", encoding="utf-8")
    limits = {"capacity-days-a-quarter": {"*": 1}}
    write(an_assessment({"d1-q1": 1, "d1-q2": 3}, plan=limits), answers.parent)
    assert readiness("plan", answers, "-o", plan).code == 3
    assert plan.read_text(encoding="utf-8") == "mine"
