"""`readiness status`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from readiness.workflows import schema
from tests.builders import Plain, a_framework, a_question, an_assessment, write
from tests.cli.conftest import Readiness

RESPONDENTS: Plain = {"ann": {"role": "Head of IT"}, "guest": {"role": "Visitor"}}
ROLES = {"it": "Head of IT", "hr": "Head of people"}


GIVEN: Plain = {"own": {"level": 4}, "doubt": {"unknown": "Nobody counts them."}, "calm": {"level": 2}}
SHARED: Plain = {"shared": {"level": 2}}
VOTED: Plain = {"shared": {"votes": {"ann": {"level": 2}}}}


def answers_in(folder: Path, *given: Plain) -> Path:
    questions = [
        a_question("shared", answered_by=["it", "hr"]),
        a_question("own", answered_by=["it"], evidence={"required-from": 3, "expect": ["minutes", "a list"]}),
        a_question("doubt", answered_by=["it"]),
        a_question("calm", answered_by=["hr"]),
        a_question("open"),
    ]
    write(a_framework(dimensions=0, questions=questions, roles=ROLES), folder)
    answers = {id_: answer for one in (GIVEN, *given) for id_, answer in one.items()}
    return write(an_assessment(answers, respondents=RESPONDENTS), folder)


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    return answers_in(tmp_path)


@pytest.fixture
def voted(tmp_path: Path) -> Path:
    return answers_in(tmp_path, VOTED)


def test_who_owes_most_comes_first(readiness: Readiness, answers: Path) -> None:
    code, out, err = readiness("status", answers)
    assert (code, err) == (0, "")
    assert out == (
        "Sample Council\n"
        "sample 1.0.0\n"
        "\n"
        "████······  2 of 5 answered, 2 unanswered, 1 not known, 1 without evidence\n"
        "\n"
        "Who owes answers or evidence\n"
        "  it, Head of IT\n"
        "    ███·······  1 of 3 answered, 1 unanswered, 1 not known, 1 without evidence\n"
        "  hr, Head of people\n"
        "    █████·····  1 of 2 answered, 1 unanswered\n"
        "  Whoever leads the assessment (questions that name no role)\n"
        "    ··········  0 of 1 answered, 1 unanswered\n"
        "  A question for several roles stands with each of them.\n"
        "\n"
        f"A text to send: readiness status {answers} --for it\n"
    )


@pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {"READINESS_ACCESSIBLE": "1"}])
def test_nothing_is_drawn_for_those_who_listen(
    readiness: Readiness, answers: Path, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    out = readiness("status", answers).out
    assert "\n2 of 5 answered, 2 unanswered" in out
    assert "█" not in out


def test_a_narrow_terminal_wraps_all_but_the_command(
    readiness: Readiness, answers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    *lines, command = readiness("status", answers).out.splitlines()
    assert max(map(len, lines)) <= 40
    assert command.startswith("A text to send: readiness status ")


def test_votes_are_awaited_by_person(readiness: Readiness, voted: Path) -> None:
    out = readiness("status", voted).out
    assert "Who owes votes\n  ann, Head of IT: 1 question\n  guest, Visitor: 2 questions\n" in out


def test_when_all_have_answered_and_voted_nothing_is_left_to_send(readiness: Readiness, tmp_path: Path) -> None:
    questions = [a_question("shared", answered_by=["it"])]
    write(a_framework(dimensions=0, questions=questions, roles=ROLES), tmp_path)
    votes = {"votes": {"ann": {"level": 2}, "guest": {"level": 3}}}
    out = readiness("status", write(an_assessment({"shared": votes}, respondents=RESPONDENTS), tmp_path)).out
    assert out.endswith(
        "██████████  1 of 1 answered\n"
        "No answer is missing, and none lacks evidence that it needs.\n"
        "Everybody has voted.\n"
    )


def test_where_no_question_applies_nobody_owes_anything(readiness: Readiness, tmp_path: Path) -> None:
    facts = {"ships": {"ask": "Do you own ships?", "type": "boolean"}}
    questions = [a_question("q", applies_when={"fact": "ships", "is": True}, answered_by=["it"])]
    write(a_framework(dimensions=0, questions=questions, roles=ROLES, facts=facts), tmp_path)
    dry = {"name": "Sample Council", "facts": {"ships": False}}
    code, out, _ = readiness("status", write(an_assessment(organisation=dry), tmp_path))
    assert code == 0
    assert "\nNo question is asked.\n" in out


def test_a_role_that_owes_nothing_is_named_below_the_others(readiness: Readiness, tmp_path: Path) -> None:
    answers = answers_in(tmp_path, SHARED)
    assert "  Nothing is owed by hr.\n" in readiness("status", answers).out


def test_the_text_to_send_has_the_questions_and_the_steps_are_for_the_sender(
    readiness: Readiness, answers: Path
) -> None:
    code, out, err = readiness("status", answers, "--for", "it", "--by", "2026-12-04")
    assert code == 0
    assert out.startswith("Subject: Sample Council: 3 questions for you\n\nHello,\n")
    assert "Please answer:\n  - How is shared? (shared)\n" in out
    assert "  - How is doubt? (doubt)\n" in out
    assert "  - How is own? (own) Such as: minutes; a list.\n" in out
    assert "Please fill in the attached workbook, it.xlsx, and send it back by 4 December\n2026." in out
    assert "first sheet" not in out, "the form of a role has its role filled in"
    assert err == (
        f"\nthe workbook: readiness questionnaire {answers} --for it -o it.xlsx\n"
        f"when it is back: readiness collect it.xlsx --into {answers}\n"
    )


def test_who_votes_is_told_how_to_sign(readiness: Readiness, voted: Path) -> None:
    _, out, err = readiness("status", voted, "--for", "guest")
    assert "On its first sheet, write guest as your role." in " ".join(out.split())
    assert "send it back." in out
    assert f"readiness questionnaire {voted} -o guest.xlsx\n" in err
    assert f"--into {voted} --votes\n" in err


def test_the_steps_of_the_sender_work(
    readiness: Readiness, answers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    steps = readiness("status", answers, "--for", "it").err.strip().splitlines()
    before = answers.read_bytes()
    for step in steps:
        assert readiness(*step.partition(": readiness ")[2].split()).code == 0
    assert answers.read_bytes() == before


def test_who_owes_nothing_gets_no_text(readiness: Readiness, tmp_path: Path) -> None:
    answers = answers_in(tmp_path, SHARED)
    assert readiness("status", answers, "--for", "hr") == (0, "Head of people owes nothing.\n", "")


def test_data_has_the_ids_of_the_questions(readiness: Readiness, voted: Path) -> None:
    found = json.loads(readiness("status", voted, "--output-format", "json").out)
    Draft202012Validator(schema("status"), format_checker=FormatChecker(["date"])).validate(found)
    assert (found["readiness"], found["asked"], found["answered"]) == ("status/1", 5, 3)
    assert found["share-answered"] == {"exact": "3/5", "value": 0.6}
    assert [(one["id"], one["unknown"], one["without-evidence"]) for one in found["roles"]] == [
        ("it", ["doubt"], ["own"]),
        ("hr", [], []),
    ]
    assert found["no-role"]["unanswered"] == ["open"]
    assert found["votes"][1] == {"respondent": "guest", "role": "Visitor", "questions": ["shared", "open"]}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--by", "2026-12-04"], "--by is a day in the text that --for writes"),
        (["--for", "it", "--by", "soon"], "--by: 'soon' is not a day"),
        (["--for", "it", "--output-format", "json"], "--for writes a text"),
        (["--for", "itt"], "there is no role or respondent 'itt'"),
    ],
)
def test_wrong_usage_is_explained(readiness: Readiness, answers: Path, options: list[str], message: str) -> None:
    code, out, err = readiness("status", answers, *options)
    assert (code, out) == (2, "")
    assert message in err


def test_hostile_text_stays_text(readiness: Readiness, tmp_path: Path) -> None:
    questions = [a_question("q", ask="\x1b[31m[red]Who?", answered_by=["it"])]
    write(a_framework(dimensions=0, questions=questions, roles={"it": "\x1b]0;Boss\x07"}), tmp_path)
    answers = write(an_assessment(), tmp_path)
    for run in (readiness("status", answers), readiness("status", answers, "--for", "it")):
        assert "\x1b" not in run.out + run.err
