"""`readiness collect`: answers that came back become one assessment, all of them or none."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from readiness.workflows import schema
from readiness.workflows.answer_file import AnswerFile
from tests.builders import Plain, a_framework, an_assessment, as_yaml, write
from tests.cli.conftest import Readiness

BASE = """\
# The council's answers
readiness: assessment/1
framework: {id: sample, version: 1.0.0}
organisation: {name: Sample Council}
assessed-on: 2026-11-20
respondents:
  ciso: {role: Head of security}
answers:
  d1-q1: {level: 1, by: ciso}   # agreed in May

  d2-q1:
    level: 3
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that the commands run in: with the framework and `answers.yaml`."""
    write(a_framework(roles={"lead": "Lead", "hr": "Head of people"}), tmp_path)
    (tmp_path / "answers.yaml").write_text(BASE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def came_back(name: str, answers: Plain, **keys: object) -> str:
    """Write the answers file of somebody, named after the one respondent, and return its name."""
    role = {"respondents": {name: {"role": f"Head of {name}"}}}
    Path(f"{name}.yaml").write_text(as_yaml(an_assessment(answers, **(role | keys))), encoding="utf-8")
    return f"{name}.yaml"


def form(name: str, now: Plain, before: Plain, *, respondent: str | None = "hr", facts: Plain | None = None) -> str:
    """Write what the offline form saves, and return its name."""
    said = {
        "readiness": "answers/1",
        "framework": {"id": "sample", "version": "1.0.0", "digest": "0" * 64},
        "respondent": {"id": respondent, "role": "Head of people"} if respondent else None,
        "baseline": {"answers": before},
        "answers": now,
        "facts": facts or {},
    }
    Path(name).write_text(json.dumps(said), encoding="utf-8")
    return name


def _now() -> datetime:
    return datetime(2026, 11, 22, 14, 2)  # noqa: DTZ001  shown only


def test_what_is_new_goes_to_its_place_and_nothing_else_changes(readiness: Readiness, folder: Path) -> None:
    ran = readiness("collect", came_back("hr", {"d1-q2": {"level": 4, "note": "=1+1"}}), "--into", "answers.yaml")
    assert ran.code == 0
    assert "d1-q2: level: 4, note: =1+1, by: hr (hr.yaml, line" in ran.out
    assert (folder / "answers.yaml").read_text(encoding="utf-8") == BASE.replace(
        "  ciso: {role: Head of security}\n", "  ciso: {role: Head of security}\n  hr: {role: Head of hr}\n"
    ).replace("# agreed in May\n", "# agreed in May\n\n  d1-q2:\n    level: 4\n    note: =1+1\n    by: hr\n")


def test_an_unedited_return_changes_no_byte(readiness: Readiness, folder: Path) -> None:
    before = {"d1-q1": {"level": 1, "by": "ciso"}, "d2-q1": {"level": 3}}
    file = form("form.json", before, before)
    ran = readiness("collect", file, "answers.yaml.bak.yaml", "-o", "answers.yaml")
    assert ran.code == 2
    Path("copy.yaml").write_text(BASE, encoding="utf-8")
    ran = readiness("collect", file, "copy.yaml", "-o", "answers.yaml")
    assert ran.code == 0
    assert "form.json: nothing new" in ran.out
    assert "Nothing has changed." in ran.out
    assert (folder / "answers.yaml").read_bytes() == BASE.encode()


def test_what_a_form_began_with_is_not_taken_for_a_change(readiness: Readiness, folder: Path) -> None:
    """The form was made when d2-q1 was at 2; since then it has become 3, and the form has not touched it."""
    before = {"d2-q1": {"level": 2}, "d1-q1": {"level": 1, "by": "ciso"}}
    file = form("form.json", {**before, "d1-q1": {"level": 5}}, before)
    assert readiness("collect", file, "--into", "answers.yaml").code == 0
    text = (folder / "answers.yaml").read_text(encoding="utf-8")
    assert "  d1-q1: {level: 5, by: hr}   # agreed in May\n" in text
    assert "  d2-q1:\n    level: 3\n" in text


def test_an_answer_that_is_taken_back_goes(readiness: Readiness, folder: Path) -> None:
    file = form("form.json", {}, {"d2-q1": {"level": 3}})
    assert readiness("collect", file, "--into", "answers.yaml").code == 0
    assert "d2-q1" not in (folder / "answers.yaml").read_text(encoding="utf-8")


def test_a_conflict_shows_both_sides_with_their_places_and_writes_nothing(readiness: Readiness, folder: Path) -> None:
    files = [came_back("hr", {"d1-q1": 4, "d1-q2": 2}), came_back("cfo", {"d1-q2": 5, "d2-q2": 5})]
    ran = readiness("collect", *files, "./hr.yaml", "-o", "answers.yaml")
    assert ran.code == 1
    assert ran.out.count("hr.yaml, line 9") == 1, "a file that is named twice speaks once"
    assert "keep every view: --votes" in ran.out
    assert (folder / "answers.yaml").read_bytes() == BASE.encode()
    assert "In conflict (2): nothing is written" in ran.out
    assert "answers.yaml, line 9: level: 1, by: ciso" in ran.out
    assert "hr.yaml, line 9: level: 4, by: hr" in ran.out
    assert "cfo.yaml, line 9: level: 5, by: cfo" in ran.out
    assert "--take d1-q1=hr.yaml" in ran.out
    assert "Taken over" not in ran.out


@pytest.mark.parametrize(
    ("takes", "expected"),
    [
        (["answers.yaml", "d1-q2=hr.yaml"], {"d1-q1": 1, "d1-q2": 2}),
        (["d1-q1=answers.yaml", "cfo.yaml"], {"d1-q1": 1, "d1-q2": 5}),
        (["hr.yaml", "cfo.yaml"], {"d1-q1": 4, "d1-q2": 2}),
        (["d1-q2=./cfo.yaml", "hr.yaml"], {"d1-q1": 4, "d1-q2": 5}),
    ],
)
def test_conflicts_are_settled_one_by_one_or_by_file(
    readiness: Readiness, folder: Path, takes: list[str], expected: dict[str, int]
) -> None:
    files = [came_back("hr", {"d1-q1": 4, "d1-q2": 2}), "./" + came_back("cfo", {"d1-q2": 5})]
    options = [word for take in takes for word in ("--take", take)]
    ran = readiness("collect", *files, "-o", "answers.yaml", *options)
    assert ran.code == 0, ran.out
    with AnswerFile.open(str(folder / "answers.yaml"), _now()) as file:
        found = {id_: getattr(file.assessment.answers[id_], "level", None) for id_ in expected}
    assert found == expected


def test_a_settled_conflict_stays_settled_when_the_files_come_again(readiness: Readiness, folder: Path) -> None:
    files = [came_back("hr", {"d1-q2": 2}), came_back("cfo", {"d1-q2": 5})]
    command = ["collect", *files, "-o", "answers.yaml", "--take", "d1-q2=hr.yaml"]
    assert readiness(*command).code == 0
    once = (folder / "answers.yaml").read_bytes()
    assert readiness(*command).code == 0
    assert (folder / "answers.yaml").read_bytes() == once


def test_the_same_answer_of_two_people_is_no_conflict(readiness: Readiness) -> None:
    files = [came_back("hr", {"d1-q2": 2}), came_back("cfo", {"d1-q2": 2})]
    ran = readiness("collect", *files, "-o", "answers.yaml")
    assert ran.code == 0
    assert "by: hr" in ran.out


def test_votes_keep_every_view(readiness: Readiness, folder: Path) -> None:
    answers = {"d1-q1": {"level": 4, "note": "Seen.", "by": "hr"}, "d1-q2": 2}
    files = [came_back("hr", answers), form("form.json", {"d1-q2": {"level": 5}}, {}, respondent="cfo")]
    assert readiness("collect", *files, "-o", "answers.yaml", "--votes").code == 0
    text = (folder / "answers.yaml").read_text(encoding="utf-8")
    assert "d1-q1:" in text
    with AnswerFile.open("answers.yaml", _now()) as file:
        first, second = file.assessment.answers["d1-q1"], file.assessment.answers["d1-q2"]
        assert getattr(first, "level", None) == 1
        assert {who: getattr(vote, "level", None) for who, vote in first.votes.items()} == {"hr": 4}
        assert {who: getattr(vote, "level", None) for who, vote in second.votes.items()} == {"hr": 2, "cfo": 5}
        assert set(file.assessment.respondents) == {"ciso", "hr", "cfo"}
    once = text
    assert readiness("collect", *files, "-o", "answers.yaml", "--votes").code == 0
    assert (folder / "answers.yaml").read_text(encoding="utf-8") == once


def test_evidence_that_comes_with_votes_stands_beside_them(readiness: Readiness) -> None:
    """Each piece is merged by itself: it backs the answer that the votes lead to."""
    policy, minutes, plan = {"title": "Policy"}, {"title": "Minutes", "dated": "2026-03-01"}, {"title": "Plan"}
    write(an_assessment({"d2-q1": {"level": 3, "evidence": [policy]}}), Path())
    known = {"d2-q1": {"level": 3, "evidence": [policy]}}
    replaced = {"d2-q1": {"level": 3, "evidence": [plan]}, "d1-q2": {"level": 2, "evidence": [minutes]}}
    added = {"d2-q1": {"level": 5, "evidence": [policy, minutes]}, "d1-q2": {"level": 4, "evidence": [minutes]}}
    files = [form("one.json", replaced, known), form("two.json", added, known, respondent="cfo")]
    ran = readiness("collect", *files, "--into", "assessment.yaml", "--votes")
    assert ran.code == 0, ran.out
    assert "  - d2-q1, evidence: title: Plan (one.json" in ran.out
    assert "  - d2-q1, evidence: taken away (one.json" in ran.out
    with AnswerFile.open("assessment.yaml", _now()) as opened:
        first, second = (opened.assessment.answers[id_] for id_ in ("d1-q2", "d2-q1"))
    assert {who: getattr(vote, "level", None) for who, vote in first.votes.items()} == {"hr": 2, "cfo": 4}
    assert [one.title for one in first.evidence] == ["Minutes"], "two people who name the same name it once"
    assert set(second.votes) == {"cfo"}, "who only adds evidence has not voted"
    assert [one.title for one in second.evidence] == ["Plan", "Minutes"]
    once = Path("assessment.yaml").read_bytes()
    assert readiness("collect", *files, "--into", "assessment.yaml", "--votes").code == 0
    assert Path("assessment.yaml").read_bytes() == once


def test_two_people_who_vote_under_one_id_are_told_how_to_tell_them_apart(readiness: Readiness) -> None:
    files = [form("one.json", {"d1-q2": {"level": 5}}, {}), form("two.json", {"d1-q2": {"level": 2}}, {})]
    ran = readiness("collect", *files, "-o", "answers.yaml", "--votes")
    assert ran.code == 1
    assert "d1-q2, vote of hr" in ran.out
    assert "If two people answered as hr, each needs an id" in ran.out


@pytest.mark.parametrize("key", ["votes", "evidence"])
@pytest.mark.parametrize("options", [[], ["--votes"]])
def test_what_is_no_list_of_votes_or_evidence_is_a_mistake_of_the_file(
    readiness: Readiness, key: str, options: list[str]
) -> None:
    ran = readiness("collect", form("one.json", {"d1-q2": {"level": 5, key: [1]}}, {}), "-o", "answers.yaml", *options)
    assert ran.code == 2
    assert "one.json, answers.d1-q2: " in ran.err


def test_an_agreed_answer_that_comes_back_leaves_the_votes(readiness: Readiness, folder: Path) -> None:
    answers = {"d1-q1": {"level": 1, "votes": {"hr": {"level": 3}}}}
    write(an_assessment(answers, respondents={"hr": {"role": "HR"}}), folder)
    file = form("form.json", {"d1-q1": {"level": 2}}, {"d1-q1": {"level": 1}})
    assert readiness("collect", file, "--into", "assessment.yaml").code == 0
    with AnswerFile.open("assessment.yaml", _now()) as opened:
        answer = opened.assessment.answers["d1-q1"]
    assert getattr(answer, "level", None) == 2
    assert set(answer.votes) == {"hr"}


def test_what_a_form_says_about_the_organisation_is_merged_like_answers(readiness: Readiness, folder: Path) -> None:
    facts = {"remote": {"type": "boolean", "ask": "Do people work from home?"}}
    write(a_framework(facts=facts), folder)
    files = [
        form("one.json", {}, {}, facts={"remote": True, "staff": 40}),
        form("two.json", {}, {}, facts={"staff": 50}),
    ]
    ran = readiness("collect", *files, "-o", "answers.yaml")
    assert ran.code == 1
    assert "fact staff" in ran.out
    assert readiness("collect", *files, "-o", "answers.yaml", "--take", "staff=two.json").code == 0
    with AnswerFile.open("answers.yaml", _now()) as file:
        organisation = file.assessment.organisation
    assert (organisation.staff, organisation.facts, organisation.name) == (50, {"remote": True}, "Sample Council")


def test_a_vote_of_nobody_is_refused(readiness: Readiness) -> None:
    file = form("form.json", {"d1-q2": {"level": 5}}, {}, respondent=None)
    ran = readiness("collect", file, "-o", "answers.yaml", "--votes")
    assert ran.code == 2
    assert "form.json, answers.d1-q2: does not say who answered" in ran.err


def test_two_people_of_one_name_are_a_conflict(readiness: Readiness) -> None:
    came_back("hr", {"d1-q2": 2})
    Path("other.yaml").write_text(
        as_yaml(an_assessment({"d2-q2": 2}, respondents={"hr": {"role": "Assistant"}})), encoding="utf-8"
    )
    ran = readiness("collect", "hr.yaml", "other.yaml", "-o", "answers.yaml", "--votes")
    assert ran.code == 1
    assert "respondent hr" in ran.out
    assert "--votes" not in ran.out
    assert readiness("collect", "hr.yaml", "other.yaml", "-o", "answers.yaml", "--take", "hr=hr.yaml").code == 0


def test_every_mistake_comes_at_once_with_its_place_and_nothing_is_taken(readiness: Readiness, folder: Path) -> None:
    files = [
        came_back("hr", {"d1-q1": 9, "d9": 1, "d1-q2": 3}),
        form("form.json", {"d2-q2": {"done": ["a"]}, "d1-q2": {"leevel": 3}}, {}),
    ]
    ran = readiness("collect", *files, "-o", "answers.yaml")
    assert ran.code == 2
    for said in (
        "hr.yaml, line 9: level 9 is off the scale",
        "hr.yaml, line 11: there is no question `d9`",
        "form.json, answers.d2-q2: `d2-q2` is a question of type level",
        "form.json, answers.d1-q2: ",
        "4 mistakes in files that came back; nothing is taken over",
    ):
        assert said in ran.err
    assert (folder / "answers.yaml").read_bytes() == BASE.encode()
    as_json = json.loads(readiness("collect", *files, "-o", "answers.yaml", "--output-format", "json").out)
    Draft202012Validator(schema("collected")).validate(as_json)
    assert [one["place"] for one in as_json["faults"]] == ["line 9", "line 11", "answers.d2-q2", "answers.d1-q2"]


def test_another_version_is_refused_and_says_what_to_do(readiness: Readiness) -> None:
    other = came_back("hr", {"d1-q1": 3}, framework={"id": "sample", "version": "0.9.0"})
    ran = readiness("collect", other, "-o", "answers.yaml")
    assert ran.code == 2
    assert "hr.yaml: it answers sample 0.9.0, the assessment sample 1.0.0" in ran.err
    assert "readiness migrate" in ran.err


def test_another_framework_is_refused(readiness: Readiness, folder: Path) -> None:
    write(a_framework(id="other"), folder)
    other = came_back("hr", {"d1-q1": 3}, framework={"id": "other", "version": "1.0.0"})
    ran = readiness("collect", other, "-o", "answers.yaml")
    assert ran.code == 2
    assert "bring it into an assessment of its own" in ran.err


def test_texts_that_changed_at_the_same_version_are_told(readiness: Readiness) -> None:
    ran = readiness("collect", form("form.json", {"d1-q2": {"level": 3}}, {}), "-o", "answers.yaml")
    assert ran.code == 0
    assert "look whether its answers still hold" in " ".join(ran.out.split())


def test_a_new_assessment_is_made_where_there_is_none(readiness: Readiness, folder: Path) -> None:
    file = came_back("hr", {"d1-q2": 3})
    ran = readiness("collect", file, "-o", "new.yaml", "--organisation", "Sample: Council")
    assert ran.code == 0
    assert "Written: new.yaml\nWho still owes answers: readiness status new.yaml\n" in ran.out
    with AnswerFile.open("new.yaml", _now()) as opened:
        assert opened.assessment.organisation.name == "Sample: Council"
        assert set(opened.assessment.answers) == {"d1-q2"}
    assert sorted(one.name for one in folder.iterdir()) == ["answers.yaml", "hr.yaml", "new.yaml", "sample.yaml"]


def test_the_result_can_go_to_another_file(readiness: Readiness, folder: Path) -> None:
    file = came_back("hr", {"d1-q2": 3})
    assert readiness("collect", file, "--into", "answers.yaml", "-o", "merged.yaml").code == 0
    assert (folder / "answers.yaml").read_bytes() == BASE.encode()
    assert "d1-q2" in (folder / "merged.yaml").read_text(encoding="utf-8")
    ran = readiness("collect", file, "--into", "answers.yaml", "-o", "merged.yaml")
    assert ran.code == 2
    assert "merged.yaml exists already" in ran.err


def test_diff_shows_what_would_change_and_writes_nothing(readiness: Readiness, folder: Path) -> None:
    ran = readiness("collect", came_back("hr", {"d1-q2": 3}), "--into", "answers.yaml", "--diff")
    assert ran.code == 0
    assert "+  d1-q2:" in ran.out.splitlines()
    assert (folder / "answers.yaml").read_bytes() == BASE.encode()


def test_json_says_all_that_the_text_says(readiness: Readiness) -> None:
    files = [came_back("hr", {"d1-q1": 4, "d1-q2": 2})]
    said = json.loads(readiness("collect", *files, "--into", "answers.yaml", "--output-format", "json").out)
    Draft202012Validator(schema("collected")).validate(said)
    (conflict,) = said["conflicts"]
    assert (conflict["id"], conflict["found"], conflict["line"]) == ("d1-q1", {"level": 1, "by": "ciso"}, 9)
    assert conflict["proposals"][0]["now"] == {"level": 4, "by": "hr"}
    assert said["taken"] == []
    assert said["written"] is None
    evidence = {"d1-q2": {"level": 2, "evidence": [{"title": "Minutes"}]}}
    command = ["collect", came_back("hr", evidence), "--into", "answers.yaml", "--votes", "--output-format", "json"]
    said = json.loads(readiness(*command).out)
    Draft202012Validator(schema("collected")).validate(said)
    kinds = [(one["section"], one["vote-of"], one["is-evidence"]) for one in said["taken"]]
    assert kinds == [("respondents", None, False), ("answers", None, True), ("answers", "hr", False)]
    assert said["written"] == "answers.yaml"


def test_a_file_that_is_open_elsewhere_is_not_written(readiness: Readiness, folder: Path) -> None:
    file = came_back("hr", {"d1-q2": 3})
    with AnswerFile.open("answers.yaml", _now()):
        ran = readiness("collect", file, "--into", "answers.yaml")
    assert ran.code == 2
    assert "answers.yaml is open elsewhere" in ran.err
    assert (folder / "answers.yaml").read_bytes() == BASE.encode()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "where the answers go is not said"),
        (["-o", "-"], "an assessment is a file here"),
        (["-o", "answers.json"], "an assessment is a YAML file"),
        (["-o", "hr.yaml"], "hr.yaml is named twice"),
        (["-o", "answers.yaml", "--take", "nobody.yaml"], "none of the files"),
        (["-o", "answers.yaml", "--take", "d1-q7=hr.yaml"], "there is no question 'd1-q7'"),
    ],
)
def test_what_cannot_be_is_said(readiness: Readiness, folder: Path, options: list[str], said: str) -> None:
    ran = readiness("collect", came_back("hr", {"d1-q2": 3}), *options)
    assert ran.code == 2
    assert said in ran.err
    assert (folder / "answers.yaml").read_bytes() == BASE.encode()


def test_a_file_of_no_known_format_is_refused(readiness: Readiness) -> None:
    Path("x.txt").write_text("hello", encoding="utf-8")
    ran = readiness("collect", "x.txt", "-o", "answers.yaml")
    assert ran.code == 2
    assert "x.txt is not a file that comes back" in ran.err


def test_a_broken_answers_file_shows_where(readiness: Readiness) -> None:
    Path("x.yaml").write_text("readiness: assessment/1\nanswers: 3\n", encoding="utf-8")
    ran = readiness("collect", "x.yaml", "-o", "answers.yaml")
    assert ran.code == 2
    assert "x.yaml:2:10" in ran.err
