"""The money of a roadmap, and what was done to estimates, as data."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from readiness.report.exact import exactly
from readiness.roadmap.money import Balance, MoneyYear, Value
from readiness.roadmap.plan import Roadmap
from readiness.roadmap.quarters import QUARTERS_A_YEAR, quarter_days
from readiness.roadmap.schedule import quarter_label
from readiness.scoring.fitting import Fitting

__all__ = ["estimate_json", "estimates_json", "money_json", "value_json"]

_SIDES = ("low", "likely", "high")


def estimate_json(values: tuple[Fraction | None, Fraction | None, Fraction | None]) -> dict[str, Any]:
    """Return three points; None stays None and is never 0."""
    return {side: exactly(value) for side, value in zip(_SIDES, values, strict=True)}


def estimates_json(fitting: Fitting) -> dict[str, Any]:
    """Return what was done to the estimates of all actions."""
    size, rate, bias = fitting.size, fitting.plan.exchange_rate if fitting.converted_from else None, fitting.bias
    return {
        "effort-factor": exactly(size.effort if size else Fraction(1)),
        "money-factor": exactly(size.money if size else Fraction(1)),
        "size-known": not fitting.is_size_unknown,
        "converted-from": fitting.converted_from,
        "exchange-rate": exactly(rate),
        "price-year": fitting.plan.price_year,
        "prices-of": fitting.prices_of,
        "price-factor": exactly(fitting.price_factor),
        "optimism-bias": bias
        and {
            **{name: exactly(getattr(bias, name)) for name in ("cost", "effort", "duration", "benefit")},
            "because": bias.because,
        },
    }


def money_json(roadmap: Roadmap) -> dict[str, Any]:
    """Return what a plan costs and saves within the appraisal period."""
    money = roadmap.money
    return {
        "discount-rate": exactly(money.terms.discount_rate),
        "appraisal-years": money.terms.years,
        "price-year": money.terms.price_year,
        "total": value_json(money.value),
        "cash-payback": _quarter(money.cash_payback, roadmap.starts),
        "payback-with-staff-time": _quarter(money.economic_payback, roadmap.starts),
        "years": [_year(year, roadmap.starts) for year in money.years],
    }


def value_json(value: Value) -> dict[str, Any]:
    """Return present values, and what comes of them."""
    return {
        "spend": estimate_json(value.spend),
        "staff-time": estimate_json(value.effort),
        "benefit": estimate_json(value.benefit),
        "cash": _balance(value.cash),
        "with-staff-time": _balance(value.economic),
    }


def _balance(balance: Balance) -> dict[str, Any]:
    return {
        "net-present-value": estimate_json(balance.net),
        "benefit-cost-ratio": estimate_json(balance.ratio),
    }


def _quarter(index: int | None, starts: date) -> str | None:
    return None if index is None else quarter_label(quarter_days(starts, index)[0])


def _year(year: MoneyYear, starts: date) -> dict[str, Any]:
    return {
        "starts": quarter_days(starts, QUARTERS_A_YEAR * year.index)[0].isoformat(),
        "factor": exactly(year.factor),
        "one-off": estimate_json(year.one_off),
        "running": estimate_json(year.running),
        "benefit": estimate_json(year.benefit),
        "staff-time": estimate_json(year.effort),
    }
