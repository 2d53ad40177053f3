"""Checks of an assessment: what they let pass, and messages that the bad documents do not show."""

from __future__ import annotations

import pytest

from tests.builders import Plain, a_framework, a_gate, a_question, an_area, an_assessment, check_assessment

FACTS = {
    "online": {"type": "boolean", "ask": "Is there a service online?"},
    "posts": {"type": "number", "ask": "How many people work there?"},
    "branch": {"type": "text", "ask": "Which sector?"},
}


def findings(assessment: Plain, framework: Plain | None = None) -> list[tuple[str, str]]:
    checked, _ = check_assessment(assessment, framework or a_framework())
    return [(one.code, one.message) for one in checked.diagnostics]


def with_facts(**facts: object) -> Plain:
    return an_assessment(organisation={"name": "X", "facts": facts})


@pytest.mark.parametrize(
    "facts", [{"online": True}, {"posts": 0}, {"posts": 12.5}, {"branch": "police"}, {"branch": "12"}, {}], ids=str
)
def test_a_fact_of_its_kind_is_let_pass(facts: Plain) -> None:
    assert findings(with_facts(**facts), a_framework(facts=FACTS)) == []


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"online": "yes"}, "the fact `online` should be true or false"),
        ({"online": 1}, "the fact `online` should be true or false"),
        ({"posts": "many"}, "the fact `posts` should be a number"),
        ({"posts": True}, "the fact `posts` should be a number"),
        ({"branch": False}, "the fact `branch` should be text"),
        ({"sectr": "police"}, "the framework does not ask for the fact `sectr`"),
    ],
    ids=str,
)
def test_a_fact_of_another_kind_says_which_is_right(facts: Plain, message: str) -> None:
    assert findings(with_facts(**facts), a_framework(facts=FACTS)) == [("RA106", message)]


@pytest.mark.parametrize(
    "keys",
    [
        {"gates": [a_gate({"not": {"fact": "online", "is": True}})]},
        {"areas": [an_area("a", [a_question()], applies_when={"fact": "online", "is": True})]},
        {"areas": [an_area("a", [a_question()], gates=[a_gate({"fact": "online", "is": True})])]},
        {"areas": [an_area("a", [a_question(applies_when={"fact": "online", "is": True})])]},
    ],
    ids=["a gate of the framework", "an area", "a gate of an area", "a question"],
)
def test_a_fact_that_a_condition_asks_for_is_missed(keys: Plain) -> None:
    framework = a_framework(facts=FACTS, **keys)
    assert findings(an_assessment(), framework) == [
        ("RA107", "the fact `online` is not given: Is there a service online?")
    ]
    assert findings(with_facts(online=False), framework) == []


@pytest.mark.parametrize("answer", [{"unknown": "Nobody knows."}, {"note": "Next week."}, {}], ids=str)
def test_a_state_that_stands_for_an_answer_fits_every_question(answer: Plain) -> None:
    framework = a_framework(0, [a_question("q", "choice", scoring={"not-applicable": "forbidden"})])
    assert findings(an_assessment({"q": answer}), framework) == []


@pytest.mark.parametrize(
    ("question", "area", "framework", "found"),
    [
        (None, None, None, False),
        (None, None, "forbidden", True),
        (None, "forbidden", "exclude", True),
        ("forbidden", "exclude", "zero", True),
        ("zero", "forbidden", "forbidden", False),
        (None, "full", "forbidden", False),
    ],
)
def test_the_nearest_policy_says_whether_a_question_can_be_set_aside(
    question: str | None,
    area: str | None,
    framework: str | None,
    found: bool,  # noqa: FBT001
) -> None:
    def policy(value: str | None) -> Plain | None:
        return {"not-applicable": value} if value else None

    asked = a_question("q", scoring=policy(question))
    document = a_framework(areas=[an_area("a", [asked], scoring=policy(area))], scoring=policy(framework))
    expected = [("RA203", "`q` cannot be marked not applicable")] if found else []
    assert findings(an_assessment({"q": {"not-applicable": "None here."}}), document) == expected


