"""The fewest things to tick that are worth enough."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.sensitivity.ticks import MOST_SUMS, fewest_ticks


@pytest.mark.parametrize(
    ("worth", "enough", "expected"),
    [
        ({"a": 3, "b": 2, "c": 1}, 2, {"b"}),
        ({"a": 3, "b": 2, "c": 1}, 3, {"a"}),
        ({"a": 3, "b": 2, "c": 1}, 4, {"a", "c"}),
        ({"a": 3, "b": 2, "c": 1}, 6, {"a", "b", "c"}),
        # Without the heaviest: 4 + 3 is exactly enough.
        ({"a": 6, "b": 4, "c": 3, "d": 2}, 7, {"b", "c"}),
        ({"a": 6, "b": 5, "c": 4, "d": 3}, 7, {"c", "d"}),
    ],
)
def test_as_few_as_are_enough_and_of_these_the_least(worth: dict[str, int], enough: int, expected: set[str]) -> None:
    found = fewest_ticks({id_: Fraction(points) for id_, points in worth.items()}, Fraction(enough))
    assert set(found) == expected


@given(st.lists(st.fractions(Fraction(1, 4), 9, max_denominator=4), min_size=1, max_size=9), st.fractions(0, 1))
def test_trying_every_set_finds_nothing_smaller(weights: list[Fraction], part: Fraction) -> None:
    worth = {f"i{n}": weight for n, weight in enumerate(weights)}
    enough = max(Fraction(1, 100), part * sum(weights))
    found = fewest_ticks(worth, enough)
    total = sum(worth[id_] for id_ in found)
    fewer = [sum(some) for some in combinations(weights, len(found) - 1)]
    as_few = [sum(some) for some in combinations(weights, len(found))]
    assert max(fewer) < enough
    assert total == min(one for one in as_few if one >= enough)


def test_where_no_two_sums_are_alike_only_the_last_one_is_the_least() -> None:
    worth = {f"i{n}": Fraction(10**6 + 2**n) for n in range(20)}
    enough = sum(sorted(worth.values())[-6:], Fraction(0)) - 2**14
    found = fewest_ticks(worth, enough)
    # Of the six heaviest 2**19 down to 2**14, the last has 2**14 too much, so the lightest will do.
    assert set(found) == {"i19", "i18", "i17", "i16", "i15", "i0"}
    assert 2 ** len(worth) > MOST_SUMS
