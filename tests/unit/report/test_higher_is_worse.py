"""The report of a model of risk: every chapter speaks of scores that should fall."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from readiness.model.direction import Direction
from readiness.report import findings
from readiness.report.direction import WORDS, words_for
from readiness.report.findings import Standing
from readiness.report.html import render_html
from readiness.report.inputs import ReportInput
from readiness.report.numbers import gain_text, score_text
from readiness.report.view.answers import answer_words, next_words, standing_words
from readiness.report.view.profile import Profile
from readiness.report.view.strengths import Strengths
from readiness.workflows import assess, report_input
from tests.builders import Plain, a_framework, a_question
from tests.unit.report.given import a_report, on_screen, sections
from tests.unit.report.unfolded import unfolded

RISK = Path(__file__).parents[2] / "risk" / "assessment.yaml"
UP, DOWN = Direction.BETTER, Direction.WORSE


@cache
def risk_report() -> ReportInput:
    """Return what the report of the risk fixture is made of."""
    return report_input(assess(str(RISK)), version="1.2.3")


@cache
def text_of_report() -> str:
    """Return the words of the report, without its styles, on one line."""
    page = unfolded(render_html(on_screen(risk_report())))
    page = re.sub(r"<(style|script).*?</\1>", " ", page, flags=re.DOTALL)
    without_blocks = re.sub(r"<(?!/?b>)[^>]+>", " ", page)
    return " ".join(unescape(re.sub(r"</?b>", "", without_blocks)).split())


# --- numbers ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "shown"), [("2.04", "2.1"), ("2", "2.0"), ("1.96", "1.9"), ("2.06", "2.1"), ("1.94", "1.9")]
)
def test_a_score_above_its_target_is_never_shown_at_it(value: str, shown: str) -> None:
    assert score_text(Fraction(value), (Fraction(2),), DOWN) == shown


def test_a_gain_is_shown_as_what_happens_to_the_score() -> None:
    assert [gain_text(Fraction(1, 4), way) for way in (UP, DOWN)] == ["+0.25", "−0.25"]
    assert gain_text(Fraction(1, 1000), DOWN) == "under 0.01"
    assert gain_text(Fraction(0), DOWN) == "0"


# --- titles -------------------------------------------------------------------------------------------------------


def test_titles_say_above_where_they_said_below() -> None:
    words, alike = WORDS[DOWN], [Standing("Data", Fraction(1)), Standing("People", Fraction(1))]
    assert findings.profile_title(alike, word="dimension", target="Good", unmet=1, words=words) == (
        "Both dimensions are above the Good target by similar amounts"
    )
    assert findings.met_title(alike[:1], word="dimension", words=words) == "The dimension is above its target"
    assert findings.capabilities_title(alike, word="concern", words=words) == "Both concerns are above target"
    assert findings.area_title("Data", [], word="concern", gap=Fraction(1), words=words) == "Data is above its target"
    assert findings.gaps_title(count=1, measured=3, missing=0, first="", words=words) == (
        "One of three questions is above target"
    )
    assert findings.gates_title(holding=1, unsure=0, total=2, capped=["Data"], words=words) == (
        "One of two gates holds and raises Data"
    )
    assert findings.summary_title("Found", answered=9, applicable=9, spread="", capping=1, words=words) == (
        "Found, and one gate holds the score up"
    )
    title = findings.roadmap_title(
        actions=2, length="one year", start="3.0", end="2.0", target="1.0", short=True, words=words
    )
    assert title == "Two actions in one year lower the score from 3.0 to 2.0, short of the target of 1.0"


def test_questions_of_both_directions_are_off_target() -> None:
    assert words_for(DOWN, [DOWN, DOWN]).short == "above"
    assert words_for(UP, [UP]).short == "below"
    assert words_for(DOWN, [DOWN, UP]).short == words_for(UP, [UP, DOWN]).short == "off"


# --- chapters -----------------------------------------------------------------------------------------------------


def test_every_chapter_has_the_title_that_fits() -> None:
    titles = {id_: section.title for id_, section in sections(risk_report()).items()}
    assert titles["summary"] == (
        "Both dimensions are above the Careful use target by similar amounts, and one gate holds the score up"
    )
    assert titles["gaps"].startswith("Six of eight questions are off target, one of them for want of an answer")
    assert titles["gates"] == "Both gates hold and raise Remedy"
    assert titles["roadmap"] == "Four actions in 18 months lower the score from 3.2 to 3.0, short of the target of 1.8"


@pytest.mark.parametrize(
    "said",
    [
        "and higher is worse; the rings mark levels 1 to 4",
        "counting only what evidence in date supports, the score is 3.4",
        "other improvements in its area count only down to its level",
        "on a scale from 1 (Little) to 4 (Very high), and higher is worse",
        "if every answer without it counted one level worse than that",
        "The gap that takes most off the overall score comes first",
        "Now 4 Very high; target 2 Moderate. Effect −0.25",
        "A gate holds the score of an area at a level or above",
        "Rights at stake stands at level 4 or above: at least level 3",
        "It adds 1.0 levels to this area's score",
        "Held at level 3. A wrong decision",
        "2 Moderate: A person looks again within a month.",
        "Fewer items: To end: Data bought from brokers;",
        "No points: 0% of decisions",
        "Best option: It only suggests",
        "2 of 3 items ticked, 1 partly",
        "Counts in full, which is the worst.",
        "Needed at level 2 and below; without it, the score with evidence only counts one level above that",
        "Needed from level 3; without it, the score with evidence only counts one level below that",
        "an improvement lowers them",
        "Appeals 3.0 to 1.0",
    ],
)
def test_the_report_says(said: str) -> None:
    assert said in text_of_report()


@pytest.mark.parametrize(
    "said", ["caps an area", "apped at level", "At most level", "are below target", "lifts the score", "Gain", "+0."]
)
def test_the_report_does_not_say(said: str) -> None:
    assert said not in text_of_report()


def test_what_meets_its_target_best_comes_first() -> None:
    body = sections(risk_report())["strengths"].body
    assert isinstance(body, Strengths)
    assert [row.topic for row in body.rows] == ["Notice", "Vulnerable groups"]


def test_the_widest_gap_comes_first_and_of_equal_ones_the_worst_score() -> None:
    framework = a_framework(
        2, 1, higher_is="worse", targets={"good": {"title": "Good", "default": 1, "areas": {"d2": 3}}}
    )
    given = a_report({"d1-q1": 2, "d2-q1": 4}, framework)
    body = sections(given)["profile"].body
    assert isinstance(body, Profile)
    assert [row.name for row in body.rows] == ["Area d2", "Area d1"]


# --- answers ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "answer", "following"),
    [
        ("level", {"level": 3}, ("2 Developing", "Begun.")),
        ("level", {"level": 1}, ("", "")),
        ("level", None, ("5 Optimising", "Improving.")),
        ("checklist", {"done": ["a"]}, ("Fewer items", "To end: First item.")),
        ("checklist", {"done": []}, ("", "")),
        ("checklist", None, ("Fewer items", "To end: First item; Second item.")),
        ("choice", {"option": "all"}, ("Best option", "Nothing")),
        ("multiple", {"options": ["b"]}, ("Fewer options", "To end: Second option.")),
        ("number", {"value": 40}, ("No points", "0%")),
        ("yes-no", {"answer": "yes"}, ("", "")),
    ],
)
def test_the_next_answer_is_the_one_below(kind: str, answer: Plain | None, following: tuple[str, str]) -> None:
    framework = a_framework(0, [a_question("q", kind)], higher_is="worse", scoring={"unanswered": "exclude"})
    given = a_report({} if answer is None else {"q": answer}, framework)
    question, node = given.framework.question["q"], given.scorecard.node["q"]
    assert next_words(question, node, given.framework.scale) == following


def test_items_of_a_risk_are_ticked_and_not_done() -> None:
    given = a_report({"q": {"done": ["a"]}}, a_framework(0, [a_question("q", "checklist")], higher_is="worse"))
    question, node = given.framework.question["q"], given.scorecard.node["q"]
    assert answer_words(question, node, given.framework.scale) == "1 of 2 items ticked"
    assert standing_words(question, node) == "Ticked: First item."
