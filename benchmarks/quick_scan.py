"""Print how well the quick scan tells the result of the full assessment.

    .venv/bin/python benchmarks/quick_scan.py [--agencies 400] [--others 20] [--write docs/quick-scan.md]

Agencies are invented. What an agency answers to a question is drawn as

    2.7 + 0.95 * (sqrt(common) * agency + sqrt(shared) * dimension + sqrt(1 - common - shared) * question)

on the scale from 1 to 5, where `agency`, `dimension` and `question` are independent standard normal draws: one for each
agency, one for each agency and dimension, one for each agency and question. The number is brought to the nearest answer
that the question allows. Facts about the agency are drawn too. Both results are those of the engine, with gates.

`--others` compares with other choices of as many questions: those that gates hang on and others at random.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from random import Random
from statistics import correlation, fmean
from tempfile import TemporaryDirectory
from typing import NamedTuple

from readiness import resources
from readiness.loading.load import Library, load_assessment
from readiness.model.answers import ChecklistQuestion, ChoiceQuestion, LevelQuestion, Question, YesNoQuestion
from readiness.model.framework import Framework
from readiness.scoring.engine import Headline, Scorer, questions_named
from readiness.scoring.reading import Reading, read_answers
from readiness.scoring.result import State
from readiness.workflows import find_framework

SEED = 20261122
AGENCIES = 400
MIDDLE, SPREAD = 2.7, 0.95
LOWEST, HIGHEST = 1, 5
FACTS = {
    "processes-personal-data": 0.95,
    "serves-the-public": 0.8,
    "takes-payments": 0.6,
    "runs-critical-services": 0.4,
    "manages-estates": 0.7,
}
"""The share of agencies for which a fact is true."""
WORST_OF_TWENTY = 0.95
WEAKEST, POINTED_AT = 3, 6
TODAY = date(2026, 11, 22)

Levels = Mapping[str, float]
"""A result from 1 to 5 for each dimension that counts."""


class Model(NamedTuple):
    """How much of what differs between answers agencies and dimensions have in common; the rest is the question's."""

    name: str
    common: float
    shared: float


MODELS = (
    Model("little in common", 0.25, 0.15),
    Model("as in the OECD index", 0.38, 0.14),
    Model("as in the EU benchmark", 0.58, 0.06),
)


class Pair(NamedTuple):
    """What the full assessment and the scan say about one agency, from 1 to 5."""

    full: float
    quick: float
    dimensions: Sequence[tuple[float, float]]
    """Both results for each dimension that both have."""
    weakest: float
    """The share of the three weakest dimensions that are among the six that the scan finds weakest."""


class Figures(NamedTuple):
    """How close the scan comes, over many agencies."""

    correlation: float
    mean_error: float
    most_error: float
    """Nineteen of twenty errors are no larger."""
    same_level: float
    dimension_correlation: float
    dimension_error: float
    weakest: float


# --- answers ----------------------------------------------------------------------------------------------------------


def both_frameworks() -> tuple[Framework, Framework]:
    """Return the full framework and the scan."""
    return find_framework("public-sector-readiness")[0], find_framework("quick-scan")[0]


def nearest_answer(question: Question, wanted: float) -> Fraction:
    """Return the share of its points that the nearest answer to a question is worth; numbers may be anything."""
    ratio = min(1.0, max(0.0, wanted))
    match question:
        case LevelQuestion():
            steps = len(question.levels) - 1
        case ChecklistQuestion():
            steps = 2 * len(question.items)  # an item can be partly done
        case ChoiceQuestion():
            steps = len(question.options) - 1
        case YesNoQuestion():
            steps = 1
        case _:
            steps = 100
    return Fraction(round(ratio * steps), steps)


