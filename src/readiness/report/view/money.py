"""Money, effort and people: by horizon, by quarter and by role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from readiness.model.assessment import Plan
from readiness.report.charts.plans import spend_bar
from readiness.report.fitting import estimates_in_short, prices_sentence
from readiness.report.numbers import days_range_text, decimal_text, integer_text, money_range_text, money_text, rounded
from readiness.report.settled import budget_words
from readiness.report.view.context import Context
from readiness.report.view.parts import Fact, Mark
from readiness.report.view.section import Section
from readiness.report.wording import gettext, ngettext
from readiness.report.words import quarter_text
from readiness.roadmap.horizons import Stretch
from readiness.roadmap.horizons import horizons as stretches
from readiness.roadmap.plan import Quarter, Roadmap
from readiness.roadmap.quarters import QUARTERS_A_YEAR

__all__ = ["Horizon", "Money", "RoleLine", "Spend", "horizons", "money", "spans"]

_WORKING_DAYS_A_QUARTER = 55
"""For turning days into people: 220 working days a year."""
_BAR = 46.0


@dataclass(frozen=True, slots=True)
class Horizon:
    """One stretch of the plan."""

    name: str
    when: str
    cost: str
    effort: str
    starts: str
    """How many actions start in it."""


@dataclass(frozen=True, slots=True)
class Spend:
    """One quarter's cost and effort."""

    label: str
    cost: str
    likely: str
    effort: str
    bar: Mark


@dataclass(frozen=True, slots=True)
class RoleLine:
    """What one team gives."""

    role: str
    days: tuple[str, ...]
    """Likely days in each horizon."""
    total: str
    busiest: str
    """The quarter that asks most of it, with the days and the limit if there is one."""


@dataclass(frozen=True, slots=True)
class Money:
    """The chapter on cost, effort and people."""

    facts: tuple[Fact, ...]
    horizons: tuple[Horizon, ...]
    total: Horizon
    spend: tuple[Spend, ...]
    budget: str
    roles: tuple[RoleLine, ...]
    notes: tuple[str, ...]


def spans(roadmap: Roadmap) -> tuple[tuple[str, tuple[Quarter, ...]], ...]:
    """Return the horizons with their quarters; one without quarters is left out."""
    names = {
        Stretch.NOW: gettext("First 90 days"),
        Stretch.FIRST_YEAR: gettext("Rest of the first year"),
        Stretch.AFTER: gettext("After the first year"),
    }
    return tuple((names[one.stretch], one.quarters) for one in stretches(roadmap))


def horizons(context: Context) -> tuple[Horizon, ...]:
    """Return what each horizon costs and takes; nothing without planned actions."""
    roadmap = context.given.roadmap
    if roadmap is None or not roadmap.actions:
        return ()
    return tuple(_horizon(roadmap, name, part) for name, part in spans(roadmap))


def _horizon(roadmap: Roadmap, name: str, quarters: Sequence[Quarter]) -> Horizon:
    low, high = (sum((quarter.cost[side] for quarter in quarters), Fraction(0)) for side in (0, 2))
    days = [sum((quarter.effort_days[side] for quarter in quarters), Fraction(0)) for side in (0, 2)]
    starting = sum(quarters[0].index <= one.start <= quarters[-1].index for one in roadmap.actions)
    first, last = quarter_text(quarters[0].label), quarter_text(quarters[-1].label)
    return Horizon(
        name=name,
        when=first if first == last else gettext("{low} to {high}", low=first, high=last),
        cost=money_range_text(low, high, roadmap.currency),
        effort=days_range_text(days[0], days[1]),
        starts=ngettext("{count} action starts", "{count} actions start", starting),
    )


def money(context: Context) -> Section | None:
    """Return the chapter on cost, effort and people, if anything is planned."""
    roadmap = context.given.roadmap
    if roadmap is None or not roadmap.actions:
        return None
    total = _horizon(roadmap, gettext("Whole plan"), roadmap.quarters)
    body = Money(
        facts=_facts(roadmap),
        horizons=horizons(context),
        total=total,
        spend=_spend(context, roadmap),
        budget=_budget(context, roadmap),
        roles=() if context.extent.is_brief else _roles(context, roadmap),
        notes=_notes(context, roadmap),
    )
    return Section(
        "costs", "money", gettext("Cost, effort and people"), _title(roadmap, total, context.plan_length()), body
    )


def _title(roadmap: Roadmap, total: Horizon, length: str) -> str:
    said = {"effort": total.effort, "time": length}
    if any(quarter.cost[2] for quarter in roadmap.quarters):
        return gettext("The plan needs {cost} and {effort} of staff time over {time}", cost=total.cost, **said)
    return gettext("The plan needs no outside spend and {effort} of staff time over {time}", **said)


def _facts(roadmap: Roadmap) -> tuple[Fact, ...]:
    totals, currency = roadmap.totals, roadmap.currency
    people = totals.effort_days[1] / (_WORKING_DAYS_A_QUARTER * len(roadmap.quarters))
    facts = [
        Fact(
            gettext("One-off cost"),
            money_range_text(totals.cost[0], totals.cost[2], currency),
            gettext("likely {amount}", amount=money_text(totals.cost[1], currency)),
        ),
        Fact(
            gettext("Staff time"),
            days_range_text(totals.effort_days[0], totals.effort_days[2]),
            gettext("likely {amount}", amount=integer_text(totals.effort_days[1])),
        ),
        Fact(
            gettext("People, on average"),
            decimal_text(people, 1)
            if people >= Fraction(1, 20)
            else gettext("under {number}", number=decimal_text(Fraction(1, 10), 1)),
            gettext("working full time on it"),
        ),
    ]
    if totals.running_cost_a_year[2]:
        low, _, high = totals.running_cost_a_year
        running = money_range_text(low, high, currency)
        facts.append(Fact(gettext("Running cost a year"), running, gettext("once everything is finished")))
    if totals.benefit_a_year[2]:
        low, _, high = totals.benefit_a_year
        benefit = money_range_text(low, high, currency)
        facts.append(Fact(gettext("Cashable benefit a year"), benefit, gettext("once everything is finished")))
    return tuple(facts)


