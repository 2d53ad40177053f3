"""The questionnaire as a survey, as survey-core shows it."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction

import pytest

from readiness.report.questionnaire import AskedArea, build_questionnaire
from readiness.report.questionnaire.surveyjs import questionnaire_surveyjs
from readiness.report.questionnaire.surveyjs.expressions import SurveyExpressions
from tests.builders import Plain, a_framework, a_question, an_area, read_framework
from tests.surveys import SurveyCore

FACTS: Plain = {
    "remote": {"type": "boolean", "ask": "Remote?"},
    "posts": {"type": "number", "ask": "How many?"},
    "kind": {"type": "text", "ask": "Which kind?"},
}
LADDER = [{"id": id_, "text": f"Item {id_}", "rung": rung} for id_, rung in (("a", 1), ("b", 2), ("c", 2))]
ALIKE = ["5", "5.0", "05", "true", "True", "it's", 'a"b', "b'o\"th", "{q_q1}", "\\", "\\'", "a\\", "|", "null"]


def a_survey(framework: Plain, role: str | None = None) -> bytes:
    return questionnaire_surveyjs([build_questionnaire(read_framework(framework), role=role)])


def when(condition: Plain, *questions: Plain) -> bytes:
    """Return a survey whose question `last` hangs on a condition."""
    asked = [*questions, a_question("last", applies_when=condition)]
    return a_survey(a_framework(1, questions=asked, facts=FACTS))


@pytest.mark.parametrize(
    ("condition", "type_", "keys", "opens", "closes"),
    [
        ({"at-least": 3}, "level", {}, ["3", "5"], ["", "2"]),
        ({"below": 3}, "level", {}, ["", "2"], ["3"]),
        ({"is": "some"}, "choice", {}, ["some"], ["", "all"]),
        ({"is": True}, "yes-no", {}, ["yes"], ["", "no"]),
        ({"is": "2026-01-31"}, "date", {}, ["2026-01-31"], ["", "2026-02-01"]),
        ({"at-least": 3}, "number", {}, ["50", "50.01", "200"], ["", "49.99", "-1"]),
        ({"is": 12.5}, "number", {}, ["12.5"], ["", "12", "13"]),
        ({"includes": "b"}, "checklist", {}, ["b", "a b"], ["", "a", "_none"]),
        ({"at-least": 3}, "checklist", {}, ["a", "a b"], ["", "_none"]),
        ({"at-least": 3}, "checklist", {"items": LADDER, "score": "ladder"}, ["a", "a b c"], ["", "b c", "_none"]),
        ({"at-least": 4}, "multiple", {}, ["b", "a b"], ["", "a", "_none"]),
        ({"below": 5}, "multiple", {"most": 3}, ["", "a"], ["b", "a b"]),
    ],
)
def test_a_question_opens_and_closes_with_the_answer_it_hangs_on(
    condition: Plain, type_: str, keys: Plain, opens: list[str], closes: list[str], survey_core: SurveyCore
) -> None:
    survey = when({"question": "q-1", **condition}, a_question("q-1", type_, **keys))
    opened = {one for one in [*opens, *closes] if "q_last" in survey_core.fill(survey, {"q_q_1": one}).asked}
    assert opened == set(opens)


def test_a_text_is_the_very_same_text_or_another(survey_core: SurveyCore) -> None:
    each = [a_question(f"last{at}", applies_when={"question": "q1", "is": one}) for at, one in enumerate(ALIKE)]
    survey = a_survey(a_framework(0, questions=[a_question("q1", "text"), *each]))
    for at, one in enumerate(ALIKE):
        asked = survey_core.fill(survey, {"q_q1": one}).asked
        assert {name for name in asked if name.startswith("q_last")} == {f"q_last{at}"}, one


@pytest.mark.parametrize(
    ("condition", "opens", "closes"),
    [
        ({"fact": "remote", "is": True}, {"fact_remote": "true"}, {"fact_remote": "false"}),
        ({"not": {"fact": "remote", "is": True}}, {"fact_remote": "false"}, {"fact_remote": "true"}),
        ({"fact": "posts", "at-least": 10}, {"fact_posts": "10"}, {"fact_posts": "9.9"}),
        ({"fact": "kind", "is": "port"}, {"fact_kind": "port"}, {"fact_kind": "Port"}),
        (
            {"any": [{"fact": "remote", "is": True}, {"fact": "posts", "below": 5}]},
            {"fact_remote": "false", "fact_posts": "4"},
            {"fact_remote": "false", "fact_posts": "5"},
        ),
    ],
)
def test_a_question_that_hangs_on_a_fact_is_asked_until_the_fact_says_otherwise(
    condition: Plain, opens: dict[str, str], closes: dict[str, str], survey_core: SurveyCore
) -> None:
    survey = when(condition)
    assert "q_last" in survey_core.fill(survey).asked
    assert "q_last" in survey_core.fill(survey, opens).asked
    assert "q_last" not in survey_core.fill(survey, closes).asked


def test_an_answer_that_does_not_apply_or_is_not_asked_for_satisfies_nothing(survey_core: SurveyCore) -> None:
    below = {"question": "q1", "below": 3}
    plain = when(below, a_question("q1"))
    assert "q_last" in survey_core.fill(plain, {"state_q1": "unknown"}).asked
    assert "q_last" not in survey_core.fill(plain, {"state_q1": "not-applicable", "reason_q1": "None."}).asked
    survey = when(below, a_question("q1", applies_when={"fact": "remote", "is": True}))
    assert "q_last" in survey_core.fill(survey, {"fact_remote": "true", "q_q1": "1"}).asked
    closed = survey_core.fill(survey, {"readiness_role": "x", "q_q1": "1", "fact_remote": "false"})
    assert "q_last" not in closed.asked
    assert "q_q1" not in closed.data


def test_an_answer_takes_the_place_of_why_there_is_none(survey_core: SurveyCore) -> None:
    survey = a_survey(a_framework(1, questions=[a_question("q1")]))
    changed = survey_core.fill(survey, {"state_q1": "not-applicable", "reason_q1": "None.", "q_q1": "2"})
    assert not {"state_q1", "reason_q1"} & changed.data.keys()
    assert "confidence_q1" in changed.asked


def test_none_of_these_unticks_the_others() -> None:
    survey = json.loads(a_survey(a_framework(1, questions=[a_question("q1", "multiple")])))
    (panel,) = survey["pages"][1]["elements"]
    *others, none = panel["elements"][0]["choices"]
    assert not any("isExclusive" in one for one in others)
    assert none == {"value": "_none", "text": "None of these", "isExclusive": True}


def test_nothing_that_others_wrote_is_taken_for_a_field(survey_core: SurveyCore) -> None:
    """A survey puts the values of fields into texts; a text in braces stays as it is, but for a sign without width."""
    question = a_question("q1", "choice", ask="Is {q_q1} = {readiness_framework}?", why="{#q_q1} <b>so</b>")
    question["options"][1]["text"] = "{readiness_framework}"
    shown = survey_core.fill(a_survey(a_framework(1, questions=[question])), {"q_q1": "some"}).texts
    seen = {one.replace("\u2060", "") for one in shown if one}
    assert {"Is {q_q1} = {readiness_framework}?", "{#q_q1} <b>so</b>", "{readiness_framework}"} <= seen


def test_a_role_has_a_survey_of_its_own_and_is_not_asked_for(survey_core: SurveyCore) -> None:
    asked = [a_question("q1", answered_by=["hr"]), a_question("q2")]
    shown = survey_core.fill(a_survey(a_framework(1, questions=asked, roles={"hr": "Head of HR"}), "hr"))
    assert shown.data["readiness_role"] == "hr"
    assert {"q_q1", "readiness_name"} <= shown.asked
    assert not {"q_q2", "readiness_role"} & shown.asked


@pytest.mark.parametrize("tags", [("en-GB", "cy"), ("cy", "en-GB"), ("cy", "fr")])
def test_each_language_has_its_texts_and_the_first_is_shown(tags: tuple[str, ...], survey_core: SurveyCore) -> None:
    framework = read_framework(a_framework(0, areas=[an_area("first", [a_question("q1")])]))
    asked = build_questionnaire(framework)
    survey = questionnaire_surveyjs([replace(asked, language=tag, areas=_titled(asked.areas, tag)) for tag in tags])
    assert f"Area in {tags[0]}" in survey_core.fill(survey).texts
    for tag in tags:
        assert f"Area in {tag}" in survey_core.fill(survey, locale=tag.lower()).texts


def _titled(areas: tuple[AskedArea, ...], tag: str) -> tuple[AskedArea, ...]:
    return tuple(replace(area, path=(f"Area in {tag}",)) for area in areas)


def test_a_number_that_has_no_decimal_is_a_quotient() -> None:

    assert SurveyExpressions().exact(Fraction(1, 3)) == "(1 / 3)"
    assert SurveyExpressions().exact(Fraction(-5, 4)) == "-1.25"


def test_the_same_questionnaire_is_the_same_file() -> None:
    assert a_survey(a_framework(2)) == a_survey(a_framework(2))
