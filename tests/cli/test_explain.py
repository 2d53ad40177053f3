"""`readiness explain`: sums that a reader can check."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from readiness.workflows import assess
from tests.builders import a_framework, a_gate, a_question, an_area, an_assessment, write
from tests.cli.conftest import Readiness

NORTHMERE = "examples/northmere/assessment.yaml"
AREAS = [node.id for node in assess(str(Path(__file__).parents[2] / NORTHMERE)).scorecard.root.walk() if node.children]


@pytest.mark.parametrize("id_", [None, "cybersecurity", "cyb-access", "cap-platforms"])
def test_explanations_of_the_example_read_as_agreed(
    readiness: Readiness, assert_golden: Callable[[str, str], None], id_: str | None
) -> None:
    code, out, err = readiness("explain", NORTHMERE, *([id_] if id_ else []))
    assert (code, err) == (0, "")
    assert_golden(f"terminal/explain-{id_ or 'whole'}.txt", out)


@pytest.mark.parametrize("id_", AREAS)
def test_the_printed_numbers_add_up(readiness: Readiness, id_: str) -> None:
    out = readiness("explain", NORTHMERE, id_).out
    low, high = 1, 5
    rows = [re.split(r"  +", line.strip()) for line in out.splitlines() if re.match(r"  \S", line)]
    start = next(at for at, row in enumerate(rows) if row[0] == "part")
    end = next(at for at, row in enumerate(rows) if row[0] == "all")
    parts = [[Fraction(cell) for cell in row[1:]] for row in rows[start + 1 : end]]
    share, adds, costs = (Fraction(cell) for cell in rows[end][1:])
    assert [sum(part[at] for part in parts) for at in (2, 3, 4)] == [share, adds, costs]
    assert share == 1
    for score, _, part_share, part_adds, part_costs in parts:
        assert part_adds == part_share * (score - low)
        assert part_costs == part_share * (high - score)
    before = re.search(r"^Score(?: before caps)?: 1 \+ (\S+) = (\S+)", out, re.MULTILINE)
    assert before
    assert (Fraction(before[1]), Fraction(before[2])) == (adds, low + adds)


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
        "checklist": "(1 done + half of 1 partly done) / 2 = 0.75",
        "choice": "1 / 4 = 0.25",
        "multiple": "3 / 4, at most 1 = 0.75",
        "yes-no": "'yes' is the good answer = 1",
        "number": "(40 − 0) / (100 − 0), at least 0 and at most 1 = 0.4",
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
    assert "Topic of zero: unknown (Nobody knows); it counts as the lowest level (policy unanswered: zero)" in out
    assert "Topic of left-out: not answered; it is left out (policy unanswered: exclude)" in out
    assert "Topic of full: not answered; it counts in full (policy unanswered: full)" in out
    assert "Topic of hidden: not asked, because its condition does not hold; it is left out" in out
    assert "Topic of set-aside: not applicable; it is left out (policy not-applicable: exclude)" in out


def test_an_answer_that_blocks_the_score_is_named(readiness: Readiness, tmp_path: Path) -> None:
    write(a_framework(scoring={"unanswered": "block"}), tmp_path)
    path = write(an_assessment({"d1-q1": 3, "d1-q2": 3, "d2-q1": 3}), tmp_path)
    assert "keeps everything above it from having a score (policy unanswered: block)" in " ".join(
        readiness("explain", path, "d2").out.split()
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
    out = readiness("explain", path).out
    assert "Cap at 2 may hold once an answer is known." in out
    assert "Cap at 2 holds and takes 3." in out
    assert out.endswith("Score after caps: 2\n")
    assert "1 more cap may apply" in readiness("assess", path).out


def test_json_gives_every_number_exactly(readiness: Readiness) -> None:
    code, out, _ = readiness("explain", NORTHMERE, "--output-format", "json")
    whole = json.loads(out)
    assert code == 0
    assert sum(Fraction(part["share"]["exact"]) for part in whole["parts"]) == 1
    adds = sum(Fraction(part["adds"]["exact"]) for part in whole["parts"])
    assert 1 + adds == Fraction(whole["score-before-caps"]["exact"])
    question = json.loads(readiness("explain", NORTHMERE, "cyb-access", "--output-format", "json").out)
    assert question["state"] == "answered"
    assert question["score"] == {"exact": "1", "value": 1.0}


def test_an_unknown_id_is_refused_with_the_nearest(readiness: Readiness) -> None:
    code, out, err = readiness("explain", NORTHMERE, "cyb-acess")
    assert (code, out) == (2, "")
    assert err == "error: there is no area or question 'cyb-acess'\nhelp: did you mean cyb-access?\n"
