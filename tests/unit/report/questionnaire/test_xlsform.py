"""The questionnaire as an XLSForm, as pyxform and an XPath engine take it."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from readiness.loading.returned.fields import Kind, field_of
from readiness.report.questionnaire import build_questionnaire
from readiness.report.questionnaire.xlsform import questionnaire_xlsform
from readiness.report.questionnaire.xlsform.xpath import text_of
from tests.builders import Plain, a_framework, a_question, an_area, read_framework
from tests.xlsforms import XForm

FACTS: Plain = {
    "remote": {"type": "boolean", "ask": "Remote?"},
    "posts": {"type": "number", "ask": "How many?"},
    "kind": {"type": "text", "ask": "Which kind?"},
}
LADDER = [{"id": id_, "text": f"Item {id_}", "rung": rung} for id_, rung in (("a", 1), ("b", 2), ("c", 2))]


def a_form(framework: Plain, role: str | None = None) -> XForm:
    return XForm(questionnaire_xlsform([build_questionnaire(read_framework(framework), role=role)]))


def when(condition: Plain, *questions: Plain, **keys: object) -> XForm:
    """Return a form whose question `last` hangs on a condition."""
    asked = [*questions, a_question("last", applies_when=condition)]
    return a_form(a_framework(1, questions=asked, facts=FACTS, **keys))


def is_asked(form: XForm, **values: str) -> bool:
    return "q_last" in form.fill(values).asked()


@pytest.mark.parametrize(
    ("condition", "type_", "keys", "opens", "closes"),
    [
        ({"at-least": 3}, "level", {}, ["3", "5"], ["", "2"]),
        ({"below": 3}, "level", {}, ["", "2"], ["3"]),
        ({"is": "some"}, "choice", {}, ["some"], ["", "all"]),
        ({"is": True}, "yes-no", {}, ["yes"], ["", "no"]),
        ({"is": 'it\'s "${x}"'}, "text", {}, ['it\'s "${x}"'], ["", "plan"]),
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
    condition: Plain, type_: str, keys: Plain, opens: list[str], closes: list[str]
) -> None:
    form = when({"question": "q-1", **condition}, a_question("q-1", type_, **keys))
    assert {value for value in [*opens, *closes] if is_asked(form, q_q_1=value)} == set(opens)


def test_what_is_partly_done_counts_half() -> None:
    form = when({"question": "q1", "at-least": 2}, a_question("q1", "checklist"))
    assert is_asked(form, partly_q1="a")
    assert not is_asked(when({"question": "q1", "at-least": 3}, a_question("q1", "checklist")), partly_q1="a")


def test_an_answer_that_does_not_apply_or_is_not_asked_for_satisfies_nothing() -> None:
    below = {"question": "q1", "below": 3}
    assert is_asked(when(below, a_question("q1")), state_q1="unknown")
    assert not is_asked(when(below, a_question("q1")), state_q1="not-applicable", reason_q1="None here.")
    form = when(below, a_question("q1", applies_when={"fact": "remote", "is": True}))
    assert not is_asked(form, fact_remote="false", q_q1="1")
    assert is_asked(form, fact_remote="true", q_q1="1")


@pytest.mark.parametrize(
    ("condition", "opens", "closes"),
    [
        ({"fact": "remote", "is": False}, {"fact_remote": "false"}, {"fact_remote": "true"}),
        ({"not": {"fact": "remote", "is": True}}, {"fact_remote": "false"}, {"fact_remote": "true"}),
        ({"fact": "posts", "below": 20}, {"fact_posts": "19.5"}, {"fact_posts": "20"}),
        ({"fact": "kind", "is": "port"}, {"fact_kind": "port"}, {"fact_kind": "airport"}),
    ],
)
def test_what_nobody_can_tell_yet_is_asked(condition: Plain, opens: Plain, closes: Plain) -> None:
    assert is_asked(when(condition))
    assert is_asked(when(condition), **opens)
    assert not is_asked(when(condition), **closes)


def test_what_hangs_on_a_score_or_on_somebody_elses_answer_is_asked() -> None:
    assert is_asked(when({"not": {"area": "d1", "at-least-ratio": 0.5}}))
    questions = [
        a_question("q1", answered_by=["hr"]),
        a_question("last", applies_when={"question": "q1", "is": 5}, answered_by=["lead"]),
    ]
    framework = a_framework(0, questions=questions, roles={"hr": "HR", "lead": "Lead"})
    assert a_form(framework, "lead").fill({}).asked() == {"q_last"}
    assert a_form(framework).fill({}).asked() == {"q_q1"}


def test_parts_of_a_condition_come_together() -> None:
    either = {"any": [{"fact": "remote", "is": True}, {"question": "q1", "at-least": 4}]}
    both = {"all": either["any"]}
    cases = list(itertools.product(("true", "false"), ("4", "3")))
    found = {
        name: [is_asked(when(one, a_question("q1")), fact_remote=fact, q_q1=level) for fact, level in cases]
        for name, one in (("any", either), ("all", both))
    }
    assert found == {"any": [True, True, True, False], "all": [True, False, False, False]}


def test_hostile_texts_are_texts() -> None:
    text = '=HYPERLINK("http://x") ${none} </label><input/> \' " & {{ 1 }}'
    options = [{"id": "a", "text": text, "points": 1}, {"id": "b", "text": "Plain", "points": 2}]
    question = a_question("q1", "choice", ask=text, options=options)
    form = a_form(a_framework(0, questions=[question]))
    shown = text.replace("${", "$ {")
    assert form.texts.count(shown) == 2


def test_every_language_has_its_column() -> None:
    asked = build_questionnaire(read_framework(a_framework(0, questions=[a_question()])))
    (area,) = asked.areas
    welsh = replace(area, questions=(replace(area.questions[0], ask="Sut mae hi?"),))
    form = XForm(questionnaire_xlsform([asked, replace(asked, language="cy", areas=(welsh,))]))
    assert {"How is q1?", "Sut mae hi?", "3 Defined: Agreed."} <= set(form.texts)
    assert form.languages == {"en (en)": "true()", "cy (cy)": None}


def test_it_is_the_same_to_the_byte_each_time() -> None:
    asked = build_questionnaire(read_framework(a_framework(0, areas=[an_area("d1", [a_question()])])))
    assert questionnaire_xlsform([asked]) == questionnaire_xlsform([asked])


def test_no_two_ids_share_a_field() -> None:
    ids = ["a-b", "a_b", "a.b", "aZub", "aZ-b", "aZZb", "aZ_b", "a--b"]
    assert len({field_of(Kind.QUESTION, id_) for id_ in ids}) == len(ids)


@pytest.mark.parametrize(
    ("text", "literal"),
    [("", "''"), ("a", "'a'"), ("it's", "concat('it', \"'\", 's')"), ("${a}", "concat('$', '{a}')")],
)
def test_a_text_is_a_literal(text: str, literal: str) -> None:
    assert text_of(text) == literal
