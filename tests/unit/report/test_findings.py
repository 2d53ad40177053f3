"""Titles: every rule, and where it falls back on a plainer sentence."""

from __future__ import annotations

from fractions import Fraction

import pytest

from readiness.report import findings
from readiness.report.findings import Standing


def standings(**gaps: str | None) -> list[Standing]:
    return [Standing(name, None if gap is None else Fraction(gap)) for name, gap in gaps.items()]


def profile(given: list[Standing], unmet: int = 0) -> str:
    return findings.profile_title(given, word="dimension", target="Good", unmet=unmet)


def test_one_gap_that_stands_out_is_named() -> None:
    assert profile(standings(Data="1.2", People="0.5", Money="0.4")) == "Data is furthest from the Good target"


def test_two_gaps_that_stand_out_are_named() -> None:
    title = "Data and People are furthest from the Good target"
    assert profile(standings(People="1.1", Money="0.4", Data="1.2")) == title


def test_gaps_that_do_not_stand_out_are_counted() -> None:
    assert profile(standings(A="0.15", B="0.1", C="0")) == "Two of three dimensions are below the Good target"


def test_similar_gaps_are_called_similar() -> None:
    assert (
        profile(standings(A="0.6", B="0.5", C="0.5"))
        == "All three dimensions are below the Good target by similar amounts"
    )
    assert profile(standings(A="0.9", B="0.75", C="0.6", D="0.5")) == "All four dimensions are below the Good target"
    assert profile(standings(A="0.5", B="0.5")) == "Both dimensions are below the Good target by similar amounts"
    assert profile(standings(A="0.5")) == "The dimension is below the Good target"


def test_met_targets_are_said_with_what_is_still_missing() -> None:
    assert profile(standings(A="0", B="0")) == "Every dimension meets the Good target"
    assert (
        profile(standings(A="0"), unmet=1) == "The dimension meets the Good target overall, but one question does not"
    )


def test_nothing_is_said_where_nothing_is_known() -> None:
    assert profile(standings(A=None)) == "There is too little to measure against a target yet"
    assert profile([]) == "There is too little to measure against a target yet"


def test_names_that_are_too_long_give_way_to_numbers() -> None:
    long = {"A " + "very " * 30: "2", "B": "0.1", "C": "0"}
    assert profile(standings(**long)) == "Two of three dimensions are below the Good target"


@pytest.mark.parametrize(
    ("answered", "spread", "capping", "title"),
    [
        (0, "1.0 to 5.0", 0, "No question has been answered yet"),
        (4, "1.2 to 4.5", 0, "Only 4 of 10 questions are answered, so the score may lie anywhere from 1.2 to 4.5"),
        (4, "", 0, "Found"),
        (9, "2.1 to 2.3", 1, "Found, and one gate holds the score down"),
        (9, "2.1 to 2.3", 2, "Found, and two gates hold the score down"),
        (10, "", 0, "Found"),
    ],
)
def test_the_headline_says_when_answers_are_missing(answered: int, spread: str, capping: int, title: str) -> None:
    made = findings.summary_title("Found", answered=answered, applicable=10, spread=spread, capping=capping)
    assert made == title


@pytest.mark.parametrize(
    ("gaps", "title"),
    [
        ({"A": None}, "No dimension can be measured against a target yet"),
        ({"A": "0", "B": "0"}, "Every dimension meets its target"),
        ({"A": "0"}, "The dimension meets its target"),
        ({"A": "1"}, "The dimension is below its target"),
        ({"A": "1", "B": "1"}, "None of the two dimensions meets its target"),
        ({"A": "0", "B": "1"}, "One of two dimensions meets its target"),
        ({"A": "0", "B": "0", "C": "1"}, "Two of three dimensions meet their targets"),
    ],
)
def test_met_targets_are_counted(gaps: dict[str, str | None], title: str) -> None:
    assert findings.met_title(standings(**gaps), word="dimension") == title


@pytest.mark.parametrize(
    ("gaps", "title"),
    [
        ({}, "No capability has a target"),
        ({"A": "0", "B": "0"}, "Every capability meets its target"),
        ({"A": "1", "B": "0.2"}, "A is furthest from target of two capabilities"),
        ({"A": "0.3", "B": "0.2", "C": "0.1"}, "All three capabilities are below target"),
    ],
)
def test_capabilities(gaps: dict[str, str | None], title: str) -> None:
    assert findings.capabilities_title(standings(**gaps), word="capability") == title