def test_a_day_up_to_that_of_the_assessment_is_let_pass() -> None:
    answer = {"level": 2, "on": "2026-11-20", "evidence": [{"title": "Plan", "dated": "2026-11-20"}]}
    assert findings(an_assessment({"d1-q1": answer})) == []


def test_evidence_may_be_valid_beyond_the_day_of_the_assessment() -> None:
    answer = {"level": 2, "evidence": [{"title": "Plan", "dated": "2026-11-20", "valid-until": "2030-01-01"}]}
    assert findings(an_assessment({"d1-q1": answer})) == []


def test_an_answer_of_a_listed_respondent_is_let_pass() -> None:
    respondents = {"cto": {"role": "Chief technology officer"}}
    assert findings(an_assessment({"d1-q1": {"level": 2, "by": "cto"}}, respondents=respondents)) == []
    assert findings(an_assessment({"d1-q1": {"level": 2, "by": "cto"}})) == [("RA104", "there is no respondent `cto`")]


def test_an_unknown_target_without_any_to_choose_from_has_no_suggestion() -> None:
    checked, _ = check_assessment(an_assessment(target="good"), a_framework(targets=None))
    assert [(one.code, one.help) for one in checked.diagnostics] == [("RA105", "")]


def test_another_version_of_the_framework_is_a_warning_only() -> None:
    checked, _ = check_assessment(an_assessment(), a_framework(version="1.1.0"))
    assert [(one.code, one.message) for one in checked.diagnostics] == [
        ("RA103", "the answers were given to version 1.0.0; this is version 1.1.0")
    ]
    assert checked.model is not None


def test_a_question_that_does_not_exist_is_found_with_a_suggestion() -> None:
    checked, _ = check_assessment(an_assessment({"d1-q11": 3, "zzz": 3}), a_framework(1, 1))
    assert [(one.message, one.help) for one in checked.diagnostics] == [
        ("there is no question `d1-q11`", "did you mean `d1-q1`?"),
        ("there is no question `zzz`", "known: d1-q1"),
    ]


def test_a_question_whose_id_is_a_number_is_marked_where_it_stands() -> None:
    checked, _ = check_assessment(an_assessment() | {"answers": {2024: {"level": 3}}})
    (finding,) = checked.diagnostics
    assert (finding.code, finding.location.line, finding.location.column) == ("RA101", 9, 3)


@pytest.mark.parametrize(
    ("answered", "current", "advice"),
    [
        (
            "1.9.9",
            "2.0.0",
            "answers may no longer mean what they did: readiness migrate ANSWERS --to 2.0.0 shows ",
        ),
        ("1.0.0", "1.10.0", "readiness migrate ANSWERS --to 1.10.0 carries the answers over"),
        ("1.0.0", "1.0.1", "only details have changed: readiness migrate"),
        ("1.10.0", "1.9.0", "the answers are newer than the framework: use its version 1.10.0"),
    ],
)
def test_the_first_number_that_differs_says_what_to_look_through(answered: str, current: str, advice: str) -> None:
    assessment = an_assessment(framework={"id": "sample", "version": answered})
    (found,) = check_assessment(assessment, a_framework(version=current))[0].diagnostics
    assert found.code == "RA103"
    assert found.help.startswith(advice)


@pytest.mark.parametrize("reason", [True, False, None, "", " \n ", "no", "Yes.", "n/a", "TBC", "Not applicable", "-"])
def test_a_mark_is_no_reason_for_leaving_a_question_out(reason: object) -> None:
    checked, _ = check_assessment(an_assessment({"d1-q1": {"not-applicable": reason}, "d1-q2": 9}))
    assert [one.code for one in checked.diagnostics] == ["RA204", "RA202"]
    assert checked.model is None


@pytest.mark.parametrize("reason", ["We have none.", "None is held.", "Keine", 2026])
def test_a_reason_may_be_short(reason: object) -> None:
    assert findings(an_assessment({"d1-q1": {"not-applicable": reason}})) == []


def test_a_reason_for_what_must_be_answered_is_not_judged_as_well() -> None:
    framework = a_framework(scoring={"not-applicable": "forbidden"})
    assert [code for code, _ in findings(an_assessment({"d1-q1": {"not-applicable": "n/a"}}), framework)] == ["RA203"]
