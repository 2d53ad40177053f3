"""OWASP SAMM 1.5: the worked example of its own workbook, now and for two later phases."""

from __future__ import annotations

from fractions import Fraction
from itertools import groupby

import pytest

from tests.builders import Plain
from tests.conformance.corpus import PublishedModel, a_node, needs_corpus, read_json, rows

pytestmark = needs_corpus

PHASES = ("current", "phase1", "phase2")
SCALE = [{"level": level, "name": f"Level {level}"} for level in range(4)]
"""A practice is the sum of three level means, so it runs from 0 to 3."""


def question(row: dict[str, str]) -> Plain:
    """Return one question of the workbook; the worth of an option in tenths."""
    options = read_json("samm/answer-sets.json")[row["answer_set"]].values()
    return {
        "id": f"q{row['n']}",
        "topic": f"Question {row['n']}",
        "ask": f"Question {row['n']}",
        "why": "published",
        "type": "choice",
        "options": [
            {"id": f"o{number}", "text": f"Option {number}", "points": int(points * 10)}
            for number, points in enumerate(options)
        ],
    }


def samm() -> PublishedModel:
    """Return the model: functions of practices, practices of levels, levels of questions; all of them means."""
    levels = {
        level: a_node(level, *map(question, found)) for level, found in groupby(rows("samm/answers.csv"), by_level)
    }
    practices = {name: a_node(name, *group) for name, group in groupby_prefix(levels)}
    functions: dict[str, list[Plain]] = {}
    for practice, published in zip(practices.values(), read_json("samm/expected.json")["current"], strict=True):
        functions.setdefault(published["function"], []).append(practice)
    return PublishedModel(scale=SCALE, areas=[a_node(name, *parts) for name, parts in functions.items()])


def by_level(row: dict[str, str]) -> str:
    """Return the practice and the maturity level of a question, such as SM1."""
    return row["level"]


def groupby_prefix(levels: dict[str, Plain]) -> list[tuple[str, list[Plain]]]:
    """Return the levels of each practice, in the order of the workbook."""
    return [(name, [levels[key] for key in keys]) for name, keys in groupby(levels, lambda key: key[:-1])]


def answers(phase: str) -> dict[str, Plain]:
    """Return the answers of a phase."""
    given = {}
    for row in rows("samm/answers.csv"):
        options = list(read_json("samm/answer-sets.json")[row["answer_set"]])
        given[f"q{row['n']}"] = {"option": f"o{options.index(row[f'{phase}_answer'])}"}
    return given


@pytest.mark.parametrize("phase", PHASES)
def test_every_practice_and_function_of_a_phase(phase: str) -> None:
    model = samm()
    nodes = model.scores(answers(phase))
    practices = [area.id for function in model.framework.areas for area in function.areas]
    expected = read_json("samm/expected.json")
    assert len(practices) == 12
    for name, published in zip(practices, expected[phase], strict=True):
        assert is_exact(nodes[name].score, published["score"]), name
        for level, mean in enumerate(published["levels"], start=1):
            assert is_exact(nodes[f"{name}{level}"].ratio, mean), (name, level)
    for function, group in groupby(expected[phase], lambda practice: practice["function"]):
        scores = [practice["score"] for practice in group]
        assert is_exact(nodes[function].score, sum(scores) / len(scores)), function


def is_exact(found: Fraction | None, published: Fraction) -> bool:
    """Tell whether a score is the published one, which its owners computed in binary floating point."""
    return found is not None and abs(found - published) <= Fraction(1, 10**12)
