"""An area that counts only when all is answered, as every view shows it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.builders import a_framework, a_gate, a_question, an_area, an_assessment, write
from tests.cli.conftest import Readiness
from tests.unit.report.unfolded import unfolded


@pytest.fixture
def assessment(tmp_path: Path) -> Path:
    """Write an assessment in which an area that takes all or nothing lacks an answer."""
    gates = [a_gate({"question": "q2", "below": 3}, 4)]
    first = an_area("d1", [a_question("a"), a_question("b")], scoring={"incomplete": "worst"}, gates=gates)
    write(a_framework(areas=[first, an_area("d2", [a_question("q2")])]), tmp_path)
    return write(an_assessment({"a": 5, "q2": 3}), tmp_path)


def test_explain_shows_what_the_answers_add_and_what_silence_takes(readiness: Readiness, assessment: Path) -> None:
    out = " ".join(readiness("explain", assessment, "d1").out.split())
    assert "Score before caps: 1 + 2 = 3" in out
    assert "Cap at 1 holds (an answer is missing): 3 − 2 = 1." in out
    assert "Score after caps: 1" in out


@pytest.mark.parametrize(
    ("figure", "score"), [("low", "1.0"), ("high", "5.0"), ("evidenced", "1.0"), ("target", "3.0")]
)
def test_every_figure_can_be_explained(readiness: Readiness, assessment: Path, figure: str, score: str) -> None:
    code, out, err = readiness("explain", assessment, "d1", "--as", figure)
    assert (code, err) == (0, "")
    assert f": {score} of 5" in out


def test_the_weakest_part_is_the_one_that_lacks_an_answer(readiness: Readiness, assessment: Path) -> None:
    out = readiness("explain", assessment, "--robustness").out
    assert "Area d1" in out
    assert "In 90 of 100 trials the score lies from 1." in out


def test_report_and_result_tell_it_as_a_cap(readiness: Readiness, assessment: Path, tmp_path: Path) -> None:
    done = readiness("assess", assessment, "-o", tmp_path / "report.html", "-o", tmp_path / "result.json")
    assert done.code == 0
    assert "cannot score above 1, which costs it 2.00. It counts only when all of its" in " ".join(done.out.split())
    report = unfolded((tmp_path / "report.html").read_text(encoding="utf-8"))
    assert "While an answer is missing: level 1" in report
    assert "As bad as it can be while an answer that it is made of is missing." in report
    cap, gate = json.loads((tmp_path / "result.json").read_text(encoding="utf-8"))["score"]["children"][0]["gates"]
    assert (cap["questions"], cap["cap"], cap["holds"], cap["certain"]) == (["b"], 1, True, False)
    assert (gate["cap"], gate["holds"]) == (4, False)
