"""What a plan costs and saves, year by year, and what that is worth today: net present value and benefit-cost ratio.

Costs and benefits are discounted as in the Green Book of HM Treasury (2022; updated February 2026): by whole years from
the start of the plan, of which the first, year 0, is not discounted.
https://www.gov.uk/government/collections/the-green-book-and-accompanying-guidance-and-documents
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from readiness.model.actions import Action
from readiness.model.assessment import Plan
from readiness.model.money import compounded
from readiness.roadmap.quarters import QUARTERS_A_YEAR
from readiness.roadmap.ranges import NOTHING, Range3, summed

__all__ = ["Appraisal", "Balance", "MoneyYear", "Stream", "Terms", "Value", "appraise", "discount_factor"]


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms costs and benefits are compared."""

    discount_rate: Fraction
    """Per cent a year, in real terms."""
    years: int
    """The appraisal period, from the start of the plan."""
    day_rate: Fraction
    """What a person-day of staff time is worth."""
    price_year: int | None
    """The year of whose prices all amounts are; None where nobody says it."""

    @classmethod
    def of(cls, plan: Plan, day_rate: Fraction) -> Terms:
        """Return the terms that a plan sets."""
        return cls(plan.discount_rate, plan.years_appraised, day_rate, plan.price_year)


@dataclass(frozen=True, slots=True)
class Stream:
    """What an action costs and saves, and when; quarters are counted from 0 at the start of the plan."""

    start: int
    """The quarter in which it starts."""
    end: int
    """The first quarter in which it is finished."""
    one_off: Range3
    """Outside spend, in equal shares from start to end."""
    effort: Range3
    """Person-days of all teams, in equal shares from start to end."""
    running: Range3
    """Outside spend a year, from the quarter in which it is finished."""
    benefit: Range3
    """Cashable benefit a year, from the quarter in which it is finished."""

    @classmethod
    def of(cls, action: Action, start: int, quarters: int) -> Stream:
        """Return the stream of an action that starts in a quarter and runs so many."""
        running, benefit = (
            NOTHING if one is None else one.points for one in (action.running_cost_a_year, action.benefit_a_year)
        )
        return cls(start, start + quarters, action.cost.points, action.days_of_all, running, benefit)

    def shares(self, year: int, weight: Fraction = Fraction(1)) -> tuple[Fraction, Fraction]:
        """Return what share of its one-off amounts and how many years of its yearly ones fall into a year, weighted."""
        first, last = QUARTERS_A_YEAR * year, QUARTERS_A_YEAR * (year + 1)
        during = max(0, min(self.end, last) - max(self.start, first))
        after = max(0, last - max(self.end, first))
        return weight * Fraction(during, self.end - self.start), weight * Fraction(after, QUARTERS_A_YEAR)


@dataclass(frozen=True, slots=True)
class Balance:
    """Costs against benefits, at their present value; low, likely and high of each."""

    costs: Range3
    benefits: Range3

    @property
    def net(self) -> Range3:
        """The net present value, benefits less costs: low takes low benefits and high costs, high the reverse."""
        (least, likely, most), (cheap, usual, dear) = self.benefits, self.costs
        return least - dear, likely - usual, most - cheap

    @property
    def ratio(self) -> tuple[Fraction | None, Fraction | None, Fraction | None]:
        """The benefit-cost ratio, combined in the same way; None where there is no cost to divide by."""
        pairs = zip(self.benefits, reversed(self.costs), strict=True)
        low, likely, high = (benefit / cost if cost else None for benefit, cost in pairs)
        return low, likely, high


@dataclass(frozen=True, slots=True)
class Value:
    """What something costs and saves within the appraisal period, at its present value; low, likely and high."""

    spend: Range3
    """Outside spend, one-off and running."""
    effort: Range3
    """Staff time, in money at the day rate."""
    benefit: Range3
    """Cashable benefit."""

    @classmethod
    def total(cls, values: Collection[Value]) -> Value:
        """Return what several things cost and save together."""
        return cls(
            summed(value.spend for value in values),
            summed(value.effort for value in values),
            summed(value.benefit for value in values),
        )

    @property
    def cash(self) -> Balance:
        """What is paid to others against what is saved."""
        return Balance(self.spend, self.benefit)

    @property
    def economic(self) -> Balance:
        """The same, with the staff time that is not free for other work among the costs."""
        return Balance(summed((self.spend, self.effort)), self.benefit)


