"""Who still owes what, from plain documents."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from fractions import Fraction

import pytest

from readiness.agreement.find import find_agreement
from readiness.agreement.outstanding import Outstanding, Owed, find_outstanding, find_owed
from readiness.errors import UnknownName
from readiness.scoring.engine import Scorer
from readiness.scoring.reading import read_answers
from readiness.scoring.score import score
from tests.builders import Plain, a_framework, a_question, an_assessment, read_assessment

FRAMEWORK = a_framework(
    dimensions=0,
    roles={"it": "Head of IT", "hr": "Head of people", "boss": "Chief executive"},
    questions=[
        a_question("shared", answered_by=["hr", "it"]),
        a_question("own", answered_by=["it"], evidence={"required-from": 3}),
        a_question("doubt", answered_by=["it"]),
        a_question("cloud", answered_by=["it"], applies_when={"question": "own", "below": 2}),
        a_question("open"),
    ],
)
ANSWERS: Plain = {"own": {"level": 4}, "doubt": {"unknown": "Nobody counts them."}}


def looked_at(answers: Plain, framework: Plain = FRAMEWORK, **keys: object) -> Outstanding:
    return _both(answers, framework, None, **keys)[0]


def owed(name: str, answers: Plain, **keys: object) -> Owed:
    found = _both(answers, FRAMEWORK, name, **keys)[1]
    assert found is not None
    return found


def _both(answers: Plain, framework: Plain, name: str | None, **keys: object) -> tuple[Outstanding, Owed | None]:
    model, assessment = read_assessment(an_assessment(answers, **keys), framework)
    readings = read_answers(model, assessment, assessment.assessed_on)
    scorecard = score(Scorer(model, {}), readings)
    found = find_outstanding(model, scorecard, find_agreement(model, assessment, scorecard))
    return found, None if name is None else find_owed(model, assessment, found, name)


class TestShares:
    def test_what_is_missing_is_told_apart(self) -> None:
        whole = looked_at(ANSWERS).whole
        assert whole.unanswered == ("shared", "open")
        assert whole.unknown == ("doubt",)
        assert whole.unbacked == ("own",)
        assert (whole.answered, len(whole.asked), whole.done) == (1, 4, Fraction(1, 4))

    def test_a_question_that_is_not_asked_is_owed_by_nobody(self) -> None:
        assert "cloud" not in looked_at(ANSWERS).by_role["it"].asked
        assert "cloud" in looked_at({"own": 1}).by_role["it"].unanswered

    def test_a_question_of_several_roles_stands_with_each_and_counts_once(self) -> None:
        found = looked_at(ANSWERS)
        assert found.by_role["hr"].unanswered == found.by_role["it"].unanswered == ("shared",)
        assert found.whole.owed == 4

    def test_roles_keep_their_order_and_those_that_are_asked_nothing_are_left_out(self) -> None:
        assert list(looked_at(ANSWERS).by_role) == ["it", "hr"]

    def test_what_names_no_role_stands_by_itself(self) -> None:
        assert looked_at(ANSWERS).for_nobody.unanswered == ("open",)

    def test_that_a_question_does_not_apply_is_an_answer(self) -> None:
        answers = ANSWERS | {"open": {"not-applicable": "We have no door."}}
        assert looked_at(answers).for_nobody.owed == 0

    def test_evidence_in_date_is_not_owed(self) -> None:
        answers: Plain = {"own": {"level": 4, "evidence": [{"title": "Minutes", "dated": "2026-11-01"}]}}
        assert looked_at(answers).whole.unbacked == ()

    def test_where_nothing_is_asked_all_is_done(self) -> None:
        hidden = a_question("q", applies_when={"fact": "ships", "is": True})
        facts = {"ships": {"ask": "Do you own ships?", "type": "boolean"}}
        framework = a_framework(dimensions=1, questions=1, facts=facts)
        framework["areas"][0]["questions"] = [hidden]
        model, assessment = read_assessment(an_assessment(), framework)
        scorecard = score(Scorer(model, {"ships": False}), read_answers(model, assessment, assessment.assessed_on))
        whole = find_outstanding(model, scorecard, None).whole
        assert (whole.asked, whole.done) == ((), 1)


PEOPLE: Plain = {
    "ann": {"role": "Head of IT"},
    "bob": {"role": "Head of people"},
    "eve": {"role": "Head of people"},
    "guest": {"role": "Visitor"},
}
VOTED = ANSWERS | {"shared": {"votes": {"bob": {"level": 2}}}}


class TestOwed:
    def test_a_role_owes_its_own_questions(self) -> None:
        found = owed("it", ANSWERS)
        assert (found.title, found.form) == ("Head of IT", "it")
        assert (found.to_answer, found.unknown, found.unbacked) == (("shared",), ("doubt",), ("own",))
        assert found.count == 3

    def test_a_role_that_one_person_has_owes_the_votes_of_that_person(self) -> None:
        found = owed("it", VOTED, respondents=PEOPLE)
        assert found.to_answer == ("shared", "open")
        assert found.form is None, "the form of the role lacks what names no role"

    def test_of_several_people_in_a_role_each_owes_votes_by_name(self) -> None:
        assert owed("hr", VOTED, respondents=PEOPLE).to_answer == ()
        assert owed("eve", VOTED, respondents=PEOPLE).to_answer == ("shared", "open")
        assert owed("bob", VOTED, respondents=PEOPLE).to_answer == ("open",)

    def test_a_vote_on_what_nobody_knows_is_asked_for_once(self) -> None:
        votes = {"doubt": {"votes": {"bob": {"unknown": "No idea."}}}}
        found = owed("ann", VOTED | votes, respondents=PEOPLE)
        assert "doubt" in found.to_answer
        assert found.unknown == ()

    def test_somebody_without_a_role_owes_answers_and_votes_and_no_evidence(self) -> None:
        found = owed("guest", VOTED, respondents=PEOPLE)
        assert (found.title, found.form) == ("Visitor", None)
        assert (found.to_answer, found.unknown, found.unbacked) == (("shared", "open"), (), ())

    def test_a_role_that_is_asked_nothing_owes_nothing(self) -> None:
        assert owed("boss", ANSWERS).count == 0

    def test_a_name_that_is_neither_is_refused(self) -> None:
        with pytest.raises(UnknownName, match="there is no role or respondent 'hrr'"):
            owed("hrr", ANSWERS)
