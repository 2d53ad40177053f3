"""Money, effort and people: by horizon, by quarter and by role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from readiness.model.actions import Action
from readiness.report.charts.plans import spend_bar
from readiness.report.numbers import days_range_text, decimal_text, integer_text, money_range_text, money_text, rounded
from readiness.report.view.context import QUARTERS_A_YEAR, Context
from readiness.report.view.parts import Fact, Mark
from readiness.report.view.section import Section
from readiness.report.words import plural, sized
from readiness.roadmap.plan import Quarter, Roadmap

__all__ = ["Horizon", "Money", "RoleLine", "Spend", "horizons", "money", "needs_money", "spans"]

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


def needs_money(action: Action) -> bool:
    """Tell whether an action is likely to need spend outside the agency, once or every year."""
    running = action.running_cost_a_year
    return bool(action.cost.likely or (running and running.likely))


def spans(roadmap: Roadmap) -> tuple[tuple[str, tuple[Quarter, ...]], ...]:
    """Return the horizons with their quarters; one without quarters is left out."""
    quarters = roadmap.quarters
    cut = (
        ("First 90 days", quarters[:1]),
        ("Rest of the first year", quarters[1:QUARTERS_A_YEAR]),
        ("After the first year", quarters[QUARTERS_A_YEAR:]),
    )
    return tuple((name, part) for name, part in cut if part)


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
    first, last = quarters[0].label, quarters[-1].label
    return Horizon(
        name=name,
        when=first if first == last else f"{first} to {last}",
        cost=money_range_text(low, high, roadmap.currency),
        effort=days_range_text(days[0], days[1]),
        starts=f"{starting} {plural(starting, 'action')} {plural(starting, 'starts', 'start')}",
    )


def money(context: Context) -> Section | None:
    """Return the chapter on cost, effort and people, if anything is planned."""
    roadmap = context.given.roadmap
    if roadmap is None or not roadmap.actions:
        return None
    total = _horizon(roadmap, "Whole plan", roadmap.quarters)
    body = Money(
        facts=_facts(roadmap),
        horizons=horizons(context),
        total=total,
        spend=_spend(context, roadmap),
        budget=_budget(context, roadmap),
        roles=_roles(context, roadmap),
        notes=_notes(roadmap),
    )
    return Section("costs", "money", "Cost, effort and people", _title(total, context.plan_length()), body)


def _title(total: Horizon, length: str) -> str:
    needs = (
        f"{total.cost} and {total.effort} of staff time"
        if total.cost != "none"
        else f"no outside spend and {total.effort} of staff time"
    )
    return f"The plan needs {needs} over {length}"


def _facts(roadmap: Roadmap) -> tuple[Fact, ...]:
    totals, currency = roadmap.totals, roadmap.currency
    people = totals.effort_days[1] / (_WORKING_DAYS_A_QUARTER * len(roadmap.quarters))
    facts = [
        Fact(
            "One-off cost",
            money_range_text(totals.cost[0], totals.cost[2], currency),
            f"likely {money_text(totals.cost[1], currency)}",
        ),
        Fact(
            "Staff time",
            days_range_text(totals.effort_days[0], totals.effort_days[2]),
            f"likely {integer_text(totals.effort_days[1])}",
        ),
        Fact(
            "People, on average",
            decimal_text(people, 1) if people >= Fraction(1, 20) else "under 0.1",
            "working full time on it",
        ),
    ]
    if totals.running_cost_a_year[2]:
        low, _, high = totals.running_cost_a_year
        facts.append(Fact("Running cost a year", money_range_text(low, high, currency), "once everything is finished"))
    if totals.benefit_a_year[2]:
        low, _, high = totals.benefit_a_year
        facts.append(
            Fact("Cashable benefit a year", money_range_text(low, high, currency), "once everything is finished")
        )
    return tuple(facts)


def _spend(context: Context, roadmap: Roadmap) -> tuple[Spend, ...]:
    limit = context.given.assessment.plan.budget_a_quarter
    most = max([quarter.cost[2] for quarter in roadmap.quarters] + ([limit] if limit else []))
    return tuple(_spend_of(quarter, roadmap.currency, limit, most) for quarter in roadmap.quarters)


def _spend_of(quarter: Quarter, currency: str, limit: Fraction | None, most: Fraction) -> Spend:
    low, likely, high = quarter.cost
    alt = f"{quarter.label}: likely {money_text(likely, currency)}, low to high {money_range_text(low, high, currency)}"
    alt += f", budget {money_text(limit, currency)}" if limit is not None else ""
    bar = spend_bar(
        (float(low), float(likely), float(high)),
        most=float(most),
        limit=None if limit is None else float(limit),
        width=_BAR,
        height=4.6,
        title=alt,
    )
    return Spend(
        label=quarter.label,
        cost=money_range_text(low, high, currency),
        likely=money_text(likely, currency),
        effort=days_range_text(quarter.effort_days[0], quarter.effort_days[2]),
        bar=Mark(bar, alt),
    )


def _budget(context: Context, roadmap: Roadmap) -> str:
    """Return the limit, and honestly how often likely and high spend would go beyond it."""
    limit = context.given.assessment.plan.budget_a_quarter
    if limit is None:
        return "The plan is not limited by a budget."
    rule = f"The budget is {money_text(limit, roadmap.currency)} a quarter; what is not spent is not carried over."
    likely, high = (sum(quarter.cost[side] > limit for quarter in roadmap.quarters) for side in (1, 2))
    if likely:
        return f"{rule} Likely spend goes beyond it in {sized(likely, 'quarter')}."
    return f"{rule} Likely spend stays within it; high spend would not in {sized(high, 'quarter')}." if high else rule


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
        busiest=f"{most} in {busiest.label}" + (f", of {integer_text(limit)}" if limit is not None else ""),
    )


def _notes(roadmap: Roadmap) -> tuple[str, ...]:
    costly = sum(bool(one.action.cost.points[2]) for one in roadmap.actions)
    spread = rounded(Fraction(costly, len(roadmap.actions)) * 100, 0)
    return (
        f"{costly} of {sized(len(roadmap.actions), 'action')} ({spread}%) may need spend outside the agency.",
        "One case in ten would lie below low, and one in ten above high. Not everything goes well or badly at once.",
        f"People are counted at {_WORKING_DAYS_A_QUARTER * QUARTERS_A_YEAR} working days a year.",
        "Amounts leave out inflation and are rounded to three digits, so printed sums may differ a little.",
    )
