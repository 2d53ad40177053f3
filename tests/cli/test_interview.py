"""The interview on plain lines: what is asked, what is saved, and what a person who leaves is told."""

from __future__ import annotations

import hashlib
import io
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from readiness.cli.text import width_of
from readiness.loading.load import Library, load_assessment
from tests.builders import Plain, a_framework, write
from tests.cli.conftest import Ran, Readiness
from tests.unit.interview.scripts import FRAMEWORK

Held = Callable[..., Ran]
ORGANISATION = ("Sample Council", "local", "900", "yes", "12")
ANSWERS = ("3", "2", "1", "1 2~", "some", "-", "yes", "12.5", "Some words.", "2026-01-31")


@pytest.fixture
def held(readiness: Readiness, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Held:
    """Return an interview on the framework of `scripts`, held with some lines."""
    write(FRAMEWORK, tmp_path)
    monkeypatch.chdir(tmp_path)

    def hold(*lines: str, arguments: tuple[str, ...] = ("interview", "sample.yaml")) -> Ran:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return readiness(*arguments)

    return hold


def saved(path: str = "sample-answers.yaml") -> Plain:
    """Return what a file of answers says; it has to be right."""
    document, framework = load_assessment(path, Library.beside(path))
    assert framework is not None
    assert document.model is not None, document.diagnostics
    assert isinstance(document.value, dict)
    return document.value


def without_day(answers: Plain) -> Plain:
    return {id_: {key: value for key, value in one.items() if key != "on"} for id_, one in answers.items()}


def test_a_whole_interview_ends_in_a_file_and_names_the_next_command(held: Held) -> None:
    ran = held(*ORGANISATION, *ANSWERS, "")
    assert ran.code == 0, ran.err
    assert ran.out.endswith(
        "Saved in sample-answers.yaml: 10 of 10 questions answered.\n"
        "For the report: readiness assess sample-answers.yaml -o report.pdf\n"
    )
    assert saved()["organisation"] == {
        "name": "Sample Council",
        "sector": "local",
        "staff": 900,
        "facts": {"online": True, "posts": 12},
    }
    assert without_day(saved()["answers"]) == {
        "plan": {"level": 3},
        "money": {"level": 2},
        "duty": {"level": 1},
        "tools": {"done": ("a",), "partly": ("b",)},
        "way": {"option": "some"},
        "ways": {"options": ()},
        "safe": {"answer": "yes"},
        "share": {"value": Decimal("12.5")},
        "words": {"text": "Some words."},
        "day": {"date": "2026-01-31"},
    }


def test_whoever_leaves_is_told_how_to_go_on_and_begins_where_nothing_is_answered(held: Held) -> None:
    ran = held(*ORGANISATION, "3", "q")
    assert ran.out.endswith("To go on: readiness interview sample-answers.yaml\n")
    again = held("2", arguments=("interview", "sample-answers.yaml"))  # and then the lines end
    assert again.code == 0
    assert "Question 2 of 3, 2 of 10 overall.\nmoney: How is money?" in again.out
    assert without_day(saved()["answers"]) == {"plan": {"level": 3}, "money": {"level": 2}}


def test_the_same_command_goes_on_with_the_file_that_it_began(held: Held) -> None:
    held(*ORGANISATION, "3", "q")
    held("2", "q")
    assert list(saved()["answers"]) == ["plan", "money"]


def test_nothing_is_saved_before_there_is_a_name(held: Held) -> None:
    ran = held("q")
    assert ran.out.endswith("Nothing was answered, and nothing is saved.\n")
    ran = held("g plan", "3", "g name", "Sample Council")
    assert "error: the organisation has no name yet\nhelp: g name\n" in ran.out
    assert saved()["answers"] == {}


def test_comments_and_order_of_the_file_stay(held: Held) -> None:
    held(*ORGANISATION, "3", "q")
    file = Path("sample-answers.yaml")
    before = file.read_text(encoding="utf-8").replace("    level: 3", "    level: 3  # as agreed")
    file.write_text(before, encoding="utf-8")
    held("2", "q")
    after = file.read_text(encoding="utf-8")
    assert "    level: 3  # as agreed" in after
    assert [line for line in before.splitlines() if line not in after.splitlines()] == []


def test_what_is_typed_reaches_neither_the_terminal_nor_the_file_as_it_is(held: Held) -> None:
    ran = held("[red]\x1b[31mX", "\x1b]0;title\x07", "9", "yes", "1", "n \x1b[2J{{7*7}} \u202ex", "\x1b[2J", "q")
    assert "\x1b" not in ran.out + ran.err
    assert r"'\x1b[2J' is not a level of the scale" in ran.out
    assert saved()["organisation"]["name"] == "[red][31mX"
    assert saved()["answers"]["plan"]["note"] == "[2J{{7*7}} x"


@pytest.mark.parametrize("columns", ["40", "80"])
def test_no_line_is_wider_than_the_terminal(held: Held, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    ran = held(
        "漢字の自治体" * 12, "", "", "", "", "help", "?", "why", "list all", "todo", "5", "g way", "?", "g check", "q"
    )
    shown = [line for line in ran.out.splitlines() if not line.endswith(": ")]  # behind these somebody types
    shown = [line for line in shown if "readiness interview" not in line]  # and these are copied whole
    assert [line for line in shown if width_of(line) > int(columns)] == []


def test_a_file_that_is_evidence_is_named_with_its_digest(held: Held, tmp_path: Path) -> None:
    (tmp_path / "minutes.pdf").write_bytes(b"agreed")
    (tmp_path / "proof").mkdir()
    (tmp_path / "proof" / "a b.txt").write_bytes(b"so it is")
    held(*ORGANISATION, "e minutes.pdf Minutes 2026-09-01", 'e "proof/a b.txt"', "e https://example.org/x Page", "q")
    first, second, third = saved()["answers"]["plan"]["evidence"]
    assert first["sha256"] == hashlib.sha256(b"agreed").hexdigest()
    assert (second["title"], second["ref"]) == ("a b.txt", "proof/a b.txt")
    assert second["sha256"] == hashlib.sha256(b"so it is").hexdigest()
    assert third == {"title": "Page", "ref": "https://example.org/x"}


@pytest.mark.parametrize(
    ("ref", "message"),
    [
        ("../secret.txt", "../secret.txt is not taken as evidence: it leads out of the folder"),
        ("/etc/passwd", "/etc/passwd is not taken as evidence: it is an absolute name"),
        ("gone.pdf", "there is no file gone.pdf in the folder of the assessment"),
    ],
)
def test_evidence_stays_in_the_folder_and_has_to_be_there(held: Held, ref: str, message: str) -> None:
    ran = held(*ORGANISATION, f"e {ref}", "q")
    told = " ".join(ran.out.split())
    assert message in told
    assert " help: put " in told
    assert saved()["answers"] == {}


def test_conditions_are_told_as_they_open_and_close_questions(held: Held) -> None:
    ran = held(*ORGANISATION, "3", "2", "g plan", "1", "g money", "q")
    assert "  1 more question is asked now: money." in ran.out
    assert "  1 question is no longer asked: money. What was answered there stays in the" in ran.out
    assert "  money is not asked; it is asked only when Topic of plan stands at level 3 or" in ran.out
    assert "money" in saved()["answers"]


def test_last_years_answers_are_taken_by_enter(held: Held) -> None:
    held(*ORGANISATION, *ANSWERS, "")
    Path("sample-answers.yaml").rename("old.yaml")
    ran = held(*([""] * 15), "", arguments=("interview", "sample.yaml", "--last-time", "old.yaml"))
    assert "Last time: 3" in ran.out
    assert saved()["answers"] == saved("old.yaml")["answers"]
    assert saved()["organisation"] == saved("old.yaml")["organisation"]


def test_a_review_asks_what_is_answered(held: Held) -> None:
    held(*ORGANISATION, *ANSWERS, "")
    before = Path("sample-answers.yaml").read_bytes()
    ran = held(*([""] * 16), arguments=("interview", "sample-answers.yaml", "--review"))
    assert "duty (1 to 5; Enter keeps it): " in ran.out
    assert ran.out.endswith("readiness assess sample-answers.yaml -o report.pdf\n")
    assert Path("sample-answers.yaml").read_bytes() == before


def test_a_workshop_shows_the_spread_and_keeps_the_agreed_level_beside_the_votes(held: Held) -> None:
    ran = held(*ORGANISATION, "v Head of IT: 4", "v Clerk 2", "clerk 1", "3", "q", arguments=WORKSHOP)
    assert (
        "  saved: clerk says 1.\n"
        "1: 1 vote (clerk)\n"
        "4: 1 vote (head-of-it)\n"
        "  2 votes, from 1 to 4. Until one is agreed they count as 1, the median. Worth a\n"
        "  conversation.\n"
    ) in ran.out
    answer = without_day(saved()["answers"])["plan"]
    assert answer == {"level": 3, "votes": {"head-of-it": {"level": 4}, "clerk": {"level": 1}}}
    assert saved()["respondents"] == {"head-of-it": {"role": "Head of IT"}, "clerk": {"role": "Clerk"}}


WORKSHOP = ("interview", "sample.yaml", "--facilitated")


def test_who_answers_is_recorded_by_role(held: Held) -> None:
    ran = held(*ORGANISATION, "3", "q", arguments=("interview", "sample.yaml", "--as", "lead"))
    assert ran.out.endswith("To go on: readiness interview sample-answers.yaml --as lead\n")
    assert saved()["answers"]["plan"]["by"] == "lead"
    assert saved()["respondents"] == {"lead": {"role": "Lead"}}
    ran = held("q", arguments=("interview", "sample.yaml", "--as", "nobody"))
    assert (ran.code, ran.err.splitlines()[0]) == (2, "error: there is no respondent or role 'nobody'")


def test_the_score_is_shown_only_when_that_is_asked_for(held: Held) -> None:
    ran = held(*ORGANISATION, "score", "q")
    assert "The score is not shown while people answer" in ran.out
    ran = held("5", "score", "q", arguments=("interview", "sample.yaml", "--show-score"))
    assert "Provisional score 1.67 on the scale from 1 to 5, with 1 of 10 questions" in ran.out


def test_looking_at_what_is_missing(held: Held) -> None:
    ran = held(*ORGANISATION, "dk Ask HR.", "s wait for the audit", "3", "list all", "todo", "why", "votes", "q")
    assert "plan: not known: Ask HR." in ran.out
    assert "duty: 3" in ran.out or "duty: skipped" in ran.out
    assert "  1 not known by those who were asked: plan" in ran.out


def test_undo_says_what_is_taken_back(held: Held) -> None:
    ran = held(*ORGANISATION, "3", "undo", "undo", "q")
    assert "  taken back: plan = no answer (was 3)." in ran.out
    assert "  taken back: posts = not known (was 12)." in ran.out
    assert saved()["answers"] == {}
    assert saved()["organisation"]["facts"] == {"online": True}


def test_assess_asks_first_and_then_shows_the_score(held: Held) -> None:
    ran = held(*ORGANISATION, *ANSWERS, "", arguments=("assess", "--interview", "sample.yaml", "-o", "result.json"))
    assert ran.code == 0, ran.err
    assert "Overall: " in ran.out
    assert Path("result.json").exists()
    ran = held("q", arguments=("assess", "--interview", "sample.yaml"))
    assert "Overall: " not in ran.out


def test_a_program_that_wants_json_is_not_asked_questions(held: Held) -> None:
    ran = held(arguments=("assess", "--interview", "sample.yaml", "--output-format", "json"))
    assert (ran.code, ran.out) == (2, "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("interview", "no-such"), "there is no framework 'no-such'"),
        (("interview", "gone.yaml"), "gone.yaml does not exist"),
        (("interview", "other.yaml", "-o", "sample-answers.yaml"), "sample-answers.yaml holds answers to sample"),
        (("interview", "sample-answers.yaml", "-o", "x.yaml"), "-o goes with a framework"),
        (
            ("interview", "quick-scan", "--last-time", "sample-answers.yaml"),
            "sample-answers.yaml holds answers to sample",
        ),
        (("interview", "sample.yaml", "--last-time", "sample.yaml"), "sample.yaml cannot be used"),
    ],
)
def test_what_cannot_be_asked_is_refused(held: Held, arguments: tuple[str, ...], message: str) -> None:
    held(*ORGANISATION, "q")
    write(a_framework(id="other"), Path())
    ran = held("q", arguments=arguments)
    assert ran.code == 2
    assert message in ran.err