@dataclass(frozen=True, slots=True)
class MoneyYear:
    """One year of the appraisal period, before discounting; low, likely and high."""

    index: int
    """From 0."""
    factor: Fraction
    """What a unit of money in this year is worth today."""
    one_off: Range3
    running: Range3
    benefit: Range3
    effort: Range3
    """Staff time, in money at the day rate."""


@dataclass(frozen=True, slots=True)
class Appraisal:
    """What a plan costs and saves within the appraisal period."""

    terms: Terms
    value: Value
    """Of the whole plan."""
    actions: Mapping[str, Value]
    """Of each planned action."""
    years: tuple[MoneyYear, ...]
    cash_payback: int | None
    """The quarter by whose end benefits have made good all outside spend, once and for all within the period, by likely
    values before discounting; None when there is none, or no benefit."""
    economic_payback: int | None
    """The same, with staff time among the costs."""


def discount_factor(rate: Fraction, year: int) -> Fraction:
    """Return what a unit of money in a year, counted from 0, is worth at the start.

    1 / (1 + rate / 100) ^ year, rounded half up to four decimals, as the Treasury's tables print it.
    """
    return compounded(rate, -year)


def appraise(streams: Mapping[str, Stream], terms: Terms) -> Appraisal:
    """Return what planned actions cost and save, together and one by one; nothing is rounded but the factors."""
    factors = [discount_factor(terms.discount_rate, year) for year in range(terms.years)]
    values = {id_: _value(stream, factors, terms) for id_, stream in streams.items()}
    return Appraisal(
        terms=terms,
        value=Value.total(values.values()),
        actions=values,
        years=tuple(_year(index, factor, streams.values(), terms) for index, factor in enumerate(factors)),
        cash_payback=_payback(streams.values(), terms, day_rate=Fraction(0)),
        economic_payback=_payback(streams.values(), terms, day_rate=terms.day_rate),
    )


def _value(stream: Stream, factors: Sequence[Fraction], terms: Terms) -> Value:
    shares = zip(*(stream.shares(year, factor) for year, factor in enumerate(factors)), strict=True)
    during, after = (sum(one, Fraction(0)) for one in shares)
    return Value(
        spend=summed((_times(stream.one_off, during), _times(stream.running, after))),
        effort=_times(stream.effort, during * terms.day_rate),
        benefit=_times(stream.benefit, after),
    )


def _year(index: int, factor: Fraction, streams: Iterable[Stream], terms: Terms) -> MoneyYear:
    shares = [(stream, *stream.shares(index)) for stream in streams]
    return MoneyYear(
        index=index,
        factor=factor,
        one_off=summed(_times(stream.one_off, during) for stream, during, _ in shares),
        running=summed(_times(stream.running, after) for stream, _, after in shares),
        benefit=summed(_times(stream.benefit, after) for stream, _, after in shares),
        effort=summed(_times(stream.effort, during * terms.day_rate) for stream, during, _ in shares),
    )


def _payback(streams: Iterable[Stream], terms: Terms, *, day_rate: Fraction) -> int | None:
    """Return the first quarter from whose end on no likely cost is left that benefits have not made good."""
    change, quarters = [Fraction(0)] * (QUARTERS_A_YEAR * terms.years), QUARTERS_A_YEAR * terms.years
    saves = False
    for stream in streams:
        during = (stream.one_off[1] + stream.effort[1] * day_rate) / (stream.end - stream.start)
        after = (stream.benefit[1] - stream.running[1]) / QUARTERS_A_YEAR
        change[stream.start] -= during
        if stream.end < quarters:
            change[stream.end] += during + after
            saves = saves or stream.benefit[1] > 0
    balances = accumulate(accumulate(change))
    last = max((quarter for quarter, balance in enumerate(balances) if balance < 0), default=-1)
    return last + 1 if saves and last + 1 < quarters else None


def _times(points: Range3, factor: Fraction) -> Range3:
    low, likely, high = points
    return low * factor, likely * factor, high * factor
