"""CSET's maturity levels, shares and deductions: small cases from its tests and its formulas."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from tests.builders import Plain, a_question, an_area
from tests.conformance.corpus import FOLDER, PublishedModel, needs_corpus, read_json

pytestmark = needs_corpus

PRACTICE = {
    "options": [
        {"id": id_, "text": id_, "points": points} for id_, points in (("NI", 0), ("PI", 1), ("LI", 2), ("FI", 3))
    ]
}


def cases(name: str) -> list[Plain]:
    return list(read_json("cset/rule-cases.json")[name]) if FOLDER.is_dir() else []


def answered(letter: str) -> Plain | None:
    """Return what a letter of CSET's means for a question of yes and no."""
    return {
        "Y": {"answer": "yes"},
        "N": {"answer": "no"},
        "NA": {"not-applicable": "It does not."},
        "U": None,
    }[letter]


@pytest.mark.parametrize("case", cases("c2m2"))
def test_a_domain_of_c2m2_climbs_while_everything_is_largely_implemented(case: Plain) -> None:
    practices = [(rung, letter) for rung in (1, 2, 3) for letter in case[f"mil{rung}"]]
    questions: list[Plain] = [
        a_question(f"q{at}", "choice", rung=rung, **PRACTICE) for at, (rung, _) in enumerate(practices)
    ]
    answers: dict[str, Any] = {
        f"q{at}": {"option": letter} for at, (_, letter) in enumerate(practices) if letter != "U"
    }
    model = PublishedModel(
        areas=[an_area("domain", questions, scoring={"rollup": "ladder", "satisfied-at": Fraction(1, 2)})],
        scoring={"not-applicable": "forbidden"},
    )
    assert model.scores(answers)["domain"].ratio == Fraction(case["expect_mil"], 3)


@pytest.mark.parametrize("case", cases("sprs"))
def test_a_deduction_from_110_leaves_out_what_does_not_apply(case: Plain) -> None:
    questions: list[Plain] = [a_question(f"q{at}", "yes-no", weight=one["w"]) for at, one in enumerate(case["answers"])]
    model = PublishedModel(questions=questions, scoring={"rollup": "deduct", "base": case["base"]})
    answers = {f"q{at}": answered(one["a"]) for at, one in enumerate(case["answers"])}
    assert model.scores(answers)["sample"].points == case["expect"]


@pytest.mark.parametrize("case", cases("standards"))
def test_a_standard_counts_yes_and_alternate_among_what_applies(case: Plain) -> None:
    letters = [letter for letter in ("Y", "A", "N", "U", "NA") for _ in range(case[letter])]
    questions = [a_question(f"q{at}", "yes-no") for at in range(len(letters))]
    model = PublishedModel(questions=questions)
    answers = {f"q{at}": answered("Y" if letter == "A" else letter) for at, letter in enumerate(letters)}
    ratio = model.scores(answers)["sample"].ratio
    assert ratio is not None
    assert ratio * 100 == case["expect"]["value"]


@pytest.mark.parametrize("case", cases("crr_domain_score"))
def test_a_domain_of_crr_is_a_stack_of_maturity_levels(case: Plain) -> None:
    means = case["goal_means"]
    levels = [
        an_area(
            f"level-{at}",
            [a_question(f"q{at}-{n}", "number", bounds={"worst": 0, "best": 1}) for n in range(len(goals))],
        )
        for at, goals in enumerate(means.values())
    ]
    answers: dict[str, Any] = {
        f"q{at}-{n}": {"value": Fraction(goal)}
        for at, goals in enumerate(means.values())
        for n, goal in enumerate(goals)
    }
    domain = PublishedModel(areas=[an_area("domain", areas=levels, scoring={"rollup": "stack"})]).scores(answers)[
        "domain"
    ]
    assert domain.ratio is not None
    assert domain.ratio * len(levels) == Fraction(case["expect"]["score"])
