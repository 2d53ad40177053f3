"""What is surely a misspelling, and what is not."""

from __future__ import annotations

import pytest

from readiness.checks.finding import Respelling
from readiness.checks.spelling import Kind, read_as, respelt, steps_between


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [
        ("weight", "weight", 0),
        ("wieght", "weight", 1),
        ("weigt", "weight", 1),
        ("weeight", "weight", 1),
        ("waight", "weight", 1),
        ("wieghts", "weight", 2),
        ("", "ab", 2),
        ("ca", "abc", 3),
    ],
)
def test_steps_are_slips_of_one_letter_or_two_neighbours_swapped(one: str, other: str, steps: int) -> None:
    assert steps_between(one, other, most=3) == steps
    assert steps_between(other, one, most=3) == steps


def test_no_more_steps_are_counted_than_are_asked_for() -> None:
    assert steps_between("weight", "question", most=2) > 2
    assert steps_between("a", "abcdefgh", most=2) > 2


@pytest.mark.parametrize(
    ("written", "known", "meant"),
    [
        ("wieght", ["weight", "title"], "weight"),
        ("cyb-acess", ["cyb-access", "cyb-owner"], "cyb-access"),
        ("cyb-aces", ["cyb-access", "cyb-owner"], "cyb-access"),
        ("Mean", ["mean", "gmean", "min"], "mean"),
        ("MIN", ["mean", "min"], "min"),
    ],
)
def test_one_near_name_is_meant(written: str, known: list[str], meant: str) -> None:
    assert respelt(written, known) == Respelling(written, meant)


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("men", ["mean", "min", "sum"]),  # min is as near as mean
        ("cyb-ower", ["cyb-owner", "cyb-power"]),
        ("acess", ["access", "assess"]),  # the rival is one slip further away
        ("d1-q3", ["d1-q1"]),
        ("cap-1.0", ["cap-1.1", "cup-2"]),
        ("men", ["mean"]),  # short
        ("wiegth", ["weight"]),  # two slips in a short name
        ("anything", []),
        ("acess", [f"access-{'x' * i}" for i in range(1_001)]),
    ],
)
def test_a_rival_a_digit_or_a_short_name_leaves_it_open(written: str, known: list[str]) -> None:
    assert respelt(written, known) is None


@pytest.mark.parametrize(
    ("written", "kind", "meant"),
    [
        ("3", "whole number", "3"),
        ("-2", "whole number", "-2"),
        ("2.5", "number", "2.5"),
        ("yes", "boolean", "true"),
        ("No", "boolean", "false"),
        ("true", "boolean", "true"),
    ],
)
def test_a_text_can_say_a_number_or_a_truth_value(written: str, kind: Kind, meant: str) -> None:
    assert read_as(written, kind) == Respelling(written, meant, is_plain=True)


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("2.5", "whole number"),
        ("03", "whole number"),
        ("25,000", "number"),
        ("3 weeks", "number"),
        ("on", "boolean"),
        (3, "boolean"),
        (None, "number"),
    ],
)
def test_what_can_be_read_in_two_ways_stays(written: object, kind: Kind) -> None:
    assert read_as(written, kind) is None
