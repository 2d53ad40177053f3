"""Measures beside the headline, as every view shows them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.builders import Plain, a_framework, a_question, an_area, an_assessment, write
from tests.cli.conftest import Readiness
from tests.unit.report.unfolded import unfolded

ENOUGH = {"inclusive": "lower", "ranges": [{"name": "Thin", "to": 0.5}, {"name": "Enough", "from": 0.5}]}


@pytest.fixture
def assessment(tmp_path: Path) -> Path:
    """Write an assessment of two dimensions, a measure beside them and one within the first."""
    inner = an_area("inner", [a_question("i1")], title="Speed", measure=True)
    mitigation = an_area("mitigation", [a_question("m1"), a_question("m2")], title="Mitigation")
    areas: list[Plain] = [
        an_area("d1", [a_question("q1")], areas=[inner]),
        an_area("d2", [a_question("q2")]),
        mitigation | {"measure": True, "bands": ENOUGH},
    ]
    write(a_framework(areas=areas), tmp_path)
    return write(an_assessment({"q1": 2, "q2": 4, "i1": 1, "m1": 3, "m2": 3}), tmp_path)


def test_the_summary_shows_measures_below_the_dimensions(readiness: Readiness, assessment: Path) -> None:
    code, out, err = readiness("assess", assessment)
    assert (code, err) == (0, "")
    assert "Overall: 3.0 of 5" in out
    above, _, below = out.partition("Beside the score")
    assert "Mitigation" not in above
    rows = below.partition("The gaps that endanger most")[0]
    assert [line.split()[:2] for line in rows.splitlines()[1:3]] == [["Speed", "1.0"], ["Mitigation", "3.0"]]


def test_explain_says_that_a_measure_is_scored_beside_the_headline(readiness: Readiness, assessment: Path) -> None:
    whole = readiness("explain", assessment).out
    assert "Mitigation: a measure beside this score, and no part of it" in whole
    measure = readiness("explain", assessment, "mitigation").out
    assert "A measure beside the score of Sample, and no part of it" in measure
    assert "Score: 3.0 of 5" in measure
    question = readiness("explain", assessment, "m1").out
    assert "It has no part in the overall score: Mitigation is scored beside it" in question


def test_the_result_names_the_measure_of_each_node(readiness: Readiness, assessment: Path, tmp_path: Path) -> None:
    readiness("assess", assessment, "-o", tmp_path / "result.json")
    found: dict[str, Plain] = {}
    waiting = [json.loads((tmp_path / "result.json").read_text(encoding="utf-8"))["score"]]
    while waiting:
        node = waiting.pop()
        found[node["id"]] = node
        waiting += node["children"]
    measures = {"mitigation": "mitigation", "m1": "mitigation", "m2": "mitigation", "inner": "inner", "i1": "inner"}
    assert {id_: node["measure"] for id_, node in found.items() if node["measure"]} == measures
    assert all(found[id_]["share-of-whole"]["value"] == 0 for id_ in measures)


def test_the_report_keeps_measures_apart(readiness: Readiness, assessment: Path, tmp_path: Path) -> None:
    readiness("assess", assessment, "-o", tmp_path / "report.html")
    report = unfolded((tmp_path / "report.html").read_text(encoding="utf-8"))
    assert "Beside this, Mitigation stands at 3.0, “Enough”." in report
    assert "Beside the overall score: Mitigation" in report
    assert "Dimension 3" not in report
    assert "counts in Speed, beside the overall score" in report


def test_the_page_of_a_framework_says_what_is_measured(readiness: Readiness, assessment: Path) -> None:
    out = readiness("frameworks", assessment.parent / "sample.yaml").out
    assert "Dimension: Mitigation (mitigation), measured beside the score" in out
    assert "Dimension: Area d1 (d1), weight 1" in out


def test_a_measure_can_be_held_to_a_score(readiness: Readiness, assessment: Path) -> None:
    assert readiness("assess", assessment, "--area", "mitigation=3").code == 0
    assert readiness("assess", assessment, "--area", "mitigation=3.5").code == 1
