"""The title of what has changed says what the numbers carry, and calls neither direction good."""

from __future__ import annotations

from fractions import Fraction

import pytest

from readiness.report.change_title import Areas, change_title


def title(
    before: str | None, after: str | None, areas: tuple[int, int, int] = (0, 0, 1), *, is_same: bool = False
) -> str:
    was, now = (None if one is None else Fraction(one) for one in (before, after))
    return change_title(was, now, Areas(*areas, "dimension"), month="May 2025", is_same=is_same)


@pytest.mark.parametrize(
    ("before", "after", "areas", "said"),
    [
        ("2", "5/2", (1, 0, 1), "The score rose by 0.50 to 2.50 since May 2025"),
        ("2", "5/2", (3, 0, 3), "The score rose by 0.50 to 2.50 since May 2025, and in every dimension"),
        ("2", "5/2", (2, 0, 3), "The score rose by 0.50 to 2.50 since May 2025, and no dimension fell"),
        ("2", "5/2", (2, 1, 3), "The score rose by 0.50 to 2.50 since May 2025, while one of three dimensions fell"),
        ("5/2", "2", (0, 1, 1), "The score fell by 0.50 to 2.00 since May 2025"),
        ("5/2", "2", (0, 3, 3), "The score fell by 0.50 to 2.00 since May 2025, and in every dimension"),
        ("5/2", "2", (0, 2, 3), "The score fell by 0.50 to 2.00 since May 2025, and no dimension rose"),
        ("5/2", "2", (2, 1, 3), "The score fell by 0.50 to 2.00 since May 2025, while two of three dimensions rose"),
    ],
)
def test_it_says_where_the_score_went_and_whether_the_areas_went_along(
    before: str, after: str, areas: tuple[int, int, int], said: str
) -> None:
    assert title(before, after, areas) == said


def test_a_change_that_no_digit_shows_is_none() -> None:
    assert title("2", "2001/1000", (1, 0, 2)) == "The overall score is what it was in May 2025"


def test_what_has_no_score_is_not_compared() -> None:
    assert title(None, "2") == "The overall score cannot be held against that of May 2025"
    assert title("2", None) == "The overall score cannot be held against that of May 2025"


def test_the_same_answers_are_called_the_same() -> None:
    assert title("2", "2", is_same=True) == "Nothing that counts has changed since May 2025"
