"""What is decided about conditions agrees with the scoring engine, over every way of answering.

Small frameworks are drawn, with conditions of every kind. The judge is the engine: it is asked for the value of the
conditions under every answer, "not applicable" and missing answer, and under every fact, given or not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import combinations, pairwise, product
from math import prod
from random import Random

from hypothesis import given

from readiness.checks.constant import decider_for
from readiness.checks.deciding import FALSE, NOT_FALSE, NOT_TRUE, TRUE, Goal
from readiness.checks.outline import Outline
from readiness.scoring.engine import Headline, Scorer
from readiness.scoring.holds import holds
from readiness.scoring.reading import NOT_ASKED, Reading
from tests.builders import Plain
from tests.laws.strategies import FACT_VALUES, NUMBER_VALUES, Case, Rules, cases, every_answer, law, randoms

SMALL = Rules(evidence=False, questions=3)
MOST_WORLDS = 1_000
MEANT: Mapping[int, set[bool | None]] = {TRUE: {True}, FALSE: {False}, NOT_FALSE: {True, None}, NOT_TRUE: {False, None}}


def states(case: Case, id_: str) -> list[Reading]:
    """Return every state of a question: answered in every way, not applicable where that is allowed, and missing."""
    question = case.questions[id_]
    answers = every_answer(question, case.levels)
    if question["type"] == "number":
        answers = [{"value": value} for value in measured(question, len(case.levels))]
    if case.may_be_left_out(id_):
        answers.append({"not-applicable": "It does not."})
    return [NOT_ASKED, *(case.reading(id_, answer) for answer in answers)]


def measured(question: Plain, levels: int) -> list[Fraction]:
    """Return the values that conditions compare with, those at which levels or steps begin, and between each two."""
    begins = {Fraction(step["from"]) for step in question.get("steps", ())}
    if "bounds" in question:
        worst, best = question["bounds"]["worst"], question["bounds"]["best"]
        begins = {worst + Fraction(step, levels - 1) * (best - worst) for step in range(levels)}
    turns = sorted(begins | {Fraction(value) for value in NUMBER_VALUES})
    return [turns[0] - 1, *turns, *((low + high) / 2 for low, high in pairwise(turns)), turns[-1] + 1]


def worlds(case: Case, random: Random) -> tuple[list[Headline], bool]:
    """Return evaluations of ways of answering, and whether they are all there are."""
    written = str(case.document)
    facts = [name for name in FACT_VALUES if f"'fact': '{name}'" in written]
    names = [name for name in case.questions if f"'question': '{name}'" in written or "'area':" in written]
    ways = [*(states(case, name) for name in names), *((None, *FACT_VALUES[name]) for name in facts)]
    are_all = prod(map(len, ways)) <= MOST_WORLDS
    drawn = product(*ways) if are_all else (tuple(map(random.choice, ways)) for _ in range(MOST_WORLDS))
    return list(_evaluated(case, names, facts, drawn)), are_all


def _evaluated(
    case: Case, names: list[str], facts: list[str], drawn: Iterator[tuple[object, ...]]
) -> Iterator[Headline]:
    scorers: dict[tuple[object, ...], Scorer] = {}
    for chosen in drawn:
        values = chosen[len(names) :]
        if values not in scorers:
            known = {name: value for name, value in zip(facts, values, strict=True) if value is not None}
            scorers[values] = Case(case.document, known, {}).scorer
        readings = dict(zip(names, chosen, strict=False))
        yield Headline(scorers[values], readings)  # type: ignore[arg-type]


@law
@given(cases(SMALL), randoms())
def test_what_is_decided_is_what_the_engine_finds(case: Case, random: Random) -> None:
    outline = Outline(case.framework)
    conditions = [condition for _, condition in outline.conditions][:4]
    decider = decider_for(outline)
    found, are_all = worlds(case, random)
    for together in (*combinations(conditions, 1), *combinations(conditions, 2)):
        seen = {tuple(holds(one, world) for one in together) for world in found}
        for wanted in product(MEANT, repeat=len(together)):
            decided = decider.can([Goal(one, value) for one, value in zip(together, wanted, strict=True)])
            meant = [MEANT[value] for value in wanted]
            met = any(all(value in one for value, one in zip(values, meant, strict=True)) for values in seen)
            assert not (met and decided is False), (together, wanted)
            assert met or not (are_all and decided), (together, wanted)
