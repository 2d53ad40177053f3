"""From a framework to a SurveyJS survey, through what people fill in, to the answers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
import yaml

from tests.builders import Plain, a_framework, a_question, an_area, an_assessment, as_yaml, write
from tests.cli.conftest import Readiness
from tests.surveys import SurveyCore

TYPES = ("level", "checklist", "choice", "multiple", "yes-no", "number", "text", "date")
FILLED = {
    "readiness_role": "hr",
    "readiness_name": "Ann",
    "fact_remote": "true",
    "fact_posts": "1234.5",
    "q_level": "4",
    "note_level": "Agreed\nin May; {q_choice}.",
    "confidence_level": "high",
    "q_checklist": "a",
    "partly_checklist": "b",
    "q_choice": "some",
    "q_multiple": "_none",
    "q_yes_no": "no",
    "q_number": "1.234",
    "q_text": "Two lines,\n=1+1 and <b>no</b> markup.",
    "q_date": "2026-01-31",
    "state_other": "not-applicable",
    "reason_other": "Another body does it.",
    "state_last": "unknown",
}
SAID: Mapping[str, Plain] = {
    "level": {"level": 4, "note": "Agreed\nin May; {q_choice}.", "confidence": "high"},
    "checklist": {"done": ["a"], "partly": ["b"]},
    "choice": {"option": "some"},
    "multiple": {"options": []},
    "yes-no": {"answer": "no"},
    "number": {"value": 1.234},
    "text": {"text": "Two lines,\n=1+1 and <b>no</b> markup."},
    "date": {"date": date(2026, 1, 31)},
    "other": {"not-applicable": "Another body does it."},
    "last": {"unknown": "No reason was given."},
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a framework of every answer type, its Welsh texts and an assessment."""
    last = a_question("last", applies_when={"question": "level", "at-least": 3})
    asked = [*(a_question(type_, type_) for type_ in TYPES), a_question("other"), last]
    facts = {"remote": {"type": "boolean", "ask": "Remote?"}, "posts": {"type": "number", "ask": "Posts?"}}
    roles = {"lead": "Lead", "hr": "Head of HR"}
    write(a_framework(0, areas=[an_area("first", asked)], facts=facts, roles=roles), tmp_path)
    told = {"readiness": "translation/1", "framework": "sample", "version": "1.0.0", "language": "cy"}
    welsh = {**told, "status": "draft", "title": "Sampl", "questions": {"level": {"topic": "Pwnc", "ask": "Sut mae?"}}}
    (tmp_path / "sample.cy.yaml").write_text(as_yaml(welsh), encoding="utf-8")
    write(an_assessment({}), tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(readiness: Readiness, *more: str) -> bytes:
    ran = readiness("questionnaire", "sample", "-o", "survey.json", *more)
    assert ran.code == 0, ran.err
    return Path("survey.json").read_bytes()


def returned(readiness: Readiness, result: object, *more: str) -> str:
    Path("back.json").write_text(json.dumps(result), encoding="utf-8")
    ran = readiness("collect", "back.json", "--into", "assessment.yaml", *more)
    return ran.err if ran.code else ""


def test_every_answer_comes_back_as_it_would_be_typed(readiness: Readiness, survey_core: SurveyCore) -> None:
    sent = survey_core.fill(written(readiness), FILLED)
    assert sent.is_whole
    date.fromisoformat(sent.data.pop("readiness_day"))
    assert returned(readiness, sent.data) == ""
    now = yaml.safe_load(Path("assessment.yaml").read_text(encoding="utf-8"))
    assert now["answers"] == {id_: {**one, "by": "hr"} for id_, one in SAID.items()}
    assert now["respondents"] == {"hr": {"role": "Head of HR", "name": "Ann"}}
    assert now["organisation"]["facts"] == {"remote": True, "posts": 1234.5}


def test_several_people_answer_and_their_votes_come_back(readiness: Readiness, survey_core: SurveyCore) -> None:
    survey = written(readiness)
    people = [
        survey_core.fill(survey, {"readiness_role": role, "q_level": level}).data
        for role, level in [("hr", "2"), ("lead", "4")]
    ]
    assert returned(readiness, people, "--votes") == ""
    votes = yaml.safe_load(Path("assessment.yaml").read_text(encoding="utf-8"))["answers"]["level"]["votes"]
    assert {id_: one["level"] for id_, one in votes.items()} == {"hr": 2, "lead": 4}


def test_a_survey_is_not_sent_without_a_role_or_a_reason_why_something_does_not_apply(
    readiness: Readiness, survey_core: SurveyCore
) -> None:
    survey = written(readiness)
    assert not survey_core.fill(survey).is_whole
    assert not survey_core.fill(survey, {"readiness_role": "hr", "state_level": "not-applicable"}).is_whole


def test_a_survey_has_every_language(readiness: Readiness, survey_core: SurveyCore) -> None:
    survey = written(readiness)
    assert "How is level?" in survey_core.fill(survey).texts
    welsh = survey_core.fill(survey, locale="cy").texts
    assert "Sut mae?" in welsh
    assert "How is level?" not in welsh
    alone = survey_core.fill(written(readiness, "--language", "cy"))
    assert ("Sut mae?" in alone.texts, alone.locale) == (True, "cy")


def test_what_is_wrong_is_told_by_its_field_and_nothing_is_taken(readiness: Readiness) -> None:
    known = {"readiness_framework": "sample", "readiness_version": "1.0.0", "readiness_role": "hr"}
    before = Path("assessment.yaml").read_bytes()
    told = returned(readiness, [known, {**known, "q_level": "9", "q_gone": "x", "q_date": "soon"}])
    assert "back.json#2, q_level: level 9 is off the scale" in told
    assert "back.json#2, q_gone: the framework has no such question" in told
    assert "back.json#2, q_date: 'soon' is not a day" in told
    assert Path("assessment.yaml").read_bytes() == before


def test_earlier_answers_are_refused(readiness: Readiness) -> None:
    ran = readiness("questionnaire", "assessment.yaml", "-o", "survey.json")
    assert (ran.code, Path("survey.json").exists()) == (2, False)
    assert ran.err.startswith("error: assessment.yaml: a form on a server shows no earlier answers")
