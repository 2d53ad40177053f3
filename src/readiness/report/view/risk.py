"""How sure cost and dates are: where trials end, which limits hold, and which actions decide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from readiness.report.charts.risks import Trials, tornado_bar, trials_strip
from readiness.report.charts.scores import share_bar
from readiness.report.numbers import integer_text, money_text
from readiness.report.risk import (
    KeptLimit,
    amount_text,
    correlation_sentence,
    cost_change_text,
    cost_sentence,
    finish_movers,
    finish_sentence,
    kept_limits,
    method_sentence,
    nothing_sentence,
    share_text,
    weeks_change_text,
)
from readiness.report.view.context import Context
from readiness.report.view.parts import Mark
from readiness.report.view.section import Section
from readiness.report.wording import gettext
from readiness.report.words import long_date, quarter_text
from readiness.roadmap.plan import Roadmap
from readiness.roadmap.risk.result import CostDriver, FinishDriver, Percentiles, QuarterRisk, Risk

__all__ = ["Certainty", "DriverLine", "KeptLine", "QuarterLine", "TrialsLine", "risk"]

_STRIP, _BAR, _HEIGHT = 62.0, 46.0, 5.0
_MOST_DRIVERS = 6


@dataclass(frozen=True, slots=True)
class TrialsLine:
    """Where the trials of one quantity end."""

    name: str
    planned: str
    half: str
    most: str
    strip: Mark


@dataclass(frozen=True, slots=True)
class KeptLine:
    """A limit, and in which part of the trials it holds."""

    name: str
    limit: str
    share: str
    bar: Mark


@dataclass(frozen=True, slots=True)
class QuarterLine:
    """One quarter's spend."""

    label: str
    half: str
    most: str
    kept: str
    """The part of the trials that keeps to the budget; nothing without one."""
    strip: Mark


@dataclass(frozen=True, slots=True)
class DriverLine:
    """One action that moves the whole."""

    number: str
    title: str
    change: str
    share: str
    bar: Mark


@dataclass(frozen=True, slots=True)
class Certainty:
    """The chapter on how sure cost and dates are; with sentences alone where no estimate has a range."""

    sentences: tuple[str, ...]
    trials: tuple[TrialsLine, ...] = ()
    kept: tuple[KeptLine, ...] = ()
    quarters: tuple[QuarterLine, ...] = ()
    has_budget: bool = False
    costs: tuple[DriverLine, ...] = ()
    finishes: tuple[DriverLine, ...] = ()
    notes: tuple[str, ...] = ()


def risk(context: Context) -> Section | None:
    """Return the chapter on how sure cost and dates are, if anything is planned."""
    found, roadmap = context.given.risk, context.given.roadmap
    if found is None or roadmap is None:
        return None
    kicker = gettext("How sure cost and dates are")
    if not found.uncertain:
        title = gettext("These estimates do not say how sure cost and dates are")
        return Section("risk", "risk", kicker, title, Certainty((nothing_sentence(),)))
    return Section("risk", "risk", kicker, _title(found, roadmap), _body(context, found, roadmap))


def _title(found: Risk, roadmap: Roadmap) -> str:
    said = {"date": long_date(found.given.finish.p80)}
    if not found.given.cost.p80:
        return gettext("Four of five trials of the plan end by {date}", **said)
    cost = amount_text(found.given.cost.p80, roadmap)
    return gettext(
        "Four of five trials of the plan cost no more than {cost}, and as many end by {date}", cost=cost, **said
    )


def _body(context: Context, found: Risk, roadmap: Roadmap) -> Certainty:
    word, plan = context.dimension_word, context.given.fitting.plan
    most = _MOST_DRIVERS if context.extent.drivers is None else context.extent.drivers
    movers = finish_movers(found)[:most]
    return Certainty(
        sentences=(cost_sentence(found, roadmap), finish_sentence(found)),
        trials=_trials(found, roadmap),
        kept=tuple(map(_kept_line, kept_limits(found, roadmap, plan, context.role))),
        quarters=_quarters(found, roadmap, plan.budget_a_quarter),
        has_budget=plan.budget_a_quarter is not None,
        costs=_cost_lines(context, roadmap, found.cost_drivers[:most]),
        finishes=_finish_lines(context, movers),
        notes=(correlation_sentence(found, roadmap, word), method_sentence(found)),
    )


# --- where trials end -------------------------------------------------------------------------------------------------


