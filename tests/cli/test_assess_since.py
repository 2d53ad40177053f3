"""`readiness assess --since`: what moved since an earlier assessment, and a report that can still be checked."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from readiness.report.result_schema import result_schema
from tests.builders import a_framework, an_assessment, write
from tests.cli.conftest import Readiness

THEN = {"d1-q1": 1, "d1-q2": 2, "d2-q1": 2, "d2-q2": 2}


@pytest.fixture
def council(tmp_path: Path) -> Path:
    """Return a folder with answers of today and, in another version of the framework, those of last year."""
    last = tmp_path / "last year"
    last.mkdir()
    write(a_framework(), last)
    votes = {"ann": {"level": 1, "note": "Ask Ann."}}
    people = {"ann": {"role": "Clerk", "name": "Ann Other"}}
    before = {**THEN, "d1-q1": {"level": 1, "votes": votes}}
    write(an_assessment(before, assessed_on="2025-06-30", respondents=people), last)
    write(a_framework(dimensions=3, version="2.0.0"), tmp_path)
    now = {**THEN, "d1-q1": 3, "d3-q1": 4, "d3-q2": 4}
    write(an_assessment(now, framework={"id": "sample", "version": "2.0.0"}), tmp_path)
    return tmp_path


def test_the_summary_says_what_each_cause_did(readiness: Readiness, council: Path) -> None:
    ran = readiness("assess", council / "assessment.yaml", "--since", council / "last year" / "assessment.yaml")
    assert ran.code == 0
    said = " ".join(ran.out.split())
    causes = "+0.75 by new questions, with their answers and +0.33 by answers that changed"
    assert f"changed 2.83, was 1.75 on 30 June 2025: {causes}" in said


def test_a_report_with_the_year_before_follows_from_what_it_carries(
    readiness: Readiness, council: Path, tmp_path: Path
) -> None:
    report, data = tmp_path / "report.pdf", tmp_path / "result.json"
    last = council / "last year" / "assessment.yaml"
    assert readiness("assess", council / "assessment.yaml", "--since", last, "-o", report, "-o", data).code == 0
    kept = json.loads(data.read_text(encoding="utf-8"))
    jsonschema.validate(kept, result_schema())
    assert kept["inputs"].keys() >= {"earlier/assessment.yaml", "earlier/sample.yaml"}
    assert kept["since"]["questions-added"] == ["d3-q1", "d3-q2"]
    last.unlink()
    (council / "last year" / "sample.yaml").unlink()
    assert readiness("verify", report).code == 0
    assert readiness("report", data, "-o", tmp_path / "again.pdf").code == 0
    assert (tmp_path / "again.pdf").read_bytes() == report.read_bytes()
    kept["since"]["overall"]["score"]["before"]["value"] = 4.0
    data.write_text(json.dumps(kept), encoding="utf-8")
    assert readiness("report", data, "-o", tmp_path / "again.pdf").code == 2
    kept["since"]["file"] = "assessment.yaml"
    data.write_text(json.dumps(kept), encoding="utf-8")
    assert "does not say what it was compared with" in readiness("report", data, "-o", tmp_path / "again.pdf").err


def test_nobody_is_named_by_the_answers_of_then_either(readiness: Readiness, council: Path) -> None:
    ran = readiness(
        "assess", council / "assessment.yaml", "--since", council / "last year" / "assessment.yaml", "--anonymise",
        "--output-format", "json",
    )  # fmt: skip
    assert ran.code == 0
    assert "Ann" not in ran.out
    assert "earlier/assessment.yaml" in json.loads(ran.out)["inputs"]


def test_what_is_no_earlier_assessment_is_refused(readiness: Readiness, council: Path) -> None:
    today, last = council / "assessment.yaml", council / "last year" / "assessment.yaml"
    same = readiness("assess", today, "--since", today)
    assert (same.code, "is the assessment of today" in same.err) == (2, True)
    swapped = readiness("assess", last, "--since", today)
    assert (swapped.code, "--since names the one before it" in swapped.err) == (2, True)
    other = council / "other.yaml"
    other.write_text(last.read_text(encoding="utf-8").replace("id: sample", "id: another"), encoding="utf-8")
    ran = readiness("assess", today, "--since", other)
    assert (ran.code, "answers another" in ran.err) == (2, True)
    assert readiness("assess", council, "--since", last).code == 2
