"""The columns of the register, the same as text and as a workbook."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from readiness.report.register.lines import Register, RegisterLine

__all__ = ["Cell", "Column", "Kind", "columns_of"]

Cell = str | date | Fraction


class Kind(StrEnum):
    """What stands in a column."""

    TEXT = "text"
    DAY = "day"
    MONEY = "money"
    NUMBER = "number"


class Column(NamedTuple):
    """One column."""

    heading: str
    """The same in every language, so that whoever sorts or joins by it finds it."""
    kind: Kind
    width: int
    """About how many characters a workbook shows."""
    cell: Callable[[RegisterLine], Cell]


def columns_of(register: Register) -> tuple[Column, ...]:
    """Return the columns; those of money name the currency."""
    return (*_WHAT, *_WHEN, *_money(register.currency), *_WORK)


_WHAT = (
    Column("Number", Kind.TEXT, 8, lambda line: line.number),
    Column("Id", Kind.TEXT, 22, lambda line: line.id),
    Column("Action", Kind.TEXT, 44, lambda line: line.title),
    Column("Area", Kind.TEXT, 24, lambda line: line.area),
    Column("Why", Kind.TEXT, 50, lambda line: line.why),
    Column("Owner", Kind.TEXT, 24, lambda line: line.owner),
    Column("State", Kind.TEXT, 14, lambda line: line.state),
)
_WHEN = (
    Column("Start", Kind.DAY, 12, lambda line: line.start),
    Column("Finish", Kind.DAY, 12, lambda line: line.finish),
    Column("Quarter", Kind.TEXT, 10, lambda line: line.quarter),
)


def _money(currency: str) -> tuple[Column, ...]:
    unit = f" {currency}" if currency else ""
    return (
        Column(f"Cost low{unit}", Kind.MONEY, 12, lambda line: line.cost[0]),
        Column(f"Cost likely{unit}", Kind.MONEY, 12, lambda line: line.cost[1]),
        Column(f"Cost high{unit}", Kind.MONEY, 12, lambda line: line.cost[2]),
        Column(f"Running cost a year{unit}", Kind.MONEY, 14, lambda line: line.running_cost_a_year),
    )


_WORK = (
    Column("Days low", Kind.NUMBER, 10, lambda line: line.days[0]),
    Column("Days likely", Kind.NUMBER, 10, lambda line: line.days[1]),
    Column("Days high", Kind.NUMBER, 10, lambda line: line.days[2]),
    Column("Days by team", Kind.TEXT, 30, lambda line: line.days_by_team),
    Column("Waits for", Kind.TEXT, 12, lambda line: ", ".join(line.waits_for)),
    Column("Lifts", Kind.TEXT, 50, lambda line: "; ".join(line.lifts)),
    Column("Levels gained overall", Kind.NUMBER, 10, lambda line: line.gain),
    Column("Delivers", Kind.TEXT, 40, lambda line: line.delivers),
    Column("Funding", Kind.TEXT, 24, lambda line: ", ".join(line.funding)),
)
