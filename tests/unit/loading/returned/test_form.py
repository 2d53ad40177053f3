"""What the offline form saves is read, and what is none is said with its place."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from readiness.errors import InputError
from readiness.loading.library import Library
from readiness.loading.returned import Returned, ReturnedAnswer, ReturnedFact
from readiness.loading.returned.form import FORM_FILE
from tests.builders import Plain


def a_saved_form(**keys: object) -> Plain:
    """Return what a form saves in which one level was raised."""
    return {
        "readiness": "answers/1",
        "framework": {"id": "sample", "version": "1.0.0", "digest": "abc"},
        "respondent": {"id": "hr", "role": "Head of HR", "name": "Ada"},
        "facts": {"staff": 1400},
        "answers": {"q1": {"level": 3}},
        "baseline": {"answers": {"q1": {"level": 2}}, "facts": {}},
    } | keys


def read(saved: Plain | str | bytes) -> Returned:
    text = json.dumps(saved) if isinstance(saved, dict) else saved
    return FORM_FILE.read("back.json", text.encode() if isinstance(text, str) else text, Library(()))


def test_a_saved_form_says_what_was_answered_by_whom_and_what_stood_before() -> None:
    back = read(a_saved_form())
    assert (back.framework, back.version, back.digest) == ("sample", "1.0.0", "abc")
    assert back.answers == (ReturnedAnswer("q1", {"level": 3}, {"level": 2}, "answers.q1"),)
    assert back.facts == (ReturnedFact("staff", 1400, None, "facts.staff"),)
    assert (back.respondent, back.respondents) == ("hr", {"hr": {"role": "Head of HR", "name": "Ada"}})
    assert back.problems == ()


def test_an_answer_that_was_taken_back_is_empty_now() -> None:
    assert read(a_saved_form(answers={})).answers == (ReturnedAnswer("q1", {}, {"level": 2}, "answers.q1"),)


def test_who_answered_may_stay_unsaid() -> None:
    back = read(a_saved_form(respondent=None))
    assert (back.respondent, back.respondents, back.problems) == (None, {}, ())


@pytest.mark.parametrize(("written", "value"), [("12.50", Decimal("12.50")), ("-3", -3), (7, 7), (0.5, Decimal("0.5"))])
def test_a_measured_number_is_exact(written: object, value: object) -> None:
    (answer,) = read(a_saved_form(answers={"q1": {"value": written}})).answers
    assert answer.now == {"value": value}
    assert type(answer.now["value"]) is type(value)


def test_every_mistake_of_a_hand_is_told_at_once_with_its_place() -> None:
    back = read(
        a_saved_form(
            respondent={"role": "Head of HR"},
            facts={"staff": [1]},
            answers={"q1": 3, "q2": {"value": "1,5"}},
            baseline={"answers": [], "facts": {}},
        )
    )
    assert {(one.place, one.message) for one in back.problems} == {
        ("respondent", "does not say who answered"),
        ("facts.staff", "is no value"),
        ("answers.q1", "is no answer"),
        ("answers.q2", "'1,5' is not a number"),
        ("baseline.answers", "holds no answers"),
    }
    assert all(one.help for one in back.problems)


@pytest.mark.parametrize(
    "content",
    [
        '{"readiness": "answers/1"',
        "[" * 100_000,
        b"\xff\xfe",
        '{"readiness": "answers/1", "a": NaN}',
        '{"readiness": "answers/1", "readiness": "answers/1"}',
        '{"readiness": "answers/1", "a": ' + "9" * 5000 + "}",
    ],
)
def test_what_is_no_plain_json_cannot_be_read(content: str | bytes) -> None:
    with pytest.raises(InputError, match=r"back\.json cannot be read"):
        read(content)


def test_a_key_that_stands_twice_is_named() -> None:
    with pytest.raises(InputError, match="'q1' stands twice in one place"):
        read('{"readiness": "answers/1", "answers": {"q1": {"level": 1}, "q1": {"level": 2}}}')


@pytest.mark.parametrize("change", [{"readiness": "answers/2"}, {"framework": {"id": "sample"}}, {"framework": None}])
def test_another_json_file_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(InputError, match="not a file that the form has saved"):
        read(a_saved_form(**change))


def test_only_json_of_the_form_is_taken_for_one() -> None:
    saved = json.dumps(a_saved_form()).encode()
    assert FORM_FILE.reads("back.JSON", saved)
    assert not FORM_FILE.reads("back.xlsx", saved)
    assert not FORM_FILE.reads("result.json", b'{"readiness": "result/1"}')
