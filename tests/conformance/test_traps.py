"""What makes tools disagree over the same answers: rounding, edges, the order of aggregation, and silence."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from statistics import fmean
from typing import Any

import pytest

from readiness.model.answers import ChoiceQuestion
from readiness.scoring.engine import Scorer
from readiness.scoring.result import State
from tests.builders import Plain
from tests.conformance import egovernment, impact, samm
from tests.conformance.corpus import measured, needs_corpus, read_json

pytestmark = needs_corpus

# --- rounding and edges ---------------------------------------------------------------------------------------------


def answers_worth(version: str, points: int) -> dict[str, Plain | None]:
    """Return answers to questions about risk, asked in any case, that are worth so many points together."""
    reached: dict[int, dict[str, Plain | None]] = {0: {}}
    for question in impact.model(version).framework.questions:
        if isinstance(question, ChoiceQuestion) and question.applies_when is None:
            for total, chosen in list(reached.items()):
                for option in question.options:
                    reached.setdefault(total + int(option.points), {**chosen, question.id: {"option": option.id}})
    return reached[points]


def mitigated(version: str) -> dict[str, Plain | None]:
    """Return what a published assessment with enough mitigation answers to all questions but those about risk."""
    enough = (one for one in impact.assessments() if one["expected"]["current"] < one["expected"]["raw"])
    answers = next(one["answers"] for one in enough if one["questionnaire"] == version)
    risk = {question.id for question in impact.model(version).framework.questions}
    return {name: answer for name, answer in impact.given(version, answers).items() if name not in risk}


def test_a_half_is_rounded_up_as_the_questionnaire_does_and_not_to_even() -> None:
    for raw, current in ((10, 9), (30, 26), (50, 43)):  # 8.5, 25.5 and 42.5; to even it would be 8, 26 and 42
        risk = impact.model("v0.10.0").scores(answers_worth("v0.10.0", raw) | mitigated("v0.10.0"))["sample"]
        assert risk.ratio is not None
        assert risk.maximum is not None
        assert (risk.points, risk.ratio * risk.maximum) == (raw, current)


def test_who_stands_on_an_edge_is_in_the_lower_level() -> None:
    found = {}
    for raw in (31, 32, 63, 64):  # a quarter of 126 is 31.5, a half is 63
        risk = impact.model("v0.10.0").scores(answers_worth("v0.10.0", raw))["sample"]
        found[raw] = (risk.ratio, risk.band and risk.band.name)
    assert found == {
        31: (Fraction(31, 126), "I"),
        32: (Fraction(32, 126), "II"),
        63: (Fraction(1, 2), "II"),
        64: (Fraction(64, 126), "III"),
    }


@pytest.mark.parametrize(
    ("version", "most_risk", "half_of_mitigation"),
    [("v0.9", 107, 45), ("v0.9.1", 107, 45), ("v0.10.0", 126, 46), ("v1.0.0", 167, 77), ("v1.0.1", 167, 77)],
)
def test_maxima_run_over_all_questions_hidden_ones_too(version: str, most_risk: int, half_of_mitigation: int) -> None:
    branch = Scorer(impact.model(version).framework, {}).branch
    assert (branch["sample"].most, branch["mitigation"].most) == (most_risk, 2 * half_of_mitigation)
    for one in (one for one in impact.assessments() if one["questionnaire"] == version):
        nodes = impact.model(version).scores(impact.given(version, one["answers"]))
        assert (nodes["sample"].maximum, nodes["mitigation"].maximum) == (most_risk, 2 * half_of_mitigation)
        assert State.HIDDEN in {node.state for node in nodes.values()}


def test_mitigation_stands_beside_the_risk_and_is_no_part_of_it() -> None:
    one = impact.assessments()[0]
    version = one["questionnaire"]
    nodes = impact.model(version).scores(impact.given(version, one["answers"]))
    risk, mitigation = nodes["sample"], nodes["mitigation"]
    assert (mitigation.is_measure, mitigation.share_of_whole, mitigation.direction) == (True, 0, "better")
    assert risk.direction == "worse"
    assert "mitigation" not in {one.child for one in risk.contributions}


# --- the order of aggregation ---------------------------------------------------------------------------------------


def test_the_order_of_aggregation_is_part_of_a_model() -> None:
    # the overall score of a country: the mean over its life events, or the model on the means of its indicators
    by_country: dict[str, list[dict[str, str]]] = defaultdict(list)
    for (country, _), values in egovernment.published().items():
        by_country[country].append(values)
    moved = []
    for cells in by_country.values():
        means = {
            key: str(sum(found) / len(found)) if found else ""
            for key in egovernment.INDICATORS
            for found in [[Fraction(one[key]) for one in cells if one[key]]]
        }
        nodes = egovernment.BENCHMARK.scores({key: measured(text) for key, text in means.items()})
        for name, key in {"sample": "0", "1": "1", "2": "2", "3": "3", "4": "4"}.items():
            ratio = nodes[name].ratio
            assert ratio is not None
            moved.append(abs(float(ratio) * 100 - fmean(float(one[key]) for one in cells if one[key])))
    assert 9 < max(moved) < 10


# --- silence --------------------------------------------------------------------------------------------------------


def without(answers: dict[str, Any], *missing: str) -> dict[str, Any]:
    """Return answers of which some were not given."""
    return {name: answer for name, answer in answers.items() if name not in missing}


def test_in_samm_2_one_missing_answer_leaves_nothing_of_its_practice() -> None:
    case = next(one for one in read_json("samm/v2-cases.json")["cases"] if one["name"] == "all_1")
    nodes = samm.version_2().scores(samm.answers_2(without(case["answers"], "question1", "question90")))
    practices = {name: nodes[samm.as_id(name)].score for name in case["expected"]["practice"]}
    assert [name for name, score in practices.items() if score == 0] == [
        "Strategy and Metrics",
        "Operations Management",
    ]
    assert set(practices.values()) == {0, 3}
    functions = {name: nodes[name].score for name in case["expected"]["function"]}
    assert (functions["Governance"], functions["Design"], functions["Operations"]) == (2, 3, 2)
    assert nodes["sample"].score == Fraction(13, 5)


def test_in_samm_1_a_missing_answer_counts_as_nothing_and_the_rest_of_its_practice_stays() -> None:
    answers = samm.changes("current")
    before, after = samm.version_1().scores(answers), samm.version_1().scores(without(answers, "q3"))
    assert (before["SM1"].ratio, after["SM1"].ratio) == (Fraction(7, 15), Fraction(2, 15))
    had, kept = before["SM"].ratio, after["SM"].ratio
    assert had is not None
    assert kept is not None
    assert had - kept == Fraction(1, 9)


def test_in_the_benchmark_of_the_eu_a_blank_is_left_out_and_the_others_weigh_more() -> None:
    ((_, values), *_) = egovernment.published().items()
    answers = {key: measured(values[key]) for key in egovernment.INDICATORS} | {"4.1": measured("")}
    nodes = egovernment.BENCHMARK.scores(answers)
    by_hand = (Fraction(values["4.2"]) + (Fraction(values["4.3"]) + Fraction(values["4.4"])) / 2) / 200
    assert nodes["4"].ratio == by_hand


# --- phases ---------------------------------------------------------------------------------------------------------


def test_a_later_phase_is_what_it_changes_of_the_one_before() -> None:
    assert [len(samm.changes(phase)) for phase in samm.PHASES] == [77, 10, 10]
