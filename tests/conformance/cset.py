"""CSET: maturity levels, stacks, lights, shares and deductions, as its tests assert them or its formulas give them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fnmatch import fnmatch
from fractions import Fraction
from functools import cache
from typing import Any

from tests.builders import Plain, a_question, an_area
from tests.conformance.comparison import Comparison, Model
from tests.conformance.corpus import PublishedModel, a_share, read_json

__all__ = ["C2M2", "CPG", "CRR_LIGHTS", "CRR_STACK", "SPRS", "STANDARDS"]

NOT_APPLICABLE = {"not-applicable": "It does not."}


def cases(name: str) -> list[Plain]:
    """Return the cases of one tool within CSET."""
    return list(read_json("cset/rule-cases.json")[name])


def answered(letter: str) -> Plain | None:
    """Return what a letter of CSET's means for a question of yes and no."""
    return {"Y": {"answer": "yes"}, "N": {"answer": "no"}, "NA": NOT_APPLICABLE, "U": None}[letter]


def numbered(found: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    """Yield each thing with the id of a question."""
    return ((f"q{at}", one) for at, one in enumerate(found))


# --- C2M2: a ladder on which everything must be largely implemented -------------------------------------------------

PRACTICE = [{"id": id_, "text": id_, "points": points} for id_, points in (("NI", 0), ("PI", 1), ("LI", 2), ("FI", 3))]


def _c2m2() -> Iterator[Comparison]:
    for at, case in enumerate(cases("c2m2"), start=1):
        practices = list(numbered([(rung, letter) for rung in (1, 2, 3) for letter in case[f"mil{rung}"]]))
        questions = [a_question(id_, "choice", rung=rung, options=PRACTICE) for id_, (rung, _) in practices]
        model = PublishedModel(
            areas=[an_area("domain", questions, scoring={"rollup": "ladder", "satisfied-at": Fraction(1, 2)})],
            scoring={"not-applicable": "forbidden"},
        )
        nodes = model.scores({id_: {"option": letter} for id_, (_, letter) in practices if letter != "U"})
        ratio = nodes["domain"].ratio
        yield Comparison(f"case {at}", "level", ratio and ratio * 3, case["expect_mil"])


# --- SPRS: deductions from 110 --------------------------------------------------------------------------------------


def _sprs() -> Iterator[Comparison]:
    for at, case in enumerate(cases("sprs"), start=1):
        asked = list(numbered(case["answers"]))
        model = PublishedModel(
            questions=[a_question(id_, "yes-no", weight=one["w"]) for id_, one in asked],
            scoring={"rollup": "deduct", "base": case["base"]},
        )
        nodes = model.scores({id_: answered(one["a"]) for id_, one in asked})
        yield Comparison(f"case {at}", "score", nodes["sample"].points, case["expect"])


# --- standards: yes and alternate among what applies, and the chart of all answers ----------------------------------

LETTERS = ("Y", "A", "N", "U", "NA")


def of_letters(counting: str, **scoring: str) -> PublishedModel:
    """Return the share of questions whose answer is one of these letters, in whole percent, half-way up."""
    options = [{"id": one, "text": one, "points": int(one in counting.split())} for one in ("Y", "A", "N", "other")]
    options[-1]["points"] = 1  # no answer: an option that is worth something, so that the others can be worth nothing
    return PublishedModel(
        questions=[a_question(f"q{at}", "choice", options=options) for at in range(15)],
        scoring=scoring,
        adjust=[{"of": "ratio", "round": {"to": Decimal("0.01"), "mode": "half-up"}, "because": "Shown in percent."}],
    )


def _standards() -> Iterator[Comparison]:
    for at, case in enumerate(cases("standards"), start=1):
        given: dict[str, Plain | None] = dict(numbered([_letter(one) for one in LETTERS for _ in range(case[one])]))
        shown = case["expect"]["pct_shown"]
        whole = of_letters("Y A").scores(given)["sample"].ratio
        yield Comparison(f"case {at}", "value", whole and whole * 100, case["expect"]["value"])
        for letter, policies in _CHART.items():
            share = of_letters(letter, **policies).scores(given)["sample"].ratio
            yield Comparison(f"case {at}", f"shown {letter}", share and share * 100, shown[letter])


def _letter(letter: str) -> Plain | None:
    return {"U": None, "NA": NOT_APPLICABLE}.get(letter, {"option": letter})


_NOTHING = {"unanswered": "zero", "not-applicable": "zero"}
_CHART: Mapping[str, Mapping[str, str]] = {
    "Y": _NOTHING,
    "A": _NOTHING,
    "N": _NOTHING,
    "U": _NOTHING | {"unanswered": "full"},
    "NA": _NOTHING | {"not-applicable": "full"},
}
"""For each part of the chart: what counts in full, so that its share of all answers comes out."""

# --- CPG: the mean of three groups, an empty one counting nothing ---------------------------------------------------

GROUPS = {"high": "HIGH", "moderate": "MEDIUM", "low": "LOW"}


def _cpg() -> Iterator[Comparison]:
    for at, case in enumerate(cases("cpg"), start=1):
        # a group without questions has one that does not apply, and so counts as nothing
        asked = {name: [f"{name}-{n}" for n in range(max(1, len(case[key])))] for name, key in GROUPS.items()}
        given = {
            f"{name}-{n}": answered(letter)
            for name, key in GROUPS.items()
            for n, letter in enumerate(case[key] or ["NA"])
        }
        areas = [an_area(name, [a_question(id_, "yes-no") for id_ in ids]) for name, ids in asked.items()]
        nodes = PublishedModel(areas=areas, scoring={"not-applicable": "zero"}).scores(given)
        for name, published in case["expect"].items():
            ratio = nodes["sample" if name == "overall" else name].ratio
            yield Comparison(f"case {at}", name, None if ratio is None else ratio * 100, published)


# --- CRR: a stack of maturity levels, and traffic lights ------------------------------------------------------------


def _crr_stack() -> Iterator[Comparison]:
    for at, case in enumerate(cases("crr_domain_score"), start=1):
        means = {
            f"level-{level}": {f"q{level}-{n}": Fraction(mean) for n, mean in enumerate(goals)}
            for level, goals in enumerate(case["goal_means"].values(), start=1)
        }
        model = PublishedModel(
            areas=[
                an_area(name, [a_share(goal, best=1) for goal in goals], scoring={"rollup": "mean"})
                for name, goals in means.items()
            ],
            scoring={"rollup": "stack"},
            scale=[{"level": level, "name": f"Level {level}"} for level in range(len(means) + 1)],
        )
        given = {goal: {"value": mean} for goals in means.values() for goal, mean in goals.items()}
        domain = model.scores(given)["sample"]
        yield Comparison(f"case {at}", "score", domain.score, case["expect"]["score"])
        yield Comparison(f"case {at}", "achieved", domain.level, case["expect"]["achieved"])


LIGHTS = ("red", "yellow", "green")
SHOWN = {
    "of": "ratio",
    "inclusive": "upper",
    "ranges": [
        {"name": "red", "to": 0},
        {"name": "yellow", "from": 0, "to": Decimal("0.99")},
        {"name": "green", "from": Decimal("0.99")},
    ],
}
"""A light is red for nothing at all, green for everything, and yellow for all between."""
MIL_1 = {f"G{goal}": [f"G{goal}.Q{n}" for n in (1, 2)] for goal in range(1, 8)}
MIL_1["G2"] += [f"G2.Q4-{letter}" for letter in "PITF"]
MIL_1["G5"] += [f"G5.Q6-{letter}" for letter in "PITF"]
HIGHER_MILS = {level: [f"MIL{level}.Q{n}" for n in (1, 2, 3, 4)] for level in (2, 3, 4, 5)}


def a_light(id_: str, **keys: object) -> Plain:
    """Return a question that is answered with yes, incompletely or no."""
    options = [{"id": one, "text": one, "points": points} for one, points in (("N", 0), ("I", 1), ("Y", 2))]
    return a_question(id_, "choice", options=options, **keys)


@cache
def domain() -> PublishedModel:
    """Return a domain: goals in the first level; a higher level takes everything, and the level below it."""
    goals = [an_area(name, [a_light(one) for one in asked], bands=SHOWN) for name, asked in MIL_1.items()]
    first = an_area("MIL-1", areas=goals, bands=SHOWN)
    return PublishedModel(
        scale=[{"level": level, "name": name} for level, name in enumerate(LIGHTS)],
        areas=[first, *(_higher(level, asked) for level, asked in HIGHER_MILS.items())],
        bands=SHOWN,
    )


def _higher(level: int, asked: Sequence[str]) -> Plain:
    below = {"not": {"area": f"MIL-{level - 1}", "at-least-ratio": 1}}
    return an_area(
        f"MIL-{level}",
        [a_light(one, rung=1) for one in asked],
        scoring={"rollup": "ladder"},
        gates=[{"when": below, "cap-at-level": 0, "because": "The level below comes first."}],
        bands=SHOWN,
    )


def _crr_lights() -> Iterator[Comparison]:
    for at, case in enumerate(cases("crr"), start=1):
        nodes = domain().scores(_lights_given(case["answers"]))
        expected = case["expect"]
        if isinstance(expected, str):
            expected = {"AM": dict.fromkeys(domain().framework.question, expected.rpartition(" ")[2])}
        for name, light in expected["AM"].items():
            node = nodes["sample" if name == "domain" else name]
            found = node.band.name if node.band else None if node.level is None else LIGHTS[node.level]
            yield Comparison(f"case {at}", name, found, light)


def _lights_given(said: str) -> dict[str, Plain | None]:
    """Return the answers of a case, which says them in words: all AM:G*=Y and AM:MIL2.Q1=Y, rest N."""
    rest = re.findall(r"(?:all|rest) ([YIN])\b", said)[0]
    named = re.findall(r"AM:(\S+?)=([YIN])", said)
    return {
        id_: {"option": next((letter for form, letter in named if fnmatch(id_, form)), rest)}
        for id_ in domain().framework.question
    }


IN_CSET = "in CSET"
C2M2 = Model("C2M2", IN_CSET, Fraction(0), _c2m2)
SPRS = Model("SPRS", IN_CSET, Fraction(0), _sprs)
STANDARDS = Model("CSET standards", IN_CSET, Fraction(0), _standards)
CPG = Model("CPG", IN_CSET, Fraction(0), _cpg)
CRR_STACK = Model("CRR, score of a domain", IN_CSET, Fraction(0), _crr_stack)
CRR_LIGHTS = Model("CRR, lights", IN_CSET, Fraction(0), _crr_lights)