def _trials(found: Risk, roadmap: Roadmap) -> tuple[TrialsLine, ...]:
    def amount(value: float) -> str:
        return amount_text(value, roadmap)

    cost, days, finish = found.given.cost, found.effort_days, found.given.finish
    planned_days = roadmap.totals.effort_days[1]
    lines = [
        _line(gettext("One-off cost"), cost, float(found.likely_cost), amount),
        _line(gettext("Staff time, in days"), days, float(planned_days), lambda one: integer_text(Fraction(one))),
        _line(gettext("Finished by"), _ordinals(finish), found.planned_finish.toordinal(), _date),
    ]
    return tuple(lines if cost.p90 else lines[1:])


def _ordinals(days: Percentiles[date]) -> Percentiles[float]:
    return Percentiles(*(float(day.toordinal()) for day in (days.p10, days.p50, days.p80, days.p90)))


def _date(ordinal: float) -> str:
    return long_date(date.fromordinal(int(ordinal)))


def _line(name: str, of: Percentiles[float], planned: float, text: Callable[[float], str]) -> TrialsLine:
    said = {"name": name, "planned": text(planned), "half": text(of.p50), "most": text(of.p80)}
    alt = gettext(
        "{name}: planned {planned}, half of the trials {half}, four of five {most}; {low} to {high} without the lowest "
        "and the highest tenth",
        low=text(of.p10),
        high=text(of.p90),
        **said,
    )
    ends = (min(of.p10, planned), max(of.p90, planned))
    strip = trials_strip(
        Trials(of.p10, of.p50, of.p80, of.p90, planned),
        first=ends[0],
        last=ends[1],
        width=_BAR,
        height=_HEIGHT,
        title=alt,
    )
    return TrialsLine(strip=Mark(strip, alt), **said)


# --- which limits hold ------------------------------------------------------------------------------------------------


def _kept_line(one: KeptLimit) -> KeptLine:
    share = share_text(one.share)
    alt = gettext("{name}: kept to in {share} of the trials", name=one.name, share=share)
    bar = share_bar(one.share, width=_BAR, height=_HEIGHT, title=alt)
    return KeptLine(one.name, one.limit, share, Mark(bar, alt))


def _quarters(found: Risk, roadmap: Roadmap, budget: Fraction | None) -> tuple[QuarterLine, ...]:
    most = max([one.spend.p90 for one in found.quarters] + ([] if budget is None else [float(budget)]))
    return tuple(_quarter(one, roadmap, budget, most) for one in found.quarters) if most else ()


def _quarter(one: QuarterRisk, roadmap: Roadmap, budget: Fraction | None, most: float) -> QuarterLine:
    kept = "" if one.within is None else share_text(one.within)
    said = {
        "quarter": quarter_text(one.label),
        "half": amount_text(one.spend.p50, roadmap),
        "most": amount_text(one.spend.p80, roadmap),
    }
    alt = (
        gettext("{quarter}: half of the trials {half}, four of five {most}", **said)
        if budget is None
        else gettext(
            "{quarter}: half of the trials {half}, four of five {most}; budget {budget}, kept to in {share}",
            budget=money_text(budget, roadmap.currency),
            share=kept,
            **said,
        )
    )
    spend = Trials(
        one.spend.p10, one.spend.p50, one.spend.p80, one.spend.p90, None if budget is None else float(budget)
    )
    strip = trials_strip(spend, first=0, last=most, width=_STRIP, height=_HEIGHT, title=alt)
    return QuarterLine(said["quarter"], said["half"], said["most"], kept, Mark(strip, alt))


# --- which actions decide ---------------------------------------------------------------------------------------------


def _cost_lines(context: Context, roadmap: Roadmap, drivers: tuple[CostDriver, ...]) -> tuple[DriverLine, ...]:
    widest = max((max(-one.low, one.high) for one in drivers), default=1)
    return tuple(
        _driver(context, one, cost_change_text(one, roadmap), share_text(max(0.0, one.share)), widest)
        for one in drivers
    )


def _finish_lines(context: Context, drivers: tuple[FinishDriver, ...]) -> tuple[DriverLine, ...]:
    widest = max((max(-one.low, one.high) for one in drivers), default=1)
    return tuple(_driver(context, one, weeks_change_text(one), share_text(one.decides), widest) for one in drivers)


def _driver(context: Context, one: CostDriver | FinishDriver, change: str, share: str, widest: float) -> DriverLine:
    number, title = context.number_of(one.action), context.planned[one.action].action.title
    alt = f"{number}: {change}"
    bar = tornado_bar(one.low, one.high, widest=widest, width=_BAR, height=_HEIGHT, title=alt)
    return DriverLine(number, title, change, share, Mark(bar, alt))
