"""How firm a result is, in the report."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from readiness.model.direction import Direction
from readiness.report.html import render_html
from readiness.report.robustness import changes_sentence, weights_sentence
from readiness.report.view.firmness import Firmness
from readiness.report.view.profile import Profile
from readiness.report.view.trust import Trust
from readiness.sensitivity.analysis import find_sensitivity
from readiness.sensitivity.result import DrawnDimension, DrawnWeights, Fewest, Sensitivity, Share
from tests.builders import Plain, a_framework, a_question
from tests.unit.report.given import a_report, on_screen, sections
from tests.unit.report.unfolded import unfolded
from tests.unit.scoring.sheet import a_sheet

FIRM = "The level stays the same however the weights are varied, in 10,000 trials"
MOSTLY = "The level holds in 97% of 10,000 trials with other weights"


def firmness_of(framework: Plain, answers: dict[str, object], chapter: str = "profile") -> Firmness | None:
    """Return what the report says."""
    body = sections(a_report(answers, framework))[chapter].body
    assert isinstance(body, Profile | Trust)
    return body.firmness


def a_sensitivity(framework: Plain, answers: dict[str, object]) -> Sensitivity:
    """Return an analysis with few draws."""
    sheet = a_sheet(framework, answers)
    return find_sensitivity(sheet.scorer, sheet.readings, draws=200)


def test_the_profile_has_a_sentence_and_a_row_for_each_dimension_the_weakest_first() -> None:
    found = firmness_of(a_framework(3, 1), {"d1-q1": 4, "d2-q1": 2, "d3-q1": 5})
    assert found is not None
    assert found.sentence.endswith("and Area d2 is the weakest dimension in every trial.")
    assert [(row.name, row.share, row.ranks) for row in found.rows] == [
        ("Area d2", "100%", "1"),
        ("Area d1", "0%", "2"),
        ("Area d3", "0%", "3"),
    ]
    assert found.rows[0].bar.alt == "Area d2: weakest in 100% of the trials, rank 1"
    assert found.rest == 0


def test_the_drawing_has_no_text_but_its_title() -> None:
    found = firmness_of(a_framework(2, 1), {"d1-q1": 4, "d2-q1": 2})
    assert found is not None
    assert "<text" not in found.rows[0].bar.svg
    assert "<title>Area d2: weakest in 100% of the trials, rank 1</title>" in found.rows[0].bar.svg


def test_more_dimensions_than_fit_are_counted() -> None:
    found = firmness_of(a_framework(10, 1), {f"d{n}-q1": 3 for n in range(1, 11)})
    assert found is not None
    assert (len(found.rows), found.rest) == (8, 2)


def test_one_dimension_has_a_sentence_and_no_chart() -> None:
    found = firmness_of(a_framework(1), {"d1-q1": 2, "d1-q2": 4})
    assert found is not None
    assert found.rows == ()


def test_without_dimensions_the_chapter_on_trust_has_it() -> None:
    questions = [a_question("q1"), a_question("q2")]
    found = firmness_of(a_framework(0, questions), {"q1": 2, "q2": 4}, chapter="trust")
    assert found is not None
    assert "of 10,000 trials with other weights" in found.sentence
    assert "How firm the result is" in unfolded(
        render_html(on_screen(a_report({"q1": 2, "q2": 4}, a_framework(0, questions))))
    )


def test_with_dimensions_the_chapter_on_trust_leaves_it_to_the_profile() -> None:
    assert firmness_of(a_framework(2), {"d1-q1": 3}, chapter="trust") is None


def test_without_an_overall_score_nothing_is_said() -> None:
    framework = a_framework(2, scoring={"unanswered": "block"})
    assert firmness_of(framework, {"d1-q1": 3}) is None
    assert "How firm the result is" not in unfolded(render_html(on_screen(a_report({"d1-q1": 3}, framework))))


def test_the_annex_says_how_weights_are_drawn() -> None:
    text = re.sub(r"\s+", " ", unfolded(render_html(on_screen(a_report({"d1-q1": 3, "d2-q1": 4})))))
    assert "Weights are drawn 10,000 times: for each area" in text
    assert "standard error of at most 0.5 percentage points" in text


def test_where_no_weight_counts_the_annex_is_silent() -> None:
    given = a_report({"d1-q1": 3}, a_framework(1, 1))
    assert "Weights are drawn" not in unfolded(render_html(on_screen(given)))


@pytest.mark.parametrize(
    ("fewest", "said"),
    [
        (Fewest(3, (), None), "No changes of answers by one step each were found that lead to level 4 Managed."),
        (Fewest(None, (), None), "No changes of answers by one step each lead to level 4 Managed."),
        (None, ""),
    ],
)
def test_what_was_not_found_is_not_said_to_be_impossible(fewest: Fewest | None, said: str) -> None:
    assert changes_sentence(a_sensitivity(a_framework(2, 1), {"d1-q1": 3, "d2-q1": 3}), fewest, 3) == said


def test_what_is_not_proved_is_not_said_to_be_the_smallest() -> None:
    sensitivity = a_sensitivity(a_framework(2, 1), {"d1-q1": 3, "d2-q1": 3})
    assert sensitivity.lower is not None
    (change,) = sensitivity.lower.changes
    one, two = (changes_sentence(sensitivity, Fewest(least, (change,) * 3, 1), 1) for least in (1, 2))
    assert one.endswith("would lead to level 2 Developing; it is not proved that no fewer would.")
    assert two.endswith("Developing; fewer than 2 would not, and it is not proved that no fewer would.")


def test_a_band_is_named_where_there_is_one() -> None:
    bands = {"of": "score", "inclusive": "lower", "ranges": [{"name": "Low", "to": 3}, {"name": "High", "from": 3}]}
    sensitivity = a_sensitivity(a_framework(2, 1, bands=bands), {"d1-q1": 3, "d2-q1": 3})
    assert weights_sentence(sensitivity, word="part", direction=Direction.BETTER).startswith(
        "The band stays the same however"
    )
    assert changes_sentence(sensitivity, sensitivity.lower, 0) == (
        "1 of 2 answers, changed by one step, would lead to the band Low."
    )


@pytest.mark.parametrize(
    ("holds", "weakest", "said"),
    [
        (
            1,
            0.66,
            f"{FIRM}, and B is the weakest part in 66% of them.",
        ),
        (
            1,
            1,
            f"{FIRM}, and B is the weakest part in every trial.",
        ),
        (
            0.97,
            1,
            f"{MOSTLY}, and B is the weakest part in every trial.",
        ),
        (
            0.97,
            0.66,
            f"{MOSTLY}, and B is the weakest part in 66% of all trials.",
        ),
        (1, None, f"{FIRM}."),
        (0.9999, None, "The level holds in over 99% of 10,000 trials with other weights."),
    ],
)
def test_a_board_reads_how_firm_the_level_is_in_plain_words(holds: float, weakest: float | None, said: str) -> None:
    shares = [] if weakest is None else [("A", 1 - weakest), ("B", weakest)]
    dimensions = tuple(DrawnDimension(name, name, Share(share, 0), 1, 2) for name, share in shares)
    weights = DrawnWeights(10_000, 1, 12, Share(holds, 0), {1: holds}, 2.0, 3.0, dimensions)
    sensitivity = replace(a_sensitivity(a_framework(2, 1), {"d1-q1": 3, "d2-q1": 3}), weights=weights)
    assert weights_sentence(sensitivity, word="part", direction=Direction.BETTER) == said


def test_without_a_score_there_is_nothing_to_be_firm() -> None:
    sensitivity = a_sensitivity(a_framework(2, scoring={"unanswered": "block"}), {})
    assert "no overall score" in weights_sentence(sensitivity, word="part", direction=Direction.BETTER)
