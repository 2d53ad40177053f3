"""From a framework to an XLSForm, through what people fill in, to the answers."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.builders import a_framework, a_question, an_assessment, as_yaml, write
from tests.cli.conftest import Readiness
from tests.xlsforms import XForm, as_csv


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a framework, its Welsh texts and an assessment."""
    roles = {"lead": "Lead", "hr": "Head of HR"}
    write(a_framework(0, questions=[a_question("q-1"), a_question("q2", "number")], roles=roles), tmp_path)
    told = {"readiness": "translation/1", "framework": "sample", "version": "1.0.0", "language": "cy"}
    texts = {"q-1": {"topic": "Pwnc", "ask": "Sut mae hi?"}}
    welsh = {**told, "status": "draft", "title": "Sampl", "questions": texts}
    (tmp_path / "sample.cy.yaml").write_text(as_yaml(welsh), encoding="utf-8")
    write(an_assessment({}), tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(readiness: Readiness, *more: str) -> XForm:
    ran = readiness("questionnaire", "sample", "-o", "form.xlsx", "--xlsx-for", "xlsform", *more)
    assert ran.code == 0, ran.err
    return XForm(Path("form.xlsx").read_bytes())


def test_several_people_answer_and_their_votes_come_back(readiness: Readiness) -> None:
    form = written(readiness)
    assert {"How is q-1?", "Sut mae hi?"} <= set(form.texts)
    people = [{"readiness_role": "hr", "q_q_1": "2", "q_q2": "12.5"}, {"readiness_role": "lead", "q_q_1": "4"}]
    Path("back.csv").write_text(as_csv(*(written(readiness).fill(one) for one in people)), encoding="utf-8")
    ran = readiness("collect", "back.csv", "--into", "assessment.yaml", "--votes")
    assert ran.code == 0, ran.err
    now = yaml.safe_load(Path("assessment.yaml").read_text(encoding="utf-8"))
    assert now["answers"] == {
        "q-1": {"votes": {"hr": {"level": 2}, "lead": {"level": 4}}},
        "q2": {"votes": {"hr": {"value": 12.5}}},
    }
    assert now["respondents"] == {"hr": {"role": "Head of HR"}, "lead": {"role": "Lead"}}


def test_two_rows_that_differ_are_a_conflict_that_names_them(readiness: Readiness, folder: Path) -> None:
    rows = (
        written(readiness).fill({"readiness_role": role, "q_q_1": level})
        for role, level in [("hr", "2"), ("lead", "4")]
    )
    Path("back.csv").write_text(as_csv(*rows), encoding="utf-8")
    before = (folder / "assessment.yaml").read_bytes()
    assert readiness("collect", "back.csv", "--into", "assessment.yaml").code == 1
    assert (folder / "assessment.yaml").read_bytes() == before
    assert readiness("collect", "back.csv", "--into", "assessment.yaml", "--take", "q-1=back.csv#3").code == 0
    now = yaml.safe_load(Path("assessment.yaml").read_text(encoding="utf-8"))
    assert now["answers"] == {"q-1": {"level": 4, "by": "lead"}}


def test_a_level_off_the_scale_is_told_by_its_row_and_column(readiness: Readiness) -> None:
    Path("back.csv").write_text(as_csv(written(readiness).fill({"q_q_1": "9"})), encoding="utf-8")
    ran = readiness("collect", "back.csv", "--into", "assessment.yaml")
    assert ran.code == 2
    assert "back.csv, row 2, q_q_1: level 9 is off the scale" in ran.err


def test_one_language_or_one_role_can_be_asked_for(readiness: Readiness) -> None:
    assert "How is q-1?" not in written(readiness, "--language", "cy").texts


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["sample", "-o", "form.html"], "--xlsx-for: no .xlsx file is written"),
        (["assessment.yaml", "-o", "form.xlsx"], "assessment.yaml: a form on a server shows no earlier answers"),
    ],
)
def test_what_cannot_be_is_refused(readiness: Readiness, arguments: list[str], message: str) -> None:
    ran = readiness("questionnaire", *arguments, "--xlsx-for", "xlsform")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {message}")
