"""What a plan costs and saves, and what that is worth today, in a few lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readiness.cli.console import Line, Styled
from readiness.cli.paragraphs import hanging
from readiness.report.exact import exact_text
from readiness.report.fitting import estimates_in_short, prices_sentence
from readiness.report.numbers import money_text, net_range_text, ratio_text
from readiness.report.words import quarter_text, sized
from readiness.roadmap.quarters import quarter_days
from readiness.roadmap.schedule import quarter_label

if TYPE_CHECKING:
    from readiness.cli.console import Console
    from readiness.roadmap.money import Balance
    from readiness.roadmap.plan import Roadmap
    from readiness.workflows import Assessed

__all__ = ["money_lines", "value_in_short"]


def money_lines(planned: Assessed, roadmap: Roadmap, console: Console) -> Iterator[Line]:
    """Yield what a plan that has actions costs and saves, what that is worth, and on what terms."""
    money, currency = roadmap.money, roadmap.currency
    rate = exact_text(money.terms.discount_rate)
    spend, effort, benefit = (
        money_text(points[1], currency) for points in (money.value.spend, money.value.effort, money.value.benefit)
    )
    yield (Styled("Value for money", "strong"), f", over {sized(money.terms.years, 'year')} at {rate}% a year")
    amounts = f"Likely present values: savings {benefit}, outside spend {spend}, staff time {effort}."
    cash = f"Net in cash: {_worth(money.value.cash, money.cash_payback, roadmap)}"
    both = f"Net with staff time: {_worth(money.value.economic, money.economic_payback, roadmap)}"
    terms = (
        prices_sentence(planned.fitting),
        estimates_in_short(planned.fitting, planned.assessment.organisation.staff),
    )
    for text in (amounts, cash, both, *terms):
        if text:
            yield from hanging(text, console, "  ")


def _worth(balance: Balance, payback: int | None, roadmap: Roadmap) -> str:
    low, likely, high = balance.net
    currency, ratio = roadmap.currency, balance.ratio[1]
    parts = [f"{money_text(likely, currency)} ({net_range_text(low, high, currency)})"]
    parts += [] if ratio is None else [f"benefit-cost ratio {ratio_text(ratio)}"]
    if payback is None:
        parts.append("not paid back")
    else:
        parts.append(f"paid back by {quarter_text(quarter_label(quarter_days(roadmap.starts, payback)[0]))}")
    return f"{', '.join(parts)}."


def value_in_short(roadmap: Roadmap) -> str:
    """Return what a plan is worth in a sentence."""
    value, currency = roadmap.money.value, roadmap.currency
    years = sized(roadmap.money.terms.years, "year")
    if not value.benefit[2]:
        spend = money_text(value.spend[1], currency)
        return f"Present value of the spend over {years}: {spend}; the plan counts on no savings in cash."
    cash, economic = (money_text(one.net[1], currency) for one in (value.cash, value.economic))
    return f"Net present value over {years}: {cash} in cash, {economic} with staff time."
