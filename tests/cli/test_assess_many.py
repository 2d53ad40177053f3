"""`readiness assess -o out/` of a folder, of several files, and of one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import a_framework, an_assessment, write
from tests.cli.conftest import Readiness


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two assessments that can be scored, one below it, and a framework."""
    write(a_framework(), tmp_path)
    answers = write(an_assessment(dict.fromkeys(("d1-q1", "d1-q2", "d2-q1", "d2-q2"), 2)), tmp_path)
    for name in ("north", "south"):
        part = tmp_path / "all" / name
        part.mkdir(parents=True)
        write(a_framework(), part)
        (part / "answers.yaml").write_text(answers.read_text())
    return tmp_path / "all"


def test_each_report_stands_where_its_assessment_stood_and_a_failure_stops_no_other(
    readiness: Readiness, folder: Path
) -> None:
    (folder / "broken.yaml").write_text("readiness: assessment/1\nframework: {id: none, version: 1.0.0}\n")
    out = folder.parent / "new" / "out"
    code, said, err = readiness("assess", folder, "-o", out / "{name}.json", "--fail-under", "3")
    assert code == 2
    assert "2 of 3 assessments" in said
    assert sorted(str(file.relative_to(out)) for file in out.rglob("*.*")) == [
        "north/answers.json",
        "south/answers.json",
    ]
    assert "assessing: 3/3" in err
    assert f"{folder / 'broken.yaml'}:" in err
    assert err.count("the overall score is 2.0") == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "is a folder"),
        (("-o", "one.pdf"), "would be written for every assessment"),
        (("-o", "{name}.gif"), "no format has this suffix"),
        (("-o", "out/", "--output-format", "json"), "are for one assessment"),
        (("-", "-o", "out/"), "standard input is one assessment"),
        (("more.yaml",), "there are 2 things to assess"),
    ],
)
def test_what_cannot_be_done_for_a_folder_is_said_first(
    readiness: Readiness, folder: Path, arguments: tuple[str, ...], message: str
) -> None:
    code, _, err = readiness("assess", folder, *arguments)
    assert code == 2
    assert message in err


def test_assessments_that_differ_in_their_suffix_alone_are_not_written_over_each_other(
    readiness: Readiness, folder: Path
) -> None:
    (folder / "north" / "answers.yml").write_text((folder / "north" / "answers.yaml").read_text())
    code, _, err = readiness("assess", folder, "-o", f"{folder.parent}/out/")
    assert (code, "two outputs have the same name" in err) == (2, True)


def test_a_folder_without_assessments_is_named(readiness: Readiness, tmp_path: Path) -> None:
    write(a_framework(), tmp_path)
    code, _, err = readiness("assess", tmp_path, "-o", f"{tmp_path}/out/")
    assert (code, "holds no assessment" in err) == (2, True)


def test_files_are_told_apart_by_the_folders_that_they_lie_in(readiness: Readiness, folder: Path) -> None:
    files = [folder / name / "answers.yaml" for name in ("north", "south")]
    out = folder.parent / "out"
    code, said, err = readiness("assess", *files, "-o", out / "{name}.json")
    assert (code, "2 of 2 assessments" in said, "assessing: 2/2" in err) == (0, True, True)
    assert sorted(str(file.relative_to(out)) for file in out.rglob("*.json")) == [
        "north/answers.json",
        "south/answers.json",
    ]


def test_a_file_among_several_that_is_none_is_told_and_stops_no_other(readiness: Readiness, folder: Path) -> None:
    here = folder / "north" / "answers.yaml"
    code, said, err = readiness("assess", here, folder / "gone.yaml", "-o", folder / "out" / "{name}.json")
    assert (code, "1 of 2 assessments" in said) == (2, True)
    assert f"{folder / 'gone.yaml'}:" in err
    assert (folder / "out" / "north" / "answers.json").exists()


def test_the_report_of_one_file_takes_its_name_in_a_folder(readiness: Readiness, folder: Path) -> None:
    out = folder.parent / "new"
    code, said, _ = readiness(
        "assess", folder / "north" / "answers.yaml", "-o", out / "{name}.json", "-o", folder / "b.json"
    )
    assert (code, "Overall: 2.0 of 5" in said) == (0, True)
    assert (out / "answers.json").exists()
    assert (folder / "b.json").exists()
