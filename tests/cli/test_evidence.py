"""`readiness evidence`: what backs the answers, whether it still does, and the zip for the auditor."""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from readiness.workflows import packing, schema
from tests.builders import a_framework, a_question, an_area, an_assessment, write
from tests.cli.conftest import Readiness

MINUTES = b"%PDF-1.7 minutes\n"
DIGEST = hashlib.sha256(MINUTES).hexdigest()


def answers(folder: Path, *pieces: dict[str, Any], level: int = 4, **keys: object) -> Path:
    """Write a framework that wants evidence from level 3, valid for 12 months, and answers with these pieces."""
    rule = {"required-from": 3, "valid-for-months": 12, "expect": ["board minutes"]}
    areas = [an_area("d1", [a_question("q1", evidence=rule), a_question("q2")])]
    write(a_framework(areas=areas), folder)
    q1 = {"level": level, "evidence": list(pieces)} if pieces else {"level": level}
    return write(an_assessment({"q1": q1, "q2": 3}, **keys), folder)


def dated(day: str = "2026-09-01", **keys: object) -> dict[str, Any]:
    return {"title": "Minutes", "dated": day, **keys}


def states(readiness: Readiness, *arguments: object) -> list[tuple[str, str, str | None]]:
    said = json.loads(readiness("evidence", *arguments, "--output-format", "json").out)
    Draft202012Validator(schema("evidence")).validate(said)
    return [(one["dates"], one["file"], one["reason"]) for one in said["evidence"]]


# --- dates ------------------------------------------------------------------------------------------------------


def test_evidence_in_date_is_in_order(readiness: Readiness, tmp_path: Path) -> None:
    ran = readiness("evidence", answers(tmp_path, dated(ref="BM/2026/14")))
    assert ran.code == 0
    assert ran.err == ""
    assert ran.out.splitlines() == [
        "Sample Council, evidence as of 2026-11-20",
        "",
        "  Topic of q1 (q1)",
        "  E1  Minutes (BM/2026/14)",
        "      in date until 2027-09-01; reference number",
        "",
        "1 piece of evidence: 1 in date.",
    ]


@pytest.mark.parametrize(
    ("piece", "expected", "code"),
    [
        (dated("2026-02-19"), "in date", 0),  # holds until 91 days after the day
        (dated("2026-02-18"), "expiring", 0),
        (dated("2025-11-20"), "expiring", 0),  # to the day
        (dated("2025-11-19"), "stale", 1),
        (dated("2026-11-21"), "not yet valid", 1),
        ({"title": "Minutes"}, "no date", 1),
        ({"title": "Minutes", "valid-until": "2026-12-31"}, "expiring", 0),
    ],
)
def test_what_the_dates_come_to(
    readiness: Readiness, tmp_path: Path, piece: dict[str, Any], expected: str, code: int
) -> None:
    path = answers(tmp_path, piece)
    assert states(readiness, path) == [(expected, "no place named", None)]
    assert readiness("evidence", path).code == code


def test_another_day_and_another_span_can_be_asked_for(readiness: Readiness, tmp_path: Path) -> None:
    path = answers(tmp_path, dated("2026-09-01"))
    assert states(readiness, path, "--within", "285")[0][0] == "expiring"
    assert states(readiness, path, "--as-of", "2027-09-02")[0][0] == "stale"


def test_an_answer_without_the_evidence_that_it_needs_is_named(readiness: Readiness, tmp_path: Path) -> None:
    ran = readiness("evidence", answers(tmp_path))
    assert ran.code == 1
    assert "  - Topic of q1 (q1). Expected: board minutes." in ran.out
    assert "The answers name no evidence." in ran.out
    assert "--exit-zero" in ran.err
    assert readiness("evidence", tmp_path / "assessment.yaml", "--exit-zero").code == 0
    assert readiness("evidence", answers(tmp_path, level=2)).code == 0


# --- files ------------------------------------------------------------------------------------------------------


