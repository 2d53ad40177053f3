"""OWASP SAMM: the worked example of the workbook of version 1.5, and version 2 as SAMMwise computes it.

A practice is the sum of three level means, so on a scale from 0 to 3 it is their mean. In version 2 a practice with
any answer missing scores 0: it says `incomplete: worst`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cache
from itertools import groupby
from typing import Any

from tests.builders import Plain
from tests.conformance.comparison import Comparison, Model
from tests.conformance.corpus import PublishedModel, a_node, read_json, rows

__all__ = ["PHASES", "VERSION_1", "VERSION_2", "answers_2", "changes", "version_1", "version_2"]

PHASES = ("current", "phase1", "phase2")
SCALE = [{"level": level, "name": f"Level {level}"} for level in range(4)]


def a_choice(id_: str, points: Iterable[Fraction | int]) -> Plain:
    """Return a question whose options, o0 and so on, are worth these points."""
    options = [{"id": f"o{at}", "text": f"Option {at}", "points": one} for at, one in enumerate(points)]
    return {"id": id_, "topic": id_, "ask": id_, "why": "published", "type": "choice", "options": options}


# --- version 1.5 ----------------------------------------------------------------------------------------------------


@cache
def version_1() -> PublishedModel:
    """Return functions of practices, practices of levels, levels of questions; all of them means."""
    sets = read_json("samm/answer-sets.json")
    levels = {
        level: a_node(level, *(a_choice(f"q{row['n']}", sets[row["answer_set"]].values()) for row in found))
        for level, found in groupby(rows("samm/answers.csv"), lambda row: row["level"])
    }
    practices = [a_node(name, *(levels[key] for key in keys)) for name, keys in groupby(levels, lambda key: key[:-1])]
    functions: dict[str, list[Plain]] = {}
    for practice, published in zip(practices, read_json("samm/expected.json")["current"], strict=True):
        functions.setdefault(published["function"], []).append(practice)
    return PublishedModel(scale=SCALE, areas=[a_node(name, *parts) for name, parts in functions.items()])


def changes(phase: str) -> dict[str, Plain]:
    """Return the answers that a phase changes, against the phase before it; the first one gives all of them."""
    sets = read_json("samm/answer-sets.json")
    before = PHASES[PHASES.index(phase) - 1] if phase != PHASES[0] else None
    return {
        f"q{row['n']}": {"option": f"o{list(sets[row['answer_set']]).index(row[f'{phase}_answer'])}"}
        for row in rows("samm/answers.csv")
        if before is None or row[f"{phase}_answer"] != row[f"{before}_answer"]
    }


def _version_1() -> Iterator[Comparison]:
    model, expected = version_1(), read_json("samm/expected.json")
    practices = [area.id for function in model.framework.areas for area in function.areas]
    answers: dict[str, Plain] = {}
    for phase in PHASES:
        answers |= changes(phase)
        nodes = model.scores(answers)
        for row in rows("samm/answers.csv"):
            yield Comparison(
                phase, f"question {row['n']}", nodes[f"q{row['n']}"].ratio, Fraction(row[f"{phase}_score"])
            )
        for name, published in zip(practices, expected[phase], strict=True):
            yield Comparison(phase, name, nodes[name].score, published["score"])
            for level, mean in enumerate(published["levels"], start=1):
                yield Comparison(phase, f"{name}{level}", nodes[f"{name}{level}"].ratio, mean)
        for function, group in groupby(expected[phase], lambda practice: practice["function"]):
            scores = [practice["score"] for practice in group]
            yield Comparison(phase, function, nodes[function].score, Fraction(sum(scores), len(scores)))


VERSION_1 = Model("OWASP SAMM", "1.5", Fraction(1, 10**12), _version_1)

# --- version 2 ------------------------------------------------------------------------------------------------------

WORTH = (Fraction(0), Fraction(1, 4), Fraction(1, 2), Fraction(1))
PRACTICES_IN_A_FUNCTION = 3


@cache
def version_2() -> PublishedModel:
    """Return five functions of three practices; a practice has three levels of two streams and takes all or nothing."""
    expected = read_json("samm/v2-cases.json")["cases"][0]["expected"]
    practices = [_practice(at, name) for at, name in enumerate(expected["practice"])]
    functions = [
        a_node(as_id(name), *practices[PRACTICES_IN_A_FUNCTION * at :][:PRACTICES_IN_A_FUNCTION])
        for at, name in enumerate(expected["function"])
    ]
    return PublishedModel(scale=SCALE, areas=functions)


def as_id(name: str) -> str:
    """Return the id of a practice or function."""
    return name.replace(" ", "-")


def _practice(at: int, name: str) -> Plain:
    """Return a practice: of its six questions 1 to 3 are stream A at levels 1 to 3, and 4 to 6 are stream B."""
    question = [a_choice(f"question{6 * at + number}", WORTH) for number in range(1, 7)]
    levels = [a_node(f"p{at + 1}-level{level + 1}", question[level], question[level + 3]) for level in range(3)]
    return a_node(as_id(name), *levels, scoring={"incomplete": "worst"})


def answers_2(given: Mapping[str, Any]) -> dict[str, Plain | None]:
    """Return answers by what they are worth."""
    return {name: {"option": f"o{WORTH.index(Fraction(worth))}"} for name, worth in given.items()}


def _version_2() -> Iterator[Comparison]:
    for case in read_json("samm/v2-cases.json")["cases"]:
        nodes, expected = version_2().scores(answers_2(case["answers"])), case["expected"]
        for name, published in {**expected["practice"], **expected["function"]}.items():
            yield Comparison(case["name"], name, nodes[as_id(name)].score, published)
        yield Comparison(case["name"], "overall", nodes["sample"].score, expected["overall"])


VERSION_2 = Model("OWASP SAMM, SAMMwise", "2", Fraction(1, 10**9), _version_2)
