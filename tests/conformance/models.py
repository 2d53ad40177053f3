"""Every published model that is reproduced, and the table of how far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from tests.conformance import cset, egovernment, impact, indices, samm
from tests.conformance.comparison import Comparison, Model

__all__ = ["MODELS", "Row", "compared", "mismatches", "table"]

MODELS: tuple[Model, ...] = (
    samm.VERSION_1,
    samm.VERSION_2,
    impact.IMPACT,
    cset.C2M2,
    cset.CRR_LIGHTS,
    cset.CRR_STACK,
    cset.STANDARDS,
    cset.CPG,
    cset.SPRS,
    egovernment.FROM_INDICATORS,
    egovernment.FROM_SERVICES,
    indices.GOVTECH,
    indices.DIGITAL_GOVERNMENT,
)


class Row(NamedTuple):
    """One line of the table."""

    model: str
    version: str
    cases: str
    values: str
    matching: str
    largest: str
    """The largest difference of two numbers."""
    tolerance: str


HEAD = Row("model", "version", "cases", "values", "match", "difference", "allowed")


@cache
def compared(model: Model) -> tuple[Comparison, ...]:
    """Return everything that is compared for a model, scored once."""
    return tuple(model.comparisons())


def mismatches(model: Model) -> list[Comparison]:
    """Return the comparisons that lie further apart than the model allows."""
    return [one for one in compared(model) if not one.matches(model.tolerance)]


def table(models: Sequence[Model] = MODELS) -> str:
    """Return the table as text, at most 80 columns wide."""
    rows = [HEAD, *map(_row, models)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    rule = Row(*("-" * width for width in widths))
    return "\n".join(_line(row, widths) for row in (HEAD, rule, *rows[1:]))


def _row(model: Model) -> Row:
    found = compared(model)
    differences = [one.difference for one in found if one.difference is not None]
    return Row(
        model.name,
        model.version,
        str(len({one.case for one in found})),
        str(len(found)),
        str(len(found) - len(mismatches(model))),
        _size(max(differences, default=Fraction(0))),
        _size(model.tolerance),
    )


def _size(number: Fraction) -> str:
    return f"{float(number):.0e}" if number else "0"


def _line(row: Row, widths: Sequence[int]) -> str:
    """Return a line; words stand to the left of their column, numbers to the right."""
    return "  ".join(_cells(row, widths)).rstrip()


def _cells(row: Row, widths: Sequence[int]) -> Iterator[str]:
    for at, (text, width) in enumerate(zip(row, widths, strict=True)):
        yield text.ljust(width) if at < 2 else text.rjust(width)