def test_a_file_is_compared_with_its_digest_when_asked(readiness: Readiness, tmp_path: Path) -> None:
    path = answers(tmp_path, dated(ref="docs/minutes.pdf", sha256=DIGEST))
    file = tmp_path / "docs" / "minutes.pdf"
    assert states(readiness, path, "--verify") == [("in date", "missing file", None)]
    file.parent.mkdir()
    file.write_bytes(MINUTES)
    assert states(readiness, path) == [("in date", "digest not checked", None)]
    assert "--verify does that" in readiness("evidence", path).out
    assert states(readiness, path, "--verify") == [("in date", "unchanged", None)]
    file.write_bytes(MINUTES + b" ")
    assert states(readiness, path, "--verify") == [("in date", "digest changed", None)]
    assert readiness("evidence", path, "--verify").code == 1


@pytest.mark.parametrize(
    ("ref", "state"),
    [
        ("https://example.org/../minutes", "link not checked"),
        ("www.example.org", "link not checked"),
        ("IFH/2026/12.3", "reference number"),
        ("gone.pdf", "missing file"),
        (r"docs\minutes.pdf", "no digest"),
        ("docs", "reference number"),
    ],
)
def test_what_a_reference_is_taken_for(readiness: Readiness, tmp_path: Path, ref: str, state: str) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "minutes.pdf").write_bytes(MINUTES)
    assert states(readiness, answers(tmp_path, dated(ref=ref)), "--verify") == [("in date", state, None)]


@pytest.mark.parametrize(
    ("ref", "reason"),
    [
        ("../secret.pdf", "it leads out of the folder"),
        (r"docs\..\..\secret.pdf", "it leads out of the folder"),
        ("/etc/passwd", "it is an absolute name, which may lead anywhere"),
        (r"C:\secret.pdf", "it is an absolute name, which may lead anywhere"),
        ("C:secret.pdf", "it is an absolute name, which may lead anywhere"),
        (r"\\server\share\secret.pdf", "it names another machine"),
        ("//server/share/secret.pdf", "it names another machine"),
        ("file:///etc/passwd", "it is a file: address, which may lead anywhere"),
        ("NUL.pdf", "Windows keeps that name for a device"),
        (".git/config", "it is a hidden file"),
        ("link.pdf", "a symbolic link leads out of the folder"),
        ("pipe.pdf", "it is no ordinary file"),
        ("loop.pdf", "it is no name of a file"),
    ],
)
def test_names_that_lead_elsewhere_are_refused_with_the_reason(
    readiness: Readiness, tmp_path: Path, ref: str, reason: str
) -> None:
    (tmp_path / "secret.pdf").write_bytes(b"secret")
    folder = tmp_path / "agency"
    folder.mkdir()
    (folder / "link.pdf").symlink_to(tmp_path / "secret.pdf")
    (folder / "loop.pdf").symlink_to(folder / "loop.pdf")
    os.mkfifo(folder / "pipe.pdf")
    path = answers(folder, dated(ref=ref))
    assert states(readiness, path) == [("in date", "refused", reason)]


# --- the list ---------------------------------------------------------------------------------------------------


def test_by_state_what_is_wrong_comes_first_and_fits_a_narrow_terminal(
    readiness: Readiness, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    path = answers(tmp_path, dated(), dated("2020-01-01", ref="old.pdf"), dated("2024-01-01"))
    out = readiness("evidence", path, "--by", "state").out
    titles = [line for line in out.splitlines() if line in {"  Missing file", "  Stale", "  In date"}]
    assert titles == ["  Missing file", "  Stale", "  In date"]
    assert "stale: held until 2025-01-01" in out
    assert all(len(line) <= 40 for line in out.splitlines())


def test_evidence_of_a_question_that_does_not_apply_is_left_out(readiness: Readiness, tmp_path: Path) -> None:
    questions = [a_question("q1"), a_question("q2", applies_when={"question": "q1", "at-least": 4})]
    write(a_framework(areas=[an_area("d1", questions)]), tmp_path)
    hidden = {"level": 3, "evidence": [dated("2001-01-01")]}
    path = write(an_assessment({"q1": 3, "q2": hidden}), tmp_path)
    assert states(readiness, path) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-",), "standard input has no folder"),
        (("assessment.yaml", "--within", "-1"), "no number of days"),
        (("assessment.yaml", "-o", "all.tar"), "no format has this suffix"),
        (("assessment.yaml", "-o", "minutes.zip"), "is a file of the evidence"),
    ],
)
def test_what_cannot_be_is_refused(
    readiness: Readiness, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "minutes.zip").write_bytes(MINUTES)
    answers(tmp_path, dated(ref="minutes.zip"))
    ran = readiness("evidence", *arguments)
    assert ran.code == 2
    assert said in ran.err
    assert (tmp_path / "minutes.zip").read_bytes() == MINUTES


