"""`readiness explain`: sums that a reader can check."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from readiness.report.numbers import score_text
from readiness.workflows import assess
from tests.builders import a_framework, a_gate, a_question, an_area, an_assessment, write
from tests.cli.conftest import Readiness
from tests.json_outputs import fitting
from tests.laws.calculator import check_equations, read_page

NORTHMERE = "examples/northmere/assessment.yaml"


@pytest.mark.parametrize("id_", [None, "cybersecurity", "cyb-access", "cap-platforms"])
def test_explanations_of_the_example_read_as_agreed(
    readiness: Readiness, assert_golden: Callable[[str, str], None], id_: str | None
) -> None:
    code, out, err = readiness("explain", NORTHMERE, *([id_] if id_ else []))
    assert (code, err) == (0, "")
    assert_golden(f"terminal/explain-{id_ or 'whole'}.txt", out)


@pytest.mark.parametrize("figure", ["low", "high", "evidenced", "target"])
def test_every_figure_of_the_whole_has_a_page(readiness: Readiness, council: Path, figure: str) -> None:
    code, out, _ = readiness("explain", council, "--as", figure)
    page = read_page(out)
    exact = getattr(assess(str(council)).scorecard.root, figure)
    assert code == 0
    assert sum(map(check_equations, page.paragraphs)) >= 2
    assert (page.fact(figure.capitalize()) or "").startswith(f"{score_text(exact)} of 5")


def test_evidence_is_judged_on_the_day_that_is_asked_for(readiness: Readiness, council: Path) -> None:
    assert "\nEvidence: in date" in readiness("explain", council, "cyb-owner").out
    later = readiness("explain", council, "cyb-owner", "--as-of", "2040-01-01").out
    assert "\nEvidence: out of date or undated" in later
    code, _, err = readiness("explain", council, "--as-of", "tomorrow")
    assert (code, err) == (2, "error: --as-of: 'tomorrow' is not a day\nhelp: such as 2026-11-20\n")


def test_a_target_that_there_is_not_is_not_explained(readiness: Readiness, tmp_path: Path) -> None:
    write(a_framework(targets=None), tmp_path)
    code, out, err = readiness("explain", write(an_assessment({"d1-q1": 3}), tmp_path), "--as", "target")
    assert (code, out) == (2, "")
    assert err.startswith("error: the framework has no target profile")


def test_every_answer_type_shows_its_sum(readiness: Readiness, tmp_path: Path) -> None:
    types = ("level", "checklist", "choice", "multiple", "yes-no", "number", "text", "date")
    write(a_framework(areas=[an_area("d1", [a_question(type_, type_) for type_ in types])]), tmp_path)
    answers = {
        "level": 4,
        "checklist": {"done": ["a"], "partly": ["b"]},
        "choice": {"option": "some"},
        "multiple": {"options": ["b"]},
        "yes-no": {"answer": "yes"},
        "number": {"value": 40},
        "text": {"text": "In words."},
        "date": {"date": "2026-11-20"},
    }
    path = write(an_assessment(answers), tmp_path)
    expected = {
        "level": "(4 − 1) / (5 − 1) = 0.75",
        "checklist": "(1 + 0.5 × 1) / 2 = 0.75",
        "choice": "1 / 4 = 0.25",
        "multiple": "3 / 4 = 0.75",
        "yes-no": "'yes' is the good answer = 1",
        "number": "(40 − 0) / (100 − 0) = 0.4",
    }
    for id_, formula in expected.items():
        assert f"Share of the points: {formula}" in readiness("explain", path, id_).out
    texts = {
        "choice": "Something",
        "multiple": "Second option",
        "date": "2026-11-20",
        "number": "40 %",
        "text": "In words.",
        "checklist": "done: a; partly: b (of 2 items)",
    }
    for id_, text in texts.items():
        assert f"Answer: {text}\n" in readiness("explain", path, id_).out


def test_missing_answers_name_the_policy_that_counts_them(readiness: Readiness, tmp_path: Path) -> None:
    questions = [
        a_question("zero"),
        a_question("left-out", scoring={"unanswered": "exclude"}),
        a_question("full", scoring={"unanswered": "full"}),
        a_question("other"),
        a_question("hidden", applies_when={"question": "other", "below": 2}),
        a_question("set-aside"),
    ]
    write(a_framework(areas=[an_area("d1", questions)]), tmp_path)
    answers = {"zero": {"unknown": "Nobody knows."}, "other": 3, "set-aside": {"not-applicable": "We have none."}}
    out = " ".join(readiness("explain", write(an_assessment(answers), tmp_path), "d1").out.split())
    said = (
        "it counts as the lowest level (policy unanswered: zero, the usual rule) Topic of zero (Nobody knows)",
        "Not answered, 1 question: it is left out (policy unanswered: exclude, set by the question) Topic of left-out",
        "Not answered, 1 question: it counts in full (policy unanswered: full, set by the question) Topic of full",
        "Not asked, 1 question: it is left out Topic of hidden (it is asked only when Topic of other stands below",
        "it is left out (policy not-applicable: exclude, the usual rule) Topic of set-aside (We have none)",
    )
    for words in said:
        assert words in out


def test_an_answer_that_blocks_the_score_is_named(readiness: Readiness, tmp_path: Path) -> None:
    write(a_framework(scoring={"unanswered": "block"}), tmp_path)
    path = write(an_assessment({"d1-q1": 3, "d1-q2": 3, "d2-q1": 3}), tmp_path)
    assert (
        "it keeps everything above it from having a score (policy unanswered: block, set by the framework)"
        in " ".join(readiness("explain", path, "d2").out.split())
    )
    code, out, err = readiness("assess", path, "--fail-under", "2")
    assert code == 1
    assert "Overall: no score" in out
    assert err == "error: the overall score does not exist; 2 is asked for\n"


@pytest.mark.parametrize("rollup", ["min", "sum"])
def test_other_roll_ups_say_how_they_share(readiness: Readiness, tmp_path: Path, rollup: str) -> None:
    area = an_area("d1", [a_question("a", weight=2), a_question("b")], scoring={"rollup": rollup})
    write(a_framework(areas=[area]), tmp_path)
    out = readiness("explain", write(an_assessment({"a": 2, "b": 5}), tmp_path), "d1").out
    said = {"min": "the lowest part alone decides", "sum": "share = weight × most points / 12"}
    score = {"min": "1 + 1 = 2", "sum": "1 + 6/3 = 3"}  # (2 x 1 + 4) / 12 of the way from 1 to 5
    assert said[rollup] in out
    assert f"Score: {score[rollup]}" in out


def test_a_gate_that_may_hold_is_told_from_one_that_does(readiness: Readiness, tmp_path: Path) -> None:
    gates = [a_gate({"question": "d1-q1", "below": 2}), a_gate({"question": "d1-q2", "at-least": 3})]
    write(a_framework(gates=gates, scoring={"unanswered": "exclude"}), tmp_path)
    path = write(an_assessment({"d1-q2": 5, "d2-q1": 5, "d2-q2": 5}), tmp_path)
    out = re.sub(r"\n +", " ", readiness("explain", path).out)
    assert "Cap at 2 may hold once an answer is known (Topic of d1-q1 stands below level 2)." in out
    assert "Cap at 2 holds (Topic of d1-q2 stands at level 3 or above): 5 − 3 = 2." in out
    assert "\nScore after caps: 2\n" in out
    assert "1 more cap may apply" in readiness("assess", path).out


def test_json_gives_every_number_exactly(readiness: Readiness, council: Path) -> None:
    code, out, _ = readiness("explain", council, "--output-format", "json")
    whole = fitting("explain", out)
    assert code == 0
    assert sum(Fraction(part["share"]["exact"]) for part in whole["parts"]) == 1
    adds = sum(Fraction(part["adds"]["exact"]) for part in whole["parts"])
    assert 1 + adds == Fraction(whole["score-before-caps"]["exact"])
    question = fitting("explain", readiness("explain", council, "cyb-access", "--output-format", "json").out)
    assert question["state"] == "answered"
    assert question["score"] == {"exact": "1", "value": 1.0}


def test_an_unknown_id_is_refused_with_the_nearest(readiness: Readiness, council: Path) -> None:
    code, out, err = readiness("explain", council, "cyb-acess")
    assert (code, out) == (2, "")
    assert err == "error: there is no area or question 'cyb-acess'\nhelp: did you mean cyb-access?\n"