def _spend(context: Context, roadmap: Roadmap) -> tuple[Spend, ...]:
    limit = context.given.assessment.plan.budget_a_quarter
    most = max([quarter.cost[2] for quarter in roadmap.quarters] + ([limit] if limit else []))
    return tuple(_spend_of(quarter, roadmap.currency, limit, most) for quarter in roadmap.quarters)


def _spend_of(quarter: Quarter, currency: str, limit: Fraction | None, most: Fraction) -> Spend:
    low, likely, high = quarter.cost
    said = {
        "quarter": quarter_text(quarter.label),
        "likely": money_text(likely, currency),
        "range": money_range_text(low, high, currency),
    }
    alt = (
        gettext("{quarter}: likely {likely}, low to high {range}", **said)
        if limit is None
        else gettext(
            "{quarter}: likely {likely}, low to high {range}, budget {budget}",
            budget=money_text(limit, currency),
            **said,
        )
    )
    bar = spend_bar(
        (float(low), float(likely), float(high)),
        most=float(most),
        limit=None if limit is None else float(limit),
        width=_BAR,
        height=4.6,
        title=alt,
    )
    return Spend(
        label=quarter_text(quarter.label),
        cost=money_range_text(low, high, currency),
        likely=money_text(likely, currency),
        effort=days_range_text(quarter.effort_days[0], quarter.effort_days[2]),
        bar=Mark(bar, alt),
    )


def _budget(context: Context, roadmap: Roadmap) -> str:
    """Return the limit, and honestly how often likely and high spend would go beyond it."""
    plan = context.given.assessment.plan
    rule = budget_words(plan, roadmap.currency)
    if plan.budget_a_quarter is None:
        return rule
    likely, high = (_quarters_beyond(plan, [quarter.cost[side] for quarter in roadmap.quarters]) for side in (1, 2))
    if likely:
        beyond = ngettext(
            "Likely spend goes beyond it in {count} quarter.",
            "Likely spend goes beyond it in {count} quarters.",
            likely,
        )
        return f"{rule} {beyond}"
    within = ngettext(
        "Likely spend stays within it; high spend would not in {count} quarter.",
        "Likely spend stays within it; high spend would not in {count} quarters.",
        high,
    )
    return f"{rule} {within}" if high else rule


def _quarters_beyond(plan: Plan, spend: Sequence[Fraction]) -> int:
    """Return in how many quarters a spend goes beyond the budget, with what was carried over."""
    each = plan.budget_a_quarter or Fraction(0)
    if plan.carry_over:
        return sum(used > each * count for count, used in enumerate(accumulate(spend), 1))
    return sum(used > each for used in spend)


def _roles(context: Context, roadmap: Roadmap) -> tuple[RoleLine, ...]:
    total: dict[str, Fraction] = {}
    for quarter in roadmap.quarters:
        for role, days in quarter.effort_by_role.items():
            total[role] = total.get(role, Fraction(0)) + days
    ranked = sorted(total, key=lambda role: (-total[role], role))
    return tuple(_role_line(context, roadmap, role, total[role]) for role in ranked if total[role])


def _role_line(context: Context, roadmap: Roadmap, role: str, total: Fraction) -> RoleLine:
    limit = context.given.assessment.plan.capacity_days_a_quarter.get(role)
    busiest = max(roadmap.quarters, key=lambda quarter: quarter.effort_by_role.get(role, Fraction(0)))
    most = integer_text(busiest.effort_by_role.get(role, Fraction(0)))
    return RoleLine(
        role=context.role(role),
        days=tuple(
            integer_text(sum((quarter.effort_by_role.get(role, Fraction(0)) for quarter in part), Fraction(0)))
            for _, part in spans(roadmap)
        ),
        total=integer_text(total),
        busiest=gettext("{days} in {quarter}", days=most, quarter=quarter_text(busiest.label))
        if limit is None
        else gettext(
            "{days} in {quarter}, of {limit}",
            days=most,
            quarter=quarter_text(busiest.label),
            limit=integer_text(limit),
        ),
    )


def _notes(context: Context, roadmap: Roadmap) -> tuple[str, ...]:
    changed = estimates_in_short(context.given.fitting, context.given.assessment.organisation.staff)
    costly = sum(bool(one.action.cost.points[2]) for one in roadmap.actions)
    spread = rounded(Fraction(costly, len(roadmap.actions)) * 100, 0)
    return (
        *([changed] if changed else []),
        ngettext(
            "{costly} of {count} action ({share}%) may need spend outside the agency.",
            "{costly} of {count} actions ({share}%) may need spend outside the agency.",
            len(roadmap.actions),
            costly=costly,
            share=spread,
        ),
        gettext(
            "One case in ten would lie below low, and one in ten above high. Not everything goes well or badly at once."
        ),
        gettext("People are counted at {days} working days a year.", days=_WORKING_DAYS_A_QUARTER * QUARTERS_A_YEAR),
        prices_sentence(context.given.fitting),
        gettext("Amounts are rounded to three digits, so printed sums may differ a little."),
    )
