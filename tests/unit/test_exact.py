"""Tests of the exact number: whichever class it is, it gets on with the standard library's."""

from __future__ import annotations

import fractions
import subprocess
import sys
from decimal import Decimal
from numbers import Rational

import pytest

from readiness.exact import Fraction
from readiness.model.base import Estimate
from readiness.model.comparisons import fact_satisfies
from readiness.model.conditions import FactCondition

THEIRS, OURS = fractions.Fraction(1, 3), Fraction(1, 3)
WHICH = "from readiness.exact import Fraction; print(Fraction.__module__, Fraction(1, 3) + 1)"


def test_it_equals_the_one_of_the_standard_library_and_is_found_by_it() -> None:
    assert OURS == THEIRS
    assert {THEIRS: "a third"}[OURS] == "a third"
    assert (str(OURS), repr(OURS), float(OURS)) == (str(THEIRS), repr(THEIRS), float(THEIRS))
    assert isinstance(OURS, Rational)


def test_both_can_be_mixed_in_sums_and_comparisons() -> None:
    assert OURS + THEIRS == THEIRS + OURS == Fraction(2, 3)
    assert fractions.Fraction(1, 9) == OURS * THEIRS
    assert Fraction(1, 4) < THEIRS < Fraction(1, 2)
    assert max(OURS, fractions.Fraction(1, 2)) == Fraction(1, 2)


@pytest.mark.parametrize("written", [fractions.Fraction(5, 2), Fraction(5, 2), Decimal("2.5")])
def test_a_document_takes_every_kind_of_exact_number(written: object) -> None:
    likely = Estimate.model_validate({"likely": written}).likely
    assert likely == Fraction(5, 2)
    assert isinstance(likely, Fraction)


@pytest.mark.parametrize("staff", [fractions.Fraction(20), Fraction(20)])
def test_a_fact_of_either_kind_is_compared_by_its_value(staff: Fraction) -> None:
    assert fact_satisfies(FactCondition.model_validate({"fact": "staff", "is": 20}), staff)
    assert fact_satisfies(FactCondition.model_validate({"fact": "staff", "at-least": 10}), staff)


def test_true_is_no_number_in_a_fact() -> None:
    assert not fact_satisfies(FactCondition.model_validate({"fact": "staff", "is": 1}), value=True)
    assert not fact_satisfies(FactCondition.model_validate({"fact": "staff", "at-least": 1}), value=True)


def test_where_quicktions_is_missing_the_standard_library_does_the_same() -> None:
    missing = f"import sys; sys.modules['quicktions'] = None; {WHICH}"
    done = subprocess.run([sys.executable, "-c", missing], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "fractions 4/3\n"
