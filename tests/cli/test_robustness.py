"""`readiness explain --robustness`: how firm a level is."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from readiness.report.result_schema import result_schema
from readiness.report.robustness_schema import robustness_schema
from tests.builders import a_framework, a_question, an_assessment, write
from tests.cli.conftest import Readiness

NORTHMERE = "examples/northmere/assessment.yaml"


def test_the_example_reads_as_agreed(readiness: Readiness, assert_golden: Callable[[str, str], None]) -> None:
    code, out, err = readiness("explain", NORTHMERE, "--robustness")
    assert (code, err) == (0, "")
    assert_golden("terminal/robustness.txt", out)
    assert max(map(len, out.splitlines())) <= 80


def test_the_json_is_what_the_schema_says_and_names_every_change(readiness: Readiness) -> None:
    schema = {**robustness_schema(), "$defs": result_schema()["$defs"]}
    code, out, err = readiness("explain", NORTHMERE, "--robustness", "--output-format", "json")
    found = json.loads(out)
    Draft202012Validator(schema).validate(found)
    assert (code, err) == (0, "")
    assert found["stands-at"] == "Developing"
    assert len(found["higher"]["changes"]) == found["higher"]["at-least"]
    assert sum(one["weakest"]["share"] for one in found["weights"]["dimensions"]) == pytest.approx(1, abs=0.001)


def test_the_result_holds_the_same(readiness: Readiness) -> None:
    _, explained, _ = readiness("explain", NORTHMERE, "--robustness", "--output-format", "json")
    _, assessed, _ = readiness("assess", NORTHMERE, "--output-format", "json")
    assert json.loads(assessed)["robustness"] == json.loads(explained)


def test_it_is_about_the_whole_and_says_so(readiness: Readiness) -> None:
    code, out, err = readiness("explain", NORTHMERE, "governance", "--robustness")
    assert (code, out) == (2, "")
    assert "--robustness is about the overall score" in err


@pytest.mark.parametrize(
    ("framework", "answers", "said"),
    [
        (a_framework(2, scoring={"unanswered": "block"}), {}, "Score: none"),
        (a_framework(1, 1), {"d1-q1": 3}, "No weights decide on this result"),
        (a_framework(1, 1), {"d1-q1": 3}, "1 of 1 answer, changed by one step, would lead to level 2 Developing."),
        (a_framework(2, 1), {"d1-q1": 3}, "No changes of answers by one step each lead to level 3 Defined."),
        (a_framework(2, 1), {}, "There is no answer that could change."),
        (a_framework(1), {"d1-q1": 2, "d1-q2": 3}, "however the weights are varied, in 10,000 trials."),
        (
            a_framework(2, 1, higher_is="worse"),
            {"d1-q1": 3, "d2-q1": 1},
            "Area d1 is the worst dimension in every trial.",
        ),
    ],
)
def test_each_case_has_its_words(
    readiness: Readiness, tmp_path: Path, framework: dict[str, object], answers: dict[str, object], said: str
) -> None:
    write(framework, tmp_path)
    code, out, err = readiness("explain", str(write(an_assessment(answers), tmp_path)), "--robustness")
    assert (code, err) == (0, "")
    assert said in re.sub(r"\s+", " ", out)


def test_long_lists_are_cut_and_what_is_doubtful_is_named(readiness: Readiness, tmp_path: Path) -> None:
    questions = [a_question(f"q{n:02}") for n in range(30)]
    answers = {f"q{n:02}": {"level": 2, "confidence": "low" if n == 1 else "high"} for n in range(30)}
    write(a_framework(0, questions), tmp_path)
    code, out, err = readiness("explain", str(write(an_assessment(answers), tmp_path)), "--robustness")
    assert (code, err) == (0, "")
    assert "30 of 30 answers, changed by one step, would lead to level 3 Defined; fewer" in out
    assert "and 20 more; --output-format json names all" in out
    assert "Without evidence that is needed, or of low confidence: Topic of q01." in out


def test_a_change_names_the_answer_it_supposes_on_one_line(readiness: Readiness, tmp_path: Path) -> None:
    levels = {n: f"Level {n} " + "of many words " * 20 for n in range(1, 6)}
    items = [{"id": id_, "text": id_, "weight": weight} for id_, weight in (("a", 3), ("b", 2), ("c", 2), ("d", 1))]
    questions = [a_question("q1", type_="checklist", items=items), a_question("q2", levels=levels)]
    write(a_framework(0, questions), tmp_path)
    answers = {"q1": {"partly": ["a"]}, "q2": 1}
    code, out, err = readiness("explain", str(write(an_assessment(answers), tmp_path)), "--robustness")
    assert (code, err) == (0, "")
    assert "(q1): 1.75 to 2.75\n    Then: done: b; partly: a (of 4 items)\n" in out
    (line,) = [line for line in out.splitlines() if "Then: level 2" in line]
    assert line.endswith("…")
    assert len(line) <= 80


def test_a_question_that_does_not_move_the_score_is_not_among_those_that_do(
    readiness: Readiness, tmp_path: Path
) -> None:
    questions = [a_question(f"q{n}") for n in range(3)]
    write(a_framework(0, questions), tmp_path)
    answers = {"q0": 2, "q1": 3, "q2": 4}
    _, out, _ = readiness("explain", str(write(an_assessment(answers), tmp_path)), "--robustness")
    assert "Score: 3.0 of 5, level 3 Defined" in out
    listed = out.partition("Without one question")[2].partition("Other answers")[0]
    assert "Topic of q0" in listed
    assert "Topic of q1" not in listed