# --- the zip ----------------------------------------------------------------------------------------------------


def test_the_zip_holds_everything_with_digests_and_is_the_same_again(readiness: Readiness, tmp_path: Path) -> None:
    name = "Minutes <b>of the böard.pdf"
    (tmp_path / name).write_bytes(MINUTES)
    twice = dated(ref=name, sha256=DIGEST)
    path = answers(tmp_path, twice, twice | {"title": "<script>alert(1)</script>"})
    for output in ("first.zip", "second.zip"):
        ran = readiness("evidence", path, "-o", tmp_path / output)
        assert ran.code == 0, ran.err
        assert "with 1 file of evidence" in " ".join(ran.out.split())
    assert (tmp_path / "first.zip").read_bytes() == (tmp_path / "second.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "first.zip") as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    assert list(files) == [
        "inputs/assessment.yaml",
        "inputs/sample.yaml",
        "readiness-result.json",
        "evidence/E1-Minutes -b-of the b-ard.pdf",
        "manifest.json",
        "manifest.html",
    ]
    assert files["inputs/assessment.yaml"] == path.read_bytes()
    assert files["evidence/E1-Minutes -b-of the b-ard.pdf"] == MINUTES
    manifest = json.loads(files["manifest.json"])
    Draft202012Validator(schema("evidence")).validate(manifest)
    assert {one["name"]: one["sha256"] for one in manifest["contents"]} == {
        name: hashlib.sha256(content).hexdigest() for name, content in files.items() if "manifest" not in name
    }
    assert manifest["contents"][-1]["evidence"] == ["E1", "E2"]
    page = files["manifest.html"].decode()
    assert DIGEST in page
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_what_is_packed_can_be_assessed_again(readiness: Readiness, tmp_path: Path) -> None:
    readiness("evidence", answers(tmp_path, dated()), "-o", tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        archive.extractall(tmp_path / "auditor")
    ran = readiness("evidence", tmp_path / "auditor" / "inputs" / "assessment.yaml")
    assert ran.code == 0


def test_a_zip_that_would_be_too_large_is_refused_before_it_is_written(
    readiness: Readiness, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packing, "MOST_BYTES", len(MINUTES) - 1)
    (tmp_path / "minutes.pdf").write_bytes(MINUTES)
    ran = readiness("evidence", answers(tmp_path, dated(ref="minutes.pdf")), "-o", tmp_path / "all.zip")
    assert ran.code == 2
    assert "a zip may hold" in ran.err
    assert not (tmp_path / "all.zip").exists()


def test_what_is_missing_or_refused_is_told_and_not_packed(readiness: Readiness, tmp_path: Path) -> None:
    (tmp_path / "link.pdf").symlink_to("/etc/passwd")
    path = answers(tmp_path, dated(ref="gone.pdf"), dated(), dated(ref="link.pdf"))
    ran = readiness("evidence", path, "-o", tmp_path / "all.zip", "--output-format", "json")
    assert ran.code == 1
    assert [one["file"] for one in json.loads(ran.out)["evidence"]] == ["missing file", "no place named", "refused"]
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert [name for name in archive.namelist() if name.startswith("evidence/")] == []
