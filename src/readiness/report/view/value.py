"""What the plan costs and saves in the years to come, and what that is worth today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, pairwise

from readiness.model.assessment import USUAL_DISCOUNT_RATE
from readiness.report.exact import exact_text
from readiness.report.fitting import estimate_lines
from readiness.report.numbers import decimal_text, integer_text, money_text, net_range_text, ratio_text, rounded
from readiness.report.view.context import Context
from readiness.report.view.parts import Fact, Labelled
from readiness.report.view.section import Section
from readiness.report.wording import gettext, ngettext, pgettext
from readiness.report.words import long_date, number_word, quarter_text
from readiness.roadmap.money import Balance, MoneyYear, Value
from readiness.roadmap.plan import Roadmap
from readiness.roadmap.quarters import QUARTERS_A_YEAR, quarter_days
from readiness.roadmap.schedule import quarter_label

__all__ = ["ActionValue", "ValuePage", "YearLine", "value", "value_title"]

_LIKELY = 1
_WHOLE_YEAR = 100


@dataclass(frozen=True, slots=True)
class YearLine:
    """One year of the appraisal period, or all of them; likely values in whole units, which add up as printed."""

    name: str
    one_off: str
    running: str
    benefit: str
    net: str
    """Benefit less spend."""
    effort: str
    """Staff time in money."""
    factor: str
    cash: str
    """The net of cash at its present value."""
    economic: str
    """The same, less staff time."""


@dataclass(frozen=True, slots=True)
class ActionValue:
    """What one action costs and saves at present value, likely values."""

    number: str
    title: str
    spend: str
    effort: str
    benefit: str
    net: str
    range: str
    """From low benefits with high costs to high benefits with low costs."""
    ratio: str


@dataclass(frozen=True, slots=True)
class ValuePage:
    """The chapter on value for money."""

    facts: tuple[Fact, ...]
    lead: str
    currency: str
    years: tuple[YearLine, ...]
    """The last one is all of them."""
    actions: tuple[ActionValue, ...]
    """Those that save money, all others together, and all; nothing where no action saves any."""
    assumptions: tuple[Labelled, ...]


def value(context: Context) -> Section | None:
    """Return the chapter on value for money, if anything is planned."""
    roadmap = context.given.roadmap
    if roadmap is None or not roadmap.actions:
        return None
    page = ValuePage(
        facts=_facts(roadmap),
        lead=_lead(roadmap),
        currency=roadmap.currency,
        years=_years(roadmap),
        actions=_actions(roadmap),
        assumptions=_assumptions(context, roadmap),
    )
    return Section(
        "value", "value", gettext("Value for money"), value_title(roadmap.money.value, _period(roadmap)), page
    )


def value_title(value: Value, period: str) -> str:
    """Return whether a plan pays for itself, as strongly as low, likely and high values allow."""
    said = {"period": period}
    if not value.benefit[2]:
        return gettext("The plan is a cost: it counts on no savings in cash within {period}", **said)
    low, likely, _ = value.economic.net
    if low >= 0:
        return gettext("Even with low savings and high costs, the plan pays for itself within {period}", **said)
    if likely >= 0:
        return gettext("The plan likely pays for itself within {period}, staff time included", **said)
    if value.cash.net[_LIKELY] >= 0:
        return gettext("The plan likely earns back its outside spend within {period}, but not the staff time", **said)
    return gettext("The plan is unlikely to pay for itself within {period}", **said)


def _period(roadmap: Roadmap) -> str:
    years = roadmap.money.terms.years
    return ngettext("{number} year", "{number} years", years, number=number_word(years))


def _facts(roadmap: Roadmap) -> tuple[Fact, ...]:
    money, currency = roadmap.money, roadmap.currency
    return (
        _worth(gettext("Net present value"), money.value.economic, currency),
        _worth(gettext("In cash alone"), money.value.cash, currency),
        Fact(
            gettext("Benefit-cost ratio"),
            ratio_text(money.value.economic.ratio[_LIKELY]),
            gettext("in cash alone {ratio}", ratio=ratio_text(money.value.cash.ratio[_LIKELY])),
        ),
        Fact(gettext("Paid back by"), *_payback(roadmap)),
    )


def _worth(name: str, balance: Balance, currency: str) -> Fact:
    low, likely, high = balance.net
    return Fact(name, money_text(likely, currency), net_range_text(low, high, currency))


def _payback(roadmap: Roadmap) -> tuple[str, str]:
    money = roadmap.money
    cash, economic = (
        None if index is None else quarter_text(quarter_label(quarter_days(roadmap.starts, index)[0]))
        for index in (money.cash_payback, money.economic_payback)
    )
    never = pgettext("payback", "never")
    if cash is None and economic is None:
        return never, gettext("within {period}", period=_period(roadmap))
    return cash or never, gettext("in cash; with staff time {when}", when=economic or never)


def _lead(roadmap: Roadmap) -> str:
    found, currency = roadmap.money.value, roadmap.currency
    return gettext(
        "Over {period}, likely savings of {benefit} stand against {spend} of outside spend and {effort} of staff time, "
        "all in the money of today. Better services, lower risk and duties met are not counted: they are why most "
        "actions are in the plan.",
        period=_period(roadmap),
        benefit=money_text(found.benefit[_LIKELY], currency),
        spend=money_text(found.spend[_LIKELY], currency),
        effort=money_text(found.effort[_LIKELY], currency),
    )


# --- the table of years --------------------------------------------------------------------------------------------


def _years(roadmap: Roadmap) -> tuple[YearLine, ...]:
    years = roadmap.money.years
    one_off, running, benefit, effort = (
        whole_column([getattr(year, name)[_LIKELY] for year in years])
        for name in ("one_off", "running", "benefit", "effort")
    )
    cash = whole_column([year.factor * _net_cash(year) for year in years])
    economic = _less_staff_time(years, cash)
    names = [*(_year_name(roadmap, year) for year in years), gettext("All years")]
    factors = [*(decimal_text(year.factor, 4) for year in years), ""]
    net = [saved - once - yearly for saved, once, yearly in zip(benefit, one_off, running, strict=True)]
    columns = [map(integer_text, column) for column in (one_off, running, benefit, net, effort)]
    worth = [map(integer_text, column) for column in (cash, economic)]
    return tuple(YearLine(*line) for line in zip(names, *columns, factors, *worth, strict=True))


def _less_staff_time(years: Sequence[MoneyYear], cash: Sequence[int]) -> list[int]:
    """Return the column of cash less staff time: a year without any has one number, and the sum is the exact one."""
    given = [year.factor * year.effort[_LIKELY] for year in years]
    days = whole_column(given)
    exact = sum((year.factor * _net_cash(year) for year in years), Fraction(0)) - sum(given, Fraction(0))
    off = cash[-1] - days[-1] - int(rounded(exact, 0))
    for at in (given.index(max(given)), -1):
        days[at] += off
    return [spare - spent for spare, spent in zip(cash, days, strict=True)]


def _net_cash(year: MoneyYear) -> Fraction:
    return year.benefit[_LIKELY] - year.one_off[_LIKELY] - year.running[_LIKELY]


def _year_name(roadmap: Roadmap, year: MoneyYear) -> str:
    """Return 2027, or 2027/28 for a year that begins later than in January."""
    first, last = (quarter_days(roadmap.starts, QUARTERS_A_YEAR * year.index + at)[end] for at, end in ((0, 0), (3, 1)))
    return f"{first.year}" if first.year == last.year else f"{first.year}/{last.year % _WHOLE_YEAR:02}"


def whole_column(values: Sequence[Fraction]) -> list[int]:
    """Return values in whole units, each off by less than one, and after them their sum, to which they add up."""
    sums = [0, *(int(rounded(one, 0)) for one in accumulate(values))]
    return [*(after - before for before, after in pairwise(sums)), sums[-1]]


# --- the table of actions ------------------------------------------------------------------------------------------


def _actions(roadmap: Roadmap) -> tuple[ActionValue, ...]:
    worth, currency = roadmap.money.actions, roadmap.currency
    saving = [one for one in roadmap.actions if worth[one.action.id].benefit[2]]
    if not saving:
        return ()
    others = [one for id_, one in worth.items() if not one.benefit[2]]
    lines = [_action_line(one.number, one.action.title, worth[one.action.id], currency) for one in saving]
    if others:
        rest = ngettext(
            "{count} other action, which saves nothing in cash",
            "{count} other actions, which save nothing in cash",
            len(others),
        )
        lines.append(_action_line("", rest, Value.total(others), currency))
    return (*lines, _action_line("", gettext("Whole plan"), roadmap.money.value, currency))


def _action_line(number: str, title: str, worth: Value, currency: str) -> ActionValue:
    low, likely, high = worth.economic.net
    spend, effort, benefit = (
        money_text(points[_LIKELY], currency) for points in (worth.spend, worth.effort, worth.benefit)
    )
    return ActionValue(
        number=number,
        title=title,
        spend=spend,
        effort=effort,
        benefit=benefit,
        net=money_text(likely, currency),
        range=net_range_text(low, high, currency),
        ratio=ratio_text(worth.economic.ratio[_LIKELY]),
    )


# --- what is assumed -----------------------------------------------------------------------------------------------


def _assumptions(context: Context, roadmap: Roadmap) -> tuple[Labelled, ...]:
    terms, fitting = roadmap.money.terms, context.given.fitting
    last = quarter_days(roadmap.starts, QUARTERS_A_YEAR * terms.years - 1)[1]
    found = [
        Labelled(gettext("Discounting"), _discounting(terms.discount_rate)),
        Labelled(
            gettext("Period"),
            gettext(
                "{first} to {last}. What actions cost and save later is not counted.",
                first=long_date(roadmap.starts),
                last=long_date(last),
            ),
        ),
        Labelled(
            gettext("Staff time"),
            gettext(
                "{amount} a day. It is no spend, but it is not free for other work: so it counts, and apart from cash.",
                amount=money_text(roadmap.day_rate, roadmap.currency),
            ),
        ),
        Labelled(
            gettext("Low and high"),
            gettext(
                "Low takes low savings and high costs of all actions at once, high the reverse. Both are unlikely."
            ),
        ),
    ]
    found += [Labelled(*line) for line in estimate_lines(fitting, context.given.assessment.organisation.staff)]
    if fitting.bias is None:
        kept = gettext("Estimates are taken as they stand; nothing is added for optimism.")
        found.append(Labelled(gettext("Optimism bias"), kept))
    return tuple(found)


def _discounting(rate: Fraction) -> str:
    said = {"rate": exact_text(rate), "usual": exact_text(USUAL_DISCOUNT_RATE)}
    if rate == USUAL_DISCOUNT_RATE:
        source = gettext(
            "{rate}% a year in real terms, the rate of the UK Treasury's Green Book (2022; updated February 2026).",
            **said,
        )
    else:
        source = gettext(
            "{rate}% a year in real terms, as the plan asks. The UK Treasury's Green Book has {usual}%.", **said
        )
    how = gettext("The first year counts in full. Factors are rounded to four decimals before they are used.")
    return f"{source} {how}"
