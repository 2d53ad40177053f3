"""The columns of the register, the same as text and as a workbook."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from readiness.report.register.lines import Register, RegisterLine
from readiness.report.sheets import Cell, Kind
from readiness.report.wording import gettext
from readiness.report.words import quarter_text

__all__ = ["Column", "columns_of"]


class Column(NamedTuple):
    """One column."""

    heading: str
    kind: Kind
    width: int
    """About how many characters a workbook shows."""
    cell: Callable[[RegisterLine], Cell]


def columns_of(register: Register) -> tuple[Column, ...]:
    """Return the columns, with headings in the language of the file; those of money name the currency."""
    return (*_what(), *_when(), *_money(register.currency), *_work())


def _what() -> tuple[Column, ...]:
    return (
        Column(gettext("Number"), Kind.TEXT, 8, lambda line: line.number),
        Column(gettext("Id"), Kind.TEXT, 22, lambda line: line.id),
        Column(gettext("Action"), Kind.TEXT, 44, lambda line: line.title),
        Column(gettext("Area"), Kind.TEXT, 24, lambda line: line.area),
        Column(gettext("Why"), Kind.TEXT, 50, lambda line: line.why),
        Column(gettext("Owner"), Kind.TEXT, 24, lambda line: line.owner),
        Column(gettext("State"), Kind.TEXT, 14, lambda line: line.state),
    )


def _when() -> tuple[Column, ...]:
    return (
        Column(gettext("Start"), Kind.DAY, 12, lambda line: line.start),
        Column(gettext("Finish"), Kind.DAY, 12, lambda line: line.finish),
        Column(gettext("Quarter"), Kind.TEXT, 10, lambda line: quarter_text(line.quarter)),
    )


def _money(currency: str) -> tuple[Column, ...]:
    def named(heading: str) -> str:
        return f"{heading} {currency}".rstrip()

    return (
        Column(named(gettext("Cost low")), Kind.MONEY, 12, lambda line: line.cost[0]),
        Column(named(gettext("Cost likely")), Kind.MONEY, 12, lambda line: line.cost[1]),
        Column(named(gettext("Cost high")), Kind.MONEY, 12, lambda line: line.cost[2]),
        Column(named(gettext("Running cost a year")), Kind.MONEY, 14, lambda line: line.running_cost_a_year),
    )


def _work() -> tuple[Column, ...]:
    return (
        Column(gettext("Days low"), Kind.NUMBER, 10, lambda line: line.days[0]),
        Column(gettext("Days likely"), Kind.NUMBER, 10, lambda line: line.days[1]),
        Column(gettext("Days high"), Kind.NUMBER, 10, lambda line: line.days[2]),
        Column(gettext("Days by team"), Kind.TEXT, 30, lambda line: line.days_by_team),
        Column(gettext("Waits for"), Kind.TEXT, 12, lambda line: ", ".join(line.waits_for)),
        Column(gettext("Lifts"), Kind.TEXT, 50, lambda line: "; ".join(line.lifts)),
        Column(gettext("Levels gained overall"), Kind.NUMBER, 10, lambda line: line.gain),
        Column(gettext("Delivers"), Kind.TEXT, 40, lambda line: line.delivers),
        Column(gettext("Funding"), Kind.TEXT, 24, lambda line: ", ".join(line.funding)),
    )
