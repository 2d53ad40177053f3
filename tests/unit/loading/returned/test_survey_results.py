"""What a survey sends, read as answers."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from readiness.errors import InputError
from readiness.loading.library import Library
from readiness.loading.returned import Returned, all_returned
from tests.builders import a_framework, a_question, write

TYPES = ("level", "checklist", "choice", "multiple", "number", "date")
FACTS = {"remote": {"type": "boolean", "ask": "Remote?"}, "posts": {"type": "number", "ask": "Posts?"}}
FRAMEWORK = a_framework(0, questions=[a_question(one, one) for one in TYPES], facts=FACTS, roles={"hr": "HR"})
META = {"readiness_framework": "sample", "readiness_version": "1.0.0", "readiness_digest": "0"}


def read(said: object, folder: Path) -> tuple[Returned, ...]:
    write(FRAMEWORK, folder)
    file = folder / "back.json"
    file.write_text(said if isinstance(said, str) else json.dumps(said), encoding="utf-8")
    return all_returned(str(file), Library((folder,)))


def one(folder: Path, **fields: object) -> Returned:
    (returned,) = read({**META, **fields}, folder)
    return returned


def answers(returned: Returned) -> dict[str, dict[str, Any]]:
    return {answer.question: dict(answer.now) for answer in returned.answers}


def test_each_person_of_a_list_is_a_part_and_one_alone_is_the_file(tmp_path: Path) -> None:
    people = [{**META, "readiness_role": role, "q_level": level} for role, level in (("hr", "2"), ("lead", 5))]
    found = read(people, tmp_path)
    assert [(Path(part.file).name, part.respondent) for part in found] == [
        ("back.json#1", "hr"),
        ("back.json#2", "lead"),
    ]
    assert [answers(part) for part in found] == [{"level": {"level": 2}}, {"level": {"level": 5}}]
    (alone,) = read(people[:1], tmp_path)
    assert (Path(alone.file).name, alone.digest, alone.answers[0].place) == ("back.json", "0", "q_level")


def test_values_are_read_whatever_their_type(tmp_path: Path) -> None:
    said = one(
        tmp_path,
        readiness_day="2026-11-20",
        q_checklist=["a"],
        partly_checklist=["b"],
        q_multiple=["_none"],
        q_choice=None,
        fact_remote=True,
        fact_posts=1234,
        their_own={"left": "alone"},
    )
    day = {"on": "2026-11-20"}
    assert answers(said) == {"checklist": {"done": ["a"], "partly": ["b"], **day}, "multiple": {"options": [], **day}}
    assert {fact.fact: (fact.now, fact.before, fact.place) for fact in said.facts} == {
        "remote": (True, None, "fact_remote"),
        "posts": (1234, None, "fact_posts"),
    }
    assert said.problems == ()


@pytest.mark.parametrize(
    ("written", "value"),
    [("1.234", Decimal("1.234")), ("0.1", Decimal("0.1")), ("12.50", Decimal("12.5")), ("-3.0", -3), ("2e3", 2000)],
)
def test_a_number_is_exact_and_never_in_thousands(tmp_path: Path, written: str, value: object) -> None:
    (said,) = read(json.dumps(META)[:-1] + f', "q_number": {written}}}', tmp_path)
    assert answers(said) == {"number": {"value": value}}


@pytest.mark.parametrize("written", ["1e999999999", "9" * 60, "1e-999999999", f"1e{'9' * 30}"])
def test_a_number_that_nobody_means_is_named(tmp_path: Path, written: str) -> None:
    (said,) = read(json.dumps(META)[:-1] + f', "q_number": {written}}}', tmp_path)
    assert [(one.place, "is not a number" in one.message) for one in said.problems] == [("q_number", True)]


@pytest.mark.parametrize(
    ("fields", "place", "message"),
    [
        ({"q_date": "soon"}, "q_date", "'soon' is not a day"),
        ({"q_level": {"a": 1}}, "q_level", "is no answer of a survey"),
        ({"q_multiple": [["a"]]}, "q_multiple", "is no answer of a survey"),
        ({"q_multiple": ["a", "_none"]}, "q_multiple", "something is ticked beside none of these"),
        ({"q_gone": "x"}, "q_gone", "the framework has no such question"),
        ({"q_level": 3, "state_level": "unknown"}, "state_level", "there is an answer, and it says that there is none"),
    ],
)
def test_what_is_wrong_is_named_by_its_field(tmp_path: Path, fields: dict[str, Any], place: str, message: str) -> None:
    (problem,) = one(tmp_path, **fields).problems
    assert (problem.place, problem.message) == (place, message)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"readiness_framework": "sample"', "cannot be read: Expecting ',' delimiter"),
        ('{"readiness_framework": "a", "readiness_framework": "b"}', "cannot be read: it is no plain JSON"),
        ("[" * 200_000 + '"readiness_framework"', "cannot be read: it is no plain JSON"),
        ('["readiness_framework"]', "is not what a survey of `readiness questionnaire` sends"),
        ('{"readiness_framework": "elsewhere"}', "answers the framework 'elsewhere', which is not there"),
        ('{"readiness_framework": {"id": "sample"}}', "answers the framework '', which is not there"),
        ('{"q_level": 3}', "is not a file that comes back"),
    ],
)
def test_what_is_no_result_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputError, match=r"back\.json") as raised:
        read(text, tmp_path)
    assert message in str(raised.value)
