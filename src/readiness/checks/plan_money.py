"""The money of a plan fits the estimates of its framework."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readiness.checks.finding import Finding

if TYPE_CHECKING:
    from readiness.model.assessment import Plan
    from readiness.model.framework import Framework

__all__ = ["check_plan_money"]


def check_plan_money(plan: Plan, framework: Framework) -> Iterator[Finding]:
    """Find amounts that cannot be made comparable, rates that change nothing, and a period that is too short."""
    yield from _currency(plan, framework)
    yield from _prices(plan, framework)
    if plan.appraisal_years is not None and plan.appraisal_years < plan.years_run:
        yield Finding(
            "RA112",
            ("plan", "appraisal-years"),
            f"the plan runs into year {plan.years_run}, so costs and benefits are added up over {plan.years_run} years",
            at_key=True,
            help="appraise as many years as the plan runs, or more: benefits begin when actions end",
        )


def _currency(plan: Plan, framework: Framework) -> Iterator[Finding]:
    theirs = framework.estimates.currency
    differs = theirs is not None and plan.currency not in {None, theirs}
    if differs and plan.exchange_rate is None:
        yield Finding(
            "RA108",
            ("plan", "currency"),
            f"the framework estimates in {theirs}, the plan is in {plan.currency}, and there is no exchange rate",
            help=f"add `exchange-rate:` with what one {theirs} is worth in {plan.currency}",
        )
    elif plan.exchange_rate is not None and not differs:
        why = f"the estimates are in {theirs} too" if theirs else "the framework names no currency for its estimates"
        message = f"nothing is converted: {why}"
        yield Finding("RA109", ("plan", "exchange-rate"), message, at_key=True, help="leave it out")


def _prices(plan: Plan, framework: Framework) -> Iterator[Finding]:
    theirs = framework.estimates.price_year
    differs = theirs is not None and plan.price_year not in {None, theirs}
    if differs and plan.inflation is None:
        yield Finding(
            "RA110",
            ("plan", "price-year"),
            f"the framework estimates in prices of {theirs}, the plan in those of {plan.price_year}, without inflation",
            help="add `inflation:` with the per cent that prices rise a year between the two",
        )
    elif plan.inflation is not None and not differs:
        why = f"the estimates are in prices of {theirs} too" if theirs else "the framework names no year for its prices"
        yield Finding("RA111", ("plan", "inflation"), f"nothing is converted: {why}", at_key=True, help="leave it out")
