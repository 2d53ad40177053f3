"""Streams of chance."""

from __future__ import annotations

import numpy as np
import pytest

from readiness.roadmap.risk.chance import Floats, Scores, scores

DRAWS = 40_000


def drawn(*actions: tuple[str, str], correlation: float, seed: int = 1) -> list[Floats]:
    """Return the scores of one estimate of each action, named with its programme."""
    chance = Scores(draws=DRAWS, seed=seed, correlation=correlation)
    return [scores().take(chance.together(chance.of(action, 1)[0], programme)) for action, programme in actions]


@pytest.mark.parametrize("correlation", [0, 0.3, 0.8, 1])
def test_scores_of_one_programme_have_the_correlation_that_is_asked_for(correlation: float) -> None:
    one, other = drawn(("a", "p"), ("b", "p"), correlation=correlation)
    assert np.corrcoef(one, other)[0, 1] == pytest.approx(correlation, abs=0.015)  # three standard errors: 3 / 200
    assert one.std() == pytest.approx(1, abs=0.011)  # 3 / sqrt(2 * 40,000)
    assert one.mean() == pytest.approx(0, abs=0.015)


def test_scores_of_two_programmes_are_independent() -> None:
    one, other = drawn(("a", "p"), ("b", "q"), correlation=0.8)
    assert np.corrcoef(one, other)[0, 1] == pytest.approx(0, abs=0.015)


def test_an_action_is_drawn_the_same_whatever_else_is_drawn() -> None:
    [alone] = drawn(("b", "p"), correlation=0.3)
    _, _, among_others = drawn(("a", "p"), ("z", "q"), ("b", "p"), correlation=0.3)
    assert np.array_equal(alone, among_others)


def test_a_further_estimate_leaves_the_first_ones_as_they_were() -> None:
    chance = Scores(draws=1_001, seed=1, correlation=0)
    assert np.array_equal(chance.of("a", 3), chance.of("a", 5)[:3])


def test_an_action_and_a_programme_of_one_name_have_different_streams() -> None:
    chance = Scores(draws=DRAWS, seed=1, correlation=0.5)
    own = scores().take(chance.alone(chance.of("same", 1)[0]))
    # Were the factor of the programme the action's own score, both together would be sqrt(2) times as wide.
    assert scores().take(chance.together(chance.of("same", 1)[0], "same")).std() == pytest.approx(1, abs=0.011)
    assert own.std() == pytest.approx(1, abs=0.011)


def test_another_seed_gives_other_scores() -> None:
    [one], [other] = drawn(("a", "p"), correlation=0), drawn(("a", "p"), correlation=0, seed=2)
    assert not np.array_equal(one, other)


def test_the_first_scores_are_these_on_every_machine_and_with_every_numpy() -> None:
    chance = Scores(draws=4, seed=2008, correlation=0)
    assert chance.of("a", 2).tolist() == [[60814, 12720, 189, 9980], [30392, 29377, 13664, 34854]]