def an_agency(full: Framework, model: Model, chance: Random) -> tuple[dict[str, bool], dict[str, Fraction]]:
    """Return the facts of an invented agency, and what its answers are worth."""
    facts = {fact: chance.random() < share for fact, share in FACTS.items()}
    whole = chance.gauss(0, 1)
    answers = {}
    for dimension in full.areas:
        part = chance.gauss(0, 1)
        for question in questions_of(full, dimension.id):
            own = chance.gauss(0, 1)
            drawn = math.sqrt(model.common) * whole + math.sqrt(model.shared) * part
            drawn += math.sqrt(1 - model.common - model.shared) * own
            answers[question.id] = nearest_answer(question, (MIDDLE + SPREAD * drawn - LOWEST) / (HIGHEST - LOWEST))
    return facts, answers


def questions_of(framework: Framework, dimension: str) -> Iterator[Question]:
    """Yield the scored questions of a dimension, in the order of the framework."""
    for id_, (_, areas) in framework.placed.items():
        if areas[0].id == dimension and framework.question[id_].scored:
            yield framework.question[id_]


# --- results ----------------------------------------------------------------------------------------------------------


def result(scorer: Scorer, readings: Mapping[str, Reading]) -> tuple[float, Levels]:
    """Return the overall result and those of the dimensions, from 1 to 5."""
    headline = Headline(scorer, readings)
    parts = {area.id: headline.value(scorer.branch[area.id]).ratio for area in scorer.framework.areas}
    on_scale = {id_: float(scorer.scale.score_of(ratio)) for id_, ratio in parts.items() if ratio is not None}
    return float(scorer.scale.score_of(headline.overall or Fraction(0))), on_scale


def pair_of(full: tuple[float, Levels], quick: tuple[float, Levels]) -> Pair:
    """Set two results of one agency side by side."""
    both = [id_ for id_ in full[1] if id_ in quick[1]]
    low = sorted(both, key=full[1].__getitem__)[:WEAKEST]
    pointed_at = sorted(both, key=quick[1].__getitem__)[:POINTED_AT]
    found = len(set(low) & set(pointed_at)) / WEAKEST
    return Pair(full[0], quick[0], [(full[1][id_], quick[1][id_]) for id_ in both], found)


def simulated(full: Framework, scan: Framework, model: Model, agencies: int) -> list[Pair]:
    """Return both results of invented agencies; the same agencies for the same number and model."""
    chance, pairs = Random(SEED), []  # noqa: S311  a simulation, no secret
    for _ in range(agencies):
        facts, answers = an_agency(full, model, chance)
        both = []
        for framework in (full, scan):
            readings = {id_: Reading(State.UNANSWERED) for id_ in framework.question}
            readings |= {
                id_: Reading(State.ANSWERED, ratio, evidenced=ratio)
                for id_, ratio in answers.items()
                if id_ in framework.question
            }
            both.append(result(Scorer(framework, facts), readings))
        pairs.append(pair_of(*both))
    return pairs


def example(path: Path, full: Framework, scan: Framework) -> Pair:
    """Return both results of an assessment with the full framework, the scan's from the answers that it shares."""
    assessment = load_assessment(str(path), Library.beside(str(path)))[0].model
    if assessment is None:
        raise SystemExit(f"{path} has errors")
    facts = assessment.organisation.facts
    return pair_of(
        *(result(Scorer(one, facts), read_answers(one, assessment, TODAY)) for one in (full, scan)),
    )


def figures(pairs: Sequence[Pair]) -> Figures:
    """Return how close the scan comes."""
    errors = sorted(abs(pair.full - pair.quick) for pair in pairs)
    parts = [both for pair in pairs for both in pair.dimensions]
    return Figures(
        correlation([pair.full for pair in pairs], [pair.quick for pair in pairs]),
        fmean(errors),
        errors[math.ceil(WORST_OF_TWENTY * len(errors)) - 1],
        fmean(int(pair.full) == int(pair.quick) for pair in pairs),
        correlation(*zip(*parts, strict=True)),
        fmean(abs(one - other) for one, other in parts),
        fmean(pair.weakest for pair in pairs),
    )


