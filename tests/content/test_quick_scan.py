"""The quick scan: a true part of the full assessment, and how well its page says it predicts."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from benchmarks.quick_scan import MODELS, Model, both_frameworks, examples_table, figures, simulated
from readiness.loading.load import Library, load_assessment
from readiness.model.answers import LevelQuestion
from readiness.model.framework import Framework
from readiness.scoring.engine import questions_named

PAGE = Path(__file__).parents[2] / "docs" / "quick-scan.md"
WORDS_A_MINUTE = 230


@cache
def full() -> Framework:
    return both_frameworks()[0]


@cache
def scan() -> Framework:
    return both_frameworks()[1]


def stored(name: str) -> str:
    """Return the table that the page has at a place."""
    found = re.search(rf"<!-- {name} -->\n(.*)\n<!-- end of {name} -->", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return found[1]


def test_it_asks_questions_of_the_full_assessment_as_they_are() -> None:
    assert [id_ for id_, question in scan().question.items() if full().question.get(id_) != question] == []


def test_it_can_be_answered_in_half_an_hour_and_without_looking_up_figures() -> None:
    said = [question.ask for question in scan().question.values()]
    said += [text for one in scan().question.values() if isinstance(one, LevelQuestion) for text in one.levels.values()]
    assert sum(len(text.split()) for text in said) / WORDS_A_MINUTE <= 20
    assert len(scan().question) <= 25
    assert {question.type for question in scan().question.values()} == {"level"}


@pytest.mark.parametrize("dimension", [area.id for area in both_frameworks()[0].areas])
def test_it_asks_two_or_three_questions_of_each_dimension_from_several_areas(dimension: str) -> None:
    asked = [areas for _, areas in scan().placed.values() if areas[0].id == dimension]
    assert 2 <= len(asked) <= 3
    assert len({areas[-1].id for areas in asked}) >= 2


def test_it_asks_everything_that_a_gate_hangs_on_and_keeps_the_gates() -> None:
    gates = {area.id: area.gates for area in full().areas}
    assert {area.id: area.gates for area in scan().areas} == gates
    assert {id_ for some in gates.values() for gate in some for id_ in questions_named(gate.when)} <= set(
        scan().question
    )


def test_its_targets_are_those_of_the_full_assessment() -> None:
    assert list(scan().targets) == list(full().targets)
    for name, profile in scan().targets.items():
        theirs = full().targets[name]
        assert {id_: scan().target_level(profile, id_) for id_ in scan().question} == {
            id_: full().target_level(theirs, id_) for id_ in scan().question
        }


def test_its_actions_are_those_that_lift_its_questions() -> None:
    lifting = {action.id for action in full().actions if action.lifts.keys() & scan().question.keys()}
    assert set(scan().action) == lifting
    assert all(set(action.needs) <= lifting for action in scan().actions)


def test_one_prerequisite_in_three_is_left_out_as_its_page_says() -> None:
    whole = sum(len(full().action[id_].needs) for id_ in scan().action)
    left = sum(len(action.needs) for action in scan().actions)
    assert 1 - left / whole == pytest.approx(1 / 3, abs=0.08)


def test_answers_to_it_hold_for_the_full_assessment(tmp_path: Path) -> None:
    answers = "".join(f"  {id_}: {{level: 2}}\n" for id_ in scan().question)
    head = "readiness: assessment/1\nframework: {{id: {}, version: 1.0.0}}\norganisation: {{name: X}}\n"
    for framework in (scan(), full()):
        path = tmp_path / f"answers-to-{framework.id}.yaml"
        text = f"{head.format(framework.id)}assessed-on: 2026-11-22\nanswers:\n{answers}"
        path.write_text(text, encoding="utf-8")
        document, used = load_assessment(str(path), Library.beside(str(path)))
        assert (document.errors, used) == ((), framework)
        assert document.model is not None
        assert len(document.model.answers) == len(scan().question)


def test_the_page_shows_the_examples_as_they_are() -> None:
    assert stored("examples") == examples_table(), "run benchmarks/quick_scan.py --write docs/quick-scan.md"


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.name)
def test_the_figures_of_the_page_hold_for_a_smaller_draw(model: Model) -> None:
    (line,) = [line for line in stored("simulated").splitlines() if line.startswith(f"| {model.name} |")]
    shown = [float(cell.strip(" %")) for cell in line.split("|")[2:-1]]
    drawn = figures(simulated(full(), scan(), model, 50))
    assert drawn.correlation == pytest.approx(shown[0], abs=0.03)
    assert drawn.mean_error == pytest.approx(shown[1], abs=0.03)
    assert drawn.most_error == pytest.approx(shown[2], abs=0.1)
    assert drawn.same_level * 100 == pytest.approx(shown[3], abs=12)
    assert drawn.dimension_correlation == pytest.approx(shown[4], abs=0.06)
    assert drawn.dimension_error == pytest.approx(shown[5], abs=0.05)
    assert drawn.weakest * 100 == pytest.approx(shown[6], abs=10)