@pytest.mark.parametrize(
    ("gap", "gaps", "title"),
    [
        (None, {}, "Data cannot be measured against a target yet"),
        ("0", {"A": "0", "B": "0"}, "Data meets its target in every capability"),
        ("0", {}, "Data meets its target"),
        ("0.5", {}, "Data is below its target"),
        ("0.5", {"A": "1", "B": "0"}, "A is furthest from target in Data"),
        ("0.5", {"A": "0.1", "B": "0"}, "One of two capabilities in Data is below target"),
        ("0", {"A": "0.1", "B": "0"}, "One of two capabilities in Data is below target"),
    ],
)
def test_a_dimension(gap: str | None, gaps: dict[str, str | None], title: str) -> None:
    exact = None if gap is None else Fraction(gap)
    assert findings.area_title("Data", standings(**gaps), word="capability", gap=exact) == title


def test_a_part_without_any_answer_counts_among_those_that_miss_their_target() -> None:
    shown = [findings.Standing("A", Fraction(1)), findings.Standing("B", None, is_missing=True)]
    title = "Both capabilities in Data are below target, one of them for want of an answer"
    assert findings.area_title("Data", shown, word="capability", gap=Fraction(1)) == title


@pytest.mark.parametrize(
    ("answered", "claims", "unbacked", "title"),
    [
        (0, 0, 0, "No question has been answered yet"),
        (8, 0, 0, "8 of 10 questions are answered"),
        (10, 4, 0, "All 10 questions are answered, and every answer that needs evidence has it"),
        (10, 4, 1, "All 10 questions are answered; one of 4 that need evidence lacks it"),
        (9, 4, 3, "9 of 10 questions are answered; three of 4 that need evidence lack it"),
    ],
)
def test_evidence(answered: int, claims: int, unbacked: int, title: str) -> None:
    made = findings.evidence_title(answered=answered, applicable=10, claims=claims, unbacked=unbacked)
    assert made == title


def test_strengths() -> None:
    title = findings.strengths_title
    assert (
        title(meeting=1, measured=9, backed=0)
        == "One of nine questions meets its target, none of them with evidence in date"
    )
    assert (
        title(meeting=3, measured=9, backed=3)
        == "Three of nine questions meet their targets, all of them with evidence in date"
    )
    assert (
        title(meeting=9, measured=9, backed=2)
        == "All nine questions meet their targets, two of them with evidence in date"
    )


def test_gaps() -> None:
    def title(count: int, missing: int, first: str = "") -> str:
        return findings.gaps_title(count=count, measured=20, missing=missing, first=first)

    assert title(3, 0, "Locks") == "Three of 20 questions are below target; Locks is worth most"
    assert title(3, 1) == "Three of 20 questions are below target, one of them for want of an answer"
    assert title(2, 2) == "Two of 20 questions lack an answer"
    assert title(1, 0, "x" * 100) == "One of 20 questions is below target"


def test_gates() -> None:
    def title(holding: int, unsure: int = 0, total: int = 5, capped: tuple[str, ...] = ()) -> str:
        return findings.gates_title(holding=holding, unsure=unsure, total=total, capped=capped)

    assert title(0) == "None of the five gates holds anything back"
    assert title(0, total=1) == "The gate holds nothing back"
    assert title(0, 5) == "All five gates hang on missing answers"
    assert title(1, capped=("Data",)) == "One of five gates holds and caps Data"
    assert (
        title(2, 1, capped=("Data", "People"))
        == "Two of five gates hold and cap Data and People; one more hangs on missing answers"
    )
    assert title(2) == "Two of five gates hold"


def test_roadmap() -> None:
    def title(end: str, target: str = "3.0", actions: int = 2, *, short: bool = False) -> str:
        return findings.roadmap_title(
            actions=actions, length="two years", start="2.0", end=end, target=target, short=short
        )

    assert title("3.0") == "Two actions in two years lift the score from 2.0 to 3.0, the target"
    assert title("3.1") == "Two actions in two years lift the score from 2.0 to 3.1, past the target of 3.0"
    assert (
        title("2.9", short=True)
        == "Two actions in two years lift the score from 2.0 to 2.9, short of the target of 3.0"
    )
    assert title("2.9", "") == "Two actions in two years lift the score from 2.0 to 2.9"
    assert title("2.0", actions=1) == "One action in two years prepares the ground, and the score stays at 2.0"
