"""Tables of submissions as ODK Central and KoboToolbox export them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from readiness.errors import InputError
from readiness.loading.library import Library
from readiness.loading.returned import Misread, Returned, ReturnedFact, all_returned
from readiness.report.questionnaire import build_questionnaire
from readiness.report.questionnaire.xlsform import questionnaire_xlsform
from tests.builders import Plain, read_framework, write
from tests.returned_workbooks import every_type
from tests.xlsforms import XForm, as_csv

META = "readiness_framework,readiness_version,readiness_digest"
FACTS = {"remote": {"type": "boolean", "ask": "Remote?"}, "posts": {"type": "number", "ask": "How many?"}}
FRAMEWORK = every_type() | {"facts": FACTS, "roles": {"lead": "Lead", "hr": "Head of HR"}}
FILLED = {
    "readiness_day": "2026-11-20",
    "readiness_role": "hr",
    "readiness_name": " Ann  Lee",
    "fact_remote": "false",
    "fact_posts": "12.5",
    "q_level": "3",
    "note_level": "=1+1, they say\nand more",
    "confidence_level": "low",
    "q_checklist": "a",
    "partly_checklist": "b",
    "q_choice": "some",
    "q_multiple": "_none",
    "q_yes_no": "no",
    "q_number": "0.1",
    "state_text": "unknown",
    "state_date": "not-applicable",
    "reason_date": "No plan here.",
}
ANSWERS = {
    "level": {"level": 3, "note": "=1+1, they say\nand more", "confidence": "low"},
    "checklist": {"done": ["a"], "partly": ["b"]},
    "choice": {"option": "some"},
    "multiple": {"options": []},
    "yes-no": {"answer": "no"},
    "number": {"value": 0.1},
    "text": {"unknown": "No reason was given."},
    "date": {"not-applicable": "No plan here."},
}


def a_form() -> XForm:
    return XForm(questionnaire_xlsform([build_questionnaire(read_framework(FRAMEWORK))]))


def read(text: str | bytes, folder: Path) -> tuple[Returned, ...]:
    write(FRAMEWORK, folder)
    file = folder / "back.csv"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return all_returned(str(file), Library((folder,)))


def one(folder: Path, **cells: str) -> Returned:
    """Return a row of which only some columns were exported."""
    names = [name.replace("__", "/") for name in cells]
    values = ",".join(f'"{value}"' for value in cells.values())
    (found,) = read(f"{META},{','.join(names)}\nsample,1.0.0,0,{values}\n", folder)
    return found


def answers(returned: Returned) -> Plain:
    said: Any = {answer.question: dict(answer.now) for answer in returned.answers}
    if "number" in said:
        said["number"]["value"] = float(said["number"]["value"])
    return {id_: {key: value for key, value in one.items() if key != "on"} for id_, one in said.items()}


@pytest.mark.parametrize(("separator", "delimiter"), [("/", ";"), ("-", ","), (":", "\t")])
def test_what_is_filled_in_comes_back_whole(tmp_path: Path, separator: str, delimiter: str) -> None:
    text = as_csv(a_form().fill(FILLED), separator=separator, delimiter=delimiter)
    (returned,) = read(b"\xef\xbb\xbf" + text.encode(), tmp_path)
    assert (returned.problems, answers(returned)) == ((), ANSWERS)
    assert {answer.now["on"] for answer in returned.answers} == {"2026-11-20"}
    assert (returned.respondent, returned.respondents) == ("hr", {"hr": {"role": "Head of HR", "name": "Ann Lee"}})
    assert [(fact.fact, str(fact.now)) for fact in returned.facts] == [("remote", "False"), ("posts", "12.5")]
    assert returned.digest == build_questionnaire(read_framework(FRAMEWORK)).digest


def test_each_row_is_somebody(tmp_path: Path) -> None:
    rows = [a_form().fill({"readiness_role": role, "q_level": level}) for role, level in (("hr", "2"), ("lead", "5"))]
    found = read(as_csv(*rows), tmp_path)
    assert [(Path(one.file).name, one.respondent) for one in found] == [("back.csv#2", "hr"), ("back.csv#3", "lead")]
    assert [answers(one) for one in found] == [{"level": {"level": 2}}, {"level": {"level": 5}}]


def test_ticks_may_come_in_columns_of_their_own(tmp_path: Path) -> None:
    ticks = {"area__q_checklist__a": "1", "area__q_checklist__b": "0", "q_multiple__a": "True", "q_multiple__b": ""}
    returned = one(tmp_path, **ticks)
    assert answers(returned) == {"checklist": {"done": ["a"]}, "multiple": {"options": ["a"]}}
    assert answers(one(tmp_path, q_multiple__a="0", q_multiple___none="1")) == {"multiple": {"options": []}}
    assert answers(one(tmp_path, q_multiple__a="0", q_multiple___none="0")) == {}


@pytest.mark.parametrize(
    ("cells", "place", "message"),
    [
        ({"q_number": "many"}, "row 2, q_number", "'many' is not a number"),
        ({"q_date": "soon"}, "row 2, q_date", "'soon' is not a day"),
        ({"confidence_level": "huge"}, "row 2, confidence_level", "'huge' is not in the list"),
        ({"q_gone": "1"}, "row 2, q_gone", "the framework has no such question"),
        ({"q_multiple": "a _none"}, "row 2, q_multiple", "something is ticked beside none of these"),
        ({"q_multiple__a": "maybe"}, "row 2, q_multiple/a", "'maybe' does not say whether it is ticked"),
        (
            {"q_level": "1", "state_level": "unknown"},
            "row 2, state_level",
            "there is an answer, and it says that there is none",
        ),
        (
            {"state_level": "not-applicable"},
            "row 2, reason_level",
            "it does not say why the question does not apply",
        ),
    ],
)
def test_what_is_wrong_is_named_by_row_and_column(tmp_path: Path, cells: Plain, place: str, message: str) -> None:
    (problem,) = one(tmp_path, **cells).problems
    assert (problem.place, problem.message) == (place, message)


def test_a_row_that_is_too_long_is_named(tmp_path: Path) -> None:
    (returned,) = read(f"{META}\nsample,1.0.0,0,1\n", tmp_path)
    assert isinstance(returned.problems[0], Misread)
    assert returned.problems[0].place == "row 2"


def test_a_level_that_is_none_stays_for_the_check_of_answers(tmp_path: Path) -> None:
    assert answers(one(tmp_path, q_level="high")) == {"level": {"level": "high"}}


def test_who_is_not_in_the_framework_gets_an_id(tmp_path: Path) -> None:
    assert one(tmp_path, readiness_role="Head of IT").respondents == {"head-of-it": {"role": "Head of IT"}}
    assert one(tmp_path, readiness_role="…").respondent is None


def test_facts_are_read_by_their_type(tmp_path: Path) -> None:
    returned = one(tmp_path, fact_remote="true", fact_sector="health")
    assert returned.facts == (
        ReturnedFact("sector", "health", None, "row 2, fact_sector"),
        ReturnedFact("remote", True, None, "row 2, fact_remote"),  # noqa: FBT003  a value, not a flag
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is no table of answers"),
        ("How is it?,Why?\n3,\n", "is no table of answers"),
        (f"{META}\n", "holds no submissions"),
        (f"{META}\nother,1.0.0,0\n", "answers the framework 'other', which is not there"),
        (f"{META},q_level,g/q_level\nsample,1.0.0,0,1,2\n", "the column q_level is there twice"),
        (f'{META}\n"sample', "cannot be read as CSV"),
        (b"\xff\xfe\x00", "cannot be read as CSV"),
    ],
)
def test_a_table_of_something_else_is_refused(tmp_path: Path, text: str | bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(text, tmp_path)