def other_scan(full: Framework, scan: Framework, chance: Random, folder: Path) -> Framework:
    """Return a scan of as many questions: those that gates hang on, and others of each dimension at random."""
    kept: list[str] = []
    for dimension in full.areas:
        fixed = list(dict.fromkeys(id_ for gate in dimension.gates for id_ in questions_named(gate.when)))
        free = [question.id for question in questions_of(full, dimension.id) if question.id not in fixed]
        size = len(list(questions_of(scan, dimension.id)))
        kept += [*fixed, *chance.sample(free, size - len(fixed))]
    path = folder / "other.yaml"
    head = "readiness: framework/1\nid: other\nversion: 1.0.0\ntitle: Other\nextends: public-sector-readiness@^1\n"
    path.write_text(f"{head}keep: [{', '.join(kept)}]\n", encoding="utf-8")
    return find_framework(str(path))[0]


# --- what is printed --------------------------------------------------------------------------------------------------


def row(name: str, one: Figures) -> str:
    """Return a line of the table of invented agencies."""
    return (
        f"| {name} | {one.correlation:.2f} | {one.mean_error:.2f} | {one.most_error:.2f} | {one.same_level:.0%} | "
        f"{one.dimension_correlation:.2f} | {one.dimension_error:.2f} | {one.weakest:.0%} |"
    )


def simulated_table(agencies: int) -> str:
    """Return the table of invented agencies."""
    full, scan = both_frameworks()
    head = "| answers have | correlation | mean error | 19 of 20 within | same level | {} |\n|{} ---: |\n"
    head = head.format(
        "one dimension: correlation | mean error | weakest three among its six", " --- |" + " ---: |" * 6
    )
    rows = [row(model.name, figures(simulated(full, scan, model, agencies))) for model in MODELS]
    return head + "\n".join(rows)


def examples_table() -> str:
    """Return the table of the examples that answer the full assessment."""
    full, scan = both_frameworks()
    rows = ["| example | full assessment | quick scan | weakest three among its six |", "| --- | ---: | ---: | ---: |"]
    for path in sorted(resources.examples_dir().glob("*/*.yaml")):
        if f"id: {full.id}," in path.read_text(encoding="utf-8"):
            pair = example(path, full, scan)
            name = f"{path.parent.name}/{path.stem}"
            rows.append(f"| {name} | {pair.full:.2f} | {pair.quick:.2f} | {pair.weakest:.0%} |")
    return "\n".join(rows)


def tables(agencies: int) -> Mapping[str, str]:
    """Return every table of the page, by the name of its place."""
    return {"simulated": simulated_table(agencies), "examples": examples_table()}


def with_tables(page: str, made: Mapping[str, str]) -> str:
    """Return a page with tables put between the marks that name them."""
    for name, table in made.items():
        before, begin, rest = page.partition(f"<!-- {name} -->\n")
        _, end, after = rest.partition(f"<!-- end of {name} -->")
        if not end:
            raise SystemExit(f"the page has no place for the table `{name}`")
        page = f"{before}{begin}{table}\n{end}{after}"
    return page


def report_others(count: int, agencies: int) -> None:
    """Print how other choices of questions would do, with the middle assumption."""
    (full, scan), chance = both_frameworks(), Random(SEED)  # noqa: S311  a simulation, no secret
    with TemporaryDirectory() as folder:
        for _ in range(count):
            other = other_scan(full, scan, chance, Path(folder))
            print(row("others", figures(simulated(full, other, MODELS[1], agencies))))


def main() -> None:
    """Print the tables, or write them into a page."""
    parser = argparse.ArgumentParser(description="How well the quick scan tells the result of the full assessment.")
    parser.add_argument("--agencies", type=int, default=AGENCIES, help="how many are invented for each assumption")
    parser.add_argument("--others", type=int, default=0, help="how many other choices of questions are compared")
    parser.add_argument("--write", type=Path, help="a page whose marked places get the tables")
    chosen = parser.parse_args()
    made = tables(chosen.agencies)
    if chosen.write:
        chosen.write.write_text(with_tables(chosen.write.read_text(encoding="utf-8"), made), encoding="utf-8")
    print("\n\n".join(made.values()))
    report_others(chosen.others, chosen.agencies)


if __name__ == "__main__":
    main()
