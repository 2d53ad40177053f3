"""What a form asks."""

from __future__ import annotations

import pytest

from readiness.errors import UnknownName, UsageError
from readiness.report.questionnaire import AskedOption, AskedQuestion, build_questionnaire
from tests.builders import Plain, a_framework, a_question, an_area, an_assessment, read_assessment, read_framework


def asked(question: Plain, answer: Plain | None = None, **framework: object) -> AskedQuestion:
    """Return one question as a form asks it, with what was answered before."""
    whole = a_framework(dimensions=0, questions=[question], **framework)
    answers = {} if answer is None else {question["id"]: answer}
    return next(build_questionnaire(*read_assessment(an_assessment(answers), whole)).questions)


def test_a_level_is_offered_with_its_number_its_name_and_its_text() -> None:
    assert asked(a_question()).options[2] == AskedOption("3", "3 Defined", "Agreed.")


@pytest.mark.parametrize(
    ("type_", "ids"),
    [("checklist", ["a", "b"]), ("choice", ["none", "some", "all"]), ("yes-no", ["yes", "no"]), ("text", [])],
)
def test_every_type_offers_what_can_be_chosen(type_: str, ids: list[str]) -> None:
    assert [option.id for option in asked(a_question("q1", type_)).options] == ids


@pytest.mark.parametrize(
    ("type_", "answer", "words"),
    [
        ("level", {"level": 3}, "3 Defined: Agreed."),
        ("checklist", {"done": ["a"], "partly": ["b"]}, "Done: First item\nPartly done: Second item"),
        ("checklist", {"done": []}, "Nothing is done"),
        ("choice", {"option": "some"}, "Something"),
        ("multiple", {"options": ["a", "b"]}, "First option; Second option"),
        ("multiple", {"options": []}, "None of the options"),
        ("yes-no", {"answer": "no"}, "No"),
        ("number", {"value": 12}, "12 %"),
        ("text", {"text": "In a cupboard."}, "In a cupboard."),
        ("date", {"date": "2026-03-01"}, "1 March 2026"),
        ("level", {"not-applicable": "No estates."}, "Does not apply: No estates."),
        ("level", {"unknown": "HR knows."}, "Not known: HR knows."),
        ("level", {"note": "To be asked."}, ""),
    ],
)
def test_what_was_answered_before_is_there_as_values_and_in_words(type_: str, answer: Plain, words: str) -> None:
    question = asked(a_question("q1", type_), answer)
    assert question.before == answer
    assert question.said_before == words


def test_a_condition_is_there_in_words_and_as_data_with_that_of_its_area() -> None:
    area = an_area(
        "d1",
        [a_question("q2", applies_when={"question": "q1", "at-least": 3})],
        applies_when={"fact": "pays", "is": True},
    )
    facts = {"pays": {"type": "boolean", "ask": "Do people pay?"}}
    framework = a_framework(dimensions=0, questions=[a_question("q1")], facts=facts, areas=[area])
    first, second = build_questionnaire(read_framework(framework)).questions
    assert (first.asked_when, first.condition) == ("", None)
    assert second.asked_when == "the answer to “Do people pay?” is yes and Topic of q1 stands at level 3 or above"
    assert second.condition == {"all": [{"fact": "pays", "is": True}, {"question": "q1", "at-least": 3}]}


def test_facts_come_with_what_is_known_of_them() -> None:
    facts = {"pays": {"type": "boolean", "ask": "Do people pay?"}}
    organisation = {"name": "Sample Council", "staff": 85, "facts": {"pays": False}}
    known = build_questionnaire(
        *read_assessment(
            an_assessment({}, organisation=organisation),
            a_framework(
                facts=facts, gates=[{"when": {"fact": "pays", "is": True}, "cap-at-level": 2, "because": "So."}]
            ),
        )
    )
    assert [(fact.id, fact.type, fact.before) for fact in known.facts] == [
        ("staff", "number", "85"),
        ("sector", "text", None),
        ("pays", "boolean", False),
    ]


def test_a_role_gets_its_own_questions_and_those_for_nobody_are_counted() -> None:
    questions = [
        a_question("q1", answered_by=["lead"]),
        a_question("q2", answered_by=["hr", "lead"]),
        a_question("q3"),
    ]
    framework = read_framework(
        a_framework(dimensions=0, questions=questions, roles={"hr": "Head of HR", "lead": "Lead"})
    )
    mine = build_questionnaire(framework, role="hr")
    assert [question.id for question in mine.questions] == ["q2"]
    assert mine.role is not None
    assert (mine.role.title, mine.for_nobody) == ("Head of HR", 1)
    assert build_questionnaire(framework).role is None


def test_a_role_that_nobody_has_or_that_answers_nothing_is_refused() -> None:
    framework = read_framework(a_framework(roles={"lead": "Lead", "hr": "Head of HR"}))
    with pytest.raises(UnknownName, match="there is no role 'ciso'"):
        build_questionnaire(framework, role="ciso")
    with pytest.raises(UsageError, match="no question is for hr"):
        build_questionnaire(framework, role="hr")


def test_where_higher_is_worse_the_level_that_fits_is_asked_for_and_evidence_down_from_one() -> None:
    question = asked(a_question(evidence={"required-from": 2}), higher_is="worse")
    assert question.how == "Choose the level that fits today."
    assert question.evidence_needed == "Evidence is needed at level 2 and below."
