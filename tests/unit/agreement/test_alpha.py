"""Krippendorff's alpha: published numbers, a second way to compute it, and where there is none."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.agreement.alpha import find_alpha
from readiness.agreement.result import Reliance
from tests.laws.strategies import law

# Four observers, twelve units, with gaps: the worked example of K. Krippendorff, Computing Krippendorff's
# Alpha-Reliability (2011); 0.849 is what he prints for the interval metric.
PUBLISHED = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
Votes = Mapping[str, Mapping[str, Fraction]]


def table(*rows: str) -> dict[str, dict[str, Fraction]]:
    """Return votes from one row of levels for each person, a dot where one is missing."""
    columns = zip(*(row.split() for row in rows), strict=True)
    return {
        f"q{number}": {f"r{person}": Fraction(int(level) - 1, 4) for person, level in enumerate(one) if level != "."}
        for number, one in enumerate(columns)
    }


def by_pairs(votes: Votes) -> Fraction | None:
    """Return alpha from its definition: pairs within questions against pairs of all answers, exactly."""
    paired = [list(one.values()) for one in votes.values() if len(one) > 1]
    every = [value for one in paired for value in one]
    within = sum((_apart(one) / (len(one) - 1) for one in paired), Fraction(0))
    beyond = _apart(every) / (len(every) - 1) if len(every) > 1 else Fraction(0)
    return 1 - within / beyond if beyond else None


def _apart(values: list[Fraction]) -> Fraction:
    return sum(((one - other) ** 2 for one, other in permutations(values, 2)), Fraction(0))


class TestPublished:
    def test_the_worked_example_comes_out_to_its_last_digit(self) -> None:
        found = find_alpha(table(*PUBLISHED))
        assert found.value == pytest.approx(0.849, abs=0.0005)
        # one unit has a single value and counts for nothing: 40 values can be paired
        assert (found.questions, found.votes, found.reliance) == (11, 40, Reliance.RELIABLE)

    def test_a_unit_that_one_person_answered_changes_nothing(self) -> None:
        without = {question: given for question, given in table(*PUBLISHED).items() if len(given) > 1}
        assert find_alpha(without) == find_alpha(table(*PUBLISHED))


class TestReliance:
    @pytest.mark.parametrize(
        ("rows", "value", "reliance"),
        [
            (("1 3 5 2", "1 3 5 2"), 1, Reliance.RELIABLE),
            # within: 2 × (5 - 3)² / 8 answers; over all: 2 × (8 × 62 - 20²) / (8 × 7)
            (("1 2 3 5", "1 2 3 3"), 1 - Fraction(56, 192), Reliance.TENTATIVE),
            (("1 5", "5 1"), Fraction(-1, 2), Reliance.UNRELIABLE),
        ],
    )
    def test_the_value_says_what_may_be_concluded(
        self, rows: tuple[str, ...], value: Fraction, reliance: Reliance
    ) -> None:
        found = find_alpha(table(*rows))
        assert found.value == pytest.approx(float(value), abs=0.00005)
        assert found.reliance is reliance

    def test_one_person_agrees_with_nobody(self) -> None:
        found = find_alpha(table("1 2 3"))
        assert (found.value, found.reliance, found.questions) == (None, Reliance.ALONE, 0)

    def test_the_same_answer_everywhere_shows_nothing(self) -> None:
        found = find_alpha(table("3 3", "3 3"))
        assert (found.value, found.reliance, found.votes) == (None, Reliance.ALIKE, 4)

    def test_nothing_at_all_is_no_error(self) -> None:
        assert find_alpha({}).reliance is Reliance.ALONE


_LEVELS = st.sampled_from([Fraction(step, 4) for step in range(5)])
_VOTES = st.dictionaries(st.sampled_from("pqrs"), st.dictionaries(st.sampled_from("abcde"), _LEVELS), max_size=4)


@law
@given(_VOTES)
def test_alpha_is_that_of_the_definition_and_does_not_hang_on_any_order(votes: Votes) -> None:
    found, wanted = find_alpha(votes), by_pairs(votes)
    turned = {q: dict(reversed(list(given.items()))) for q, given in reversed(list(votes.items()))}
    assert found == find_alpha(turned)
    assert (found.value is None) == (wanted is None)
    if wanted is not None:
        assert found.value == pytest.approx(float(wanted), abs=0.0001)
