"""How sure cost and dates of a plan are, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.cli.console import Console, Line, Styled
from readiness.cli.paragraphs import hanging
from readiness.cli.table import Column, table
from readiness.report.numbers import integer_text, money_text
from readiness.report.risk import (
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
from readiness.report.words import long_date, quarter_text

if TYPE_CHECKING:
    from readiness.roadmap.plan import Roadmap
    from readiness.roadmap.risk.result import Risk
    from readiness.workflows import Assessed

__all__ = ["risk_lines"]

_MOST_DRIVERS = 5


def risk_lines(planned: Assessed, risk: Risk | None, console: Console) -> Iterator[Line]:
    """Yield how sure cost and dates are, which limits hold in how many trials, and which actions drive them."""
    roadmap = planned.roadmap
    yield (Styled("How sure cost and dates are", "strong"),)
    if risk is None or roadmap is None:
        yield ("  Nothing is planned.",)
        return
    if not risk.uncertain:
        yield from hanging(nothing_sentence(), console, "  ")
        return
    for said in (cost_sentence(risk, roadmap), finish_sentence(risk)):
        yield from hanging(said, console, "  ")
    yield ("",)
    yield from _percentiles(risk, roadmap, console)
    yield ("",)
    yield from _chances(planned, roadmap, risk, console)
    yield from _quarters(risk, roadmap, console)
    yield from _drivers(risk, roadmap, console)
    yield ("",)
    word = planned.framework.labels[0].lower() if planned.framework.labels else "area"
    for said in (correlation_sentence(risk, roadmap, word), method_sentence(risk)):
        yield from hanging(said, console, "  ")


def _percentiles(risk: Risk, roadmap: Roadmap, console: Console) -> Iterator[Line]:
    titles = ("as planned", "half of all (P50)", "4 of 5 (P80)")
    cost, days, finish = risk.given.cost, risk.effort_days, risk.given.finish
    rows = [
        [
            "one-off cost",
            money_text(risk.likely_cost, roadmap.currency),
            amount_text(cost.p50, roadmap),
            amount_text(cost.p80, roadmap),
        ],
        [
            "staff days",
            integer_text(roadmap.totals.effort_days[1]),
            integer_text(Fraction(days.p50)),
            integer_text(Fraction(days.p80)),
        ],
        ["finished by", *map(long_date, (risk.planned_finish, finish.p50, finish.p80))],
    ]
    yield from table([Column("what"), *(Column(title, right=True) for title in titles)], rows, console)


def _chances(planned: Assessed, roadmap: Roadmap, risk: Risk, console: Console) -> Iterator[Line]:
    kept = kept_limits(risk, roadmap, planned.fitting.plan, planned.framework.role_name)
    rows = [[one.name, one.limit, share_text(one.share)] for one in kept]
    yield from table([Column("limit"), Column("set at", right=True), Column("holds in", right=True)], rows, console)


def _quarters(risk: Risk, roadmap: Roadmap, console: Console) -> Iterator[Line]:
    """Yield the quarters whose budget does not hold in every trial."""
    rows = [
        [
            quarter_text(one.label),
            amount_text(one.spend.p50, roadmap),
            amount_text(one.spend.p80, roadmap),
            share_text(one.within),
        ]
        for one in risk.quarters
        if one.within is not None and one.within < 1
    ]
    if rows:
        yield ("",)
        titles = ("spend P50", "spend P80", "budget kept in")
        yield from table([Column("quarter"), *(Column(title, right=True) for title in titles)], rows, console)


def _drivers(risk: Risk, roadmap: Roadmap, console: Console) -> Iterator[Line]:
    """Yield the actions that move cost and finish most."""
    named = {one.action.id: f"{one.number} {one.action.title}" for one in roadmap.actions}
    costs = [
        [named[one.action], cost_change_text(one, roadmap), share_text(max(0.0, one.share))]
        for one in risk.cost_drivers[:_MOST_DRIVERS]
    ]
    weeks = [
        [named[one.action], weeks_change_text(one), share_text(one.decides)]
        for one in finish_movers(risk)[:_MOST_DRIVERS]
    ]
    for title, last, rows in (
        ("What moves the cost", "of the spread", costs),
        ("What moves the finish", "decides it in", weeks),
    ):
        if rows:
            yield ("",)
            yield (Styled(title, "strong"),)
            columns = [Column("action"), Column("from low to high", right=True), Column(last, right=True)]
            yield from table(columns, rows, console)
