"""The limits of a plan in words."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.report.exact import exact_text
from readiness.report.numbers import money_text
from readiness.report.words import sized
from readiness.roadmap.calendar import ALL_TEAMS, Key, Limit
from readiness.roadmap.easing import MONEY, TIME

if TYPE_CHECKING:
    from readiness.model.framework import Framework

__all__ = ["amount_words", "limit_name", "team_name", "without_words"]


def team_name(team: str, framework: Framework) -> str:
    """Return whose days are limited."""
    return "all teams" if team == ALL_TEAMS else f"the team of the {framework.role_name(team)}"


def limit_name(limit: Limit, framework: Framework) -> str:
    """Return a limit, to begin a line with."""
    if limit.key is Key.CAPACITY:
        return f"days of {team_name(limit.of, framework)}"
    if limit == TIME:
        return "length of the plan"
    return "money in all" if limit.key is Key.BUDGET else "money a quarter"


def amount_words(limit: Limit, amount: Fraction, currency: str) -> str:
    """Return where a limit lies, or how far it is eased."""
    if limit.key is Key.CAPACITY:
        return sized(int(amount), "day") if amount.denominator == 1 else f"{exact_text(amount)} days"
    return sized(int(amount), "quarter") if limit == TIME else money_text(amount, currency)


def without_words(limits: Sequence[Limit], framework: Framework) -> str:
    """Return what a plan is like without some limits: with no limit on the days of all teams."""
    if tuple(limits) == (TIME,):
        return "with a year more"
    teams = [limit for limit in limits if limit.key is Key.CAPACITY]
    has_money = any(limit in MONEY for limit in limits)
    if len(teams) == 1 and not has_money:
        return f"with no limit on the days of {team_name(teams[0].of, framework)}"
    on = ["money"] * has_money + ["people"] * bool(teams)
    more = " and a year more" if TIME in limits else ""
    return f"with no limit on {' and '.join(on)}{more}"
