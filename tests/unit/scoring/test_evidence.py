"""Evidence: when it is in date, and what an answer is worth without it."""

# Fractions are compared with whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from readiness.scoring.result import EvidenceState
from tests.builders import Plain, a_framework, a_question, an_area
from tests.unit.scoring.sheet import TODAY, Sheet, a_sheet

PAPER = {"title": "Minutes"}


def claimed(level: int, evidence: list[Plain], *, as_of: date = TODAY, rule: Plain | None = None) -> Sheet:
    """Return the sheet of one question answered with a level and evidence, which is needed from level 3 on."""
    question = a_question("q", evidence={"required-from": 3, "valid-for-months": 24} | (rule or {}))
    framework = a_framework(areas=[an_area("d1", [question])])
    return a_sheet(framework, {"q": {"level": level, "evidence": evidence}}, as_of=as_of)


@pytest.mark.parametrize(
    ("evidence", "state"),
    [
        ([], EvidenceState.NONE),
        ([PAPER], EvidenceState.STALE),
        ([PAPER | {"dated": "2026-11-20"}], EvidenceState.IN_DATE),
        ([PAPER | {"dated": "2026-11-21"}], EvidenceState.STALE),
        ([PAPER | {"dated": "2024-11-20"}], EvidenceState.IN_DATE),
        ([PAPER | {"dated": "2024-11-19"}], EvidenceState.STALE),
        ([PAPER | {"valid-until": "2026-11-20"}], EvidenceState.IN_DATE),
        ([PAPER | {"valid-until": "2026-11-19"}], EvidenceState.STALE),
        ([PAPER | {"dated": "2010-01-01", "valid-until": "2026-12-31"}], EvidenceState.IN_DATE),
        ([PAPER | {"dated": "2026-11-21", "valid-until": "2027-12-31"}], EvidenceState.STALE),
        ([PAPER, PAPER | {"dated": "2026-10-01"}], EvidenceState.IN_DATE),
        ([PAPER | {"dated": "2020-01-01"}, PAPER | {"valid-until": "2020-01-01"}], EvidenceState.STALE),
    ],
)
def test_evidence_has_a_state_on_the_day_of_the_assessment(evidence: list[Plain], state: EvidenceState) -> None:
    assert claimed(4, evidence)["q"].evidence is state


@pytest.mark.parametrize(
    ("dated", "months", "last_day"),
    [
        ("2026-01-31", 1, date(2026, 2, 28)),
        ("2024-01-31", 1, date(2024, 2, 29)),
        ("2024-02-29", 12, date(2025, 2, 28)),
        ("2024-02-29", 48, date(2028, 2, 29)),
        ("2025-12-15", 1, date(2026, 1, 15)),
        ("2025-11-30", 3, date(2026, 2, 28)),
        ("2025-12-31", 12, date(2026, 12, 31)),
    ],
)
def test_evidence_ends_on_the_same_day_some_months_later_or_the_last_of_a_shorter_month(
    dated: str, months: int, last_day: date
) -> None:
    evidence = [PAPER | {"dated": dated}]
    rule = {"valid-for-months": months}
    assert claimed(4, evidence, as_of=last_day, rule=rule)["q"].evidence is EvidenceState.IN_DATE
    day_after = date.fromordinal(last_day.toordinal() + 1)
    assert claimed(4, evidence, as_of=day_after, rule=rule)["q"].evidence is EvidenceState.STALE


def test_dated_evidence_never_ends_where_no_rule_says_so() -> None:
    framework = a_framework(dimensions=1, questions=1)
    sheet = a_sheet(framework, {"d1-q1": {"level": 4, "evidence": [PAPER | {"dated": "1990-01-01"}]}})
    assert sheet["d1-q1"].evidence is EvidenceState.IN_DATE


@pytest.mark.parametrize(("level", "evidenced"), [(1, 1), (2, 2), (3, 2), (4, 2), (5, 2)])
def test_without_evidence_an_answer_counts_one_level_below_the_level_that_needs_it(level: int, evidenced: int) -> None:
    sheet = claimed(level, [PAPER])
    assert sheet["q"].score == sheet.root.score == level
    assert sheet["q"].evidenced == sheet.root.evidenced == evidenced
    assert sheet["q"].needs_evidence is (level >= 3)


def test_with_evidence_in_date_an_answer_counts_in_full() -> None:
    sheet = claimed(5, [PAPER | {"dated": "2026-10-01"}])
    assert (sheet["q"].evidenced, sheet["q"].needs_evidence) == (5, False)


def test_an_answer_that_needs_evidence_from_the_lowest_level_keeps_the_lowest() -> None:
    assert claimed(4, [], rule={"required-from": 1})["q"].evidenced == 1
    lowest = claimed(1, [], rule={"required-from": 1})["q"]
    assert (lowest.evidenced, lowest.needs_evidence) == (1, False)


def test_a_question_s_own_rule_wins_over_the_framework_s() -> None:
    framework = a_framework(
        areas=[an_area("d1", [a_question("own", evidence={"required-from": 4}), a_question("general")])],
        evidence={"required-from": 2},
    )
    sheet = a_sheet(framework, {"own": 3, "general": 3})
    assert (sheet["own"].evidenced, sheet["general"].evidenced) == (3, 1)
    assert sheet["d1"].evidenced == 2


def test_an_answer_between_two_levels_needs_evidence_from_the_level_on() -> None:
    framework = a_framework(areas=[an_area("d1", [a_question("n", "number", evidence={"required-from": 3})])])
    assert a_sheet(framework, {"n": {"value": 49}})["n"].evidenced == 1 + 4 * Fraction(49, 100)
    assert a_sheet(framework, {"n": {"value": 51}})["n"].evidenced == 2


def test_a_gate_sees_only_what_is_evidenced_in_the_evidenced_score() -> None:
    gate = {"when": {"question": "a", "below": 3}, "cap-at-level": 1, "because": "It matters."}
    area = an_area("d1", [a_question("a", evidence={"required-from": 3}), a_question("b")], gates=[gate])
    sheet = a_sheet(a_framework(areas=[area]), {"a": 5, "b": 5})
    assert (sheet["d1"].score, sheet["d1"].evidenced) == (5, 1)


def test_missing_evidence_does_not_bring_a_hidden_question_back() -> None:
    asked = {"question": "a", "below": 3}
    area = an_area("d1", [a_question("a", evidence={"required-from": 3}), a_question("b", applies_when=asked)])
    sheet = a_sheet(a_framework(areas=[area]), {"a": 5, "b": 5})
    assert sheet["d1"].evidenced == 2


def test_evidence_of_what_is_not_answered_says_nothing() -> None:
    framework = a_framework(dimensions=1, questions=2)
    backed = {"evidence": [PAPER | {"dated": "2026-10-01"}]}
    sheet = a_sheet(
        framework, {"d1-q1": {"unknown": "Next week."} | backed, "d1-q2": {"not-applicable": "None."} | backed}
    )
    assert [(node.evidence, node.needs_evidence) for node in sheet.scorecard.questions] == [(None, False)] * 2


def test_the_day_on_which_evidence_is_judged_decides() -> None:
    evidence = [PAPER | {"valid-until": "2027-03-31"}]
    assert claimed(4, evidence, as_of=date(2027, 3, 31))["q"].evidenced == 4
    assert claimed(4, evidence, as_of=date(2027, 4, 1))["q"].evidenced == 2
