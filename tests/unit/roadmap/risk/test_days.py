"""Weeks of a plan as days."""

from __future__ import annotations

from datetime import date

import pytest

from readiness.roadmap.risk.days import day_after, weeks_until

STARTS = date(2027, 1, 1)


@pytest.mark.parametrize(
    ("weeks", "day"),
    [
        (0, date(2027, 1, 1)),
        (13 / 90, date(2027, 1, 1)),  # one of the 90 days of the quarter
        (13 / 2, date(2027, 2, 14)),  # 45 of them
        (13, date(2027, 3, 31)),
        (14, date(2027, 4, 7)),  # 7 of 91
        (4 * 13, date(2027, 12, 31)),
    ],
)
def test_a_quarter_is_thirteen_weeks_however_many_days_it_has(weeks: float, day: date) -> None:
    assert day_after(STARTS, weeks) == day


@pytest.mark.parametrize("day", [date(2027, 1, 1), date(2027, 2, 14), date(2027, 3, 31), date(2028, 2, 29)])
def test_weeks_lead_back_to_the_day_that_they_were_counted_to(day: date) -> None:
    assert day_after(STARTS, weeks_until(STARTS, day)) == day


def test_a_day_before_the_plan_is_in_time_for_nothing() -> None:
    assert weeks_until(STARTS, date(2026, 12, 31)) < 0
