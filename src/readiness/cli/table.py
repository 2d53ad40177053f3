"""Tables of a terminal, and the same as sentences for those who listen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from readiness.cli.console import Console, Line, Part, Styled
from readiness.cli.paragraphs import hanging
from readiness.cli.text import padded, safe, width_of

__all__ = ["Column", "bar", "table", "widths"]

_SPACE = 2


class Column(NamedTuple):
    """One column of a table. The first column gives way when the table is too wide."""

    title: str
    right: bool = False
    eyes_only: bool = False
    """Left out where the table is read aloud."""


def table(
    columns: Sequence[Column], rows: Sequence[Sequence[Part]], console: Console, *, indent: str = "  "
) -> Iterator[Line]:
    """Yield a heading and the rows; or, for those who listen, one sentence for each row."""
    if console.is_plain:
        yield from _sentences(columns, rows, console, indent)
        return
    sizes = widths(columns, rows, console.width - len(indent))
    heading = [Styled(column.title, "faint") for column in columns]
    for row in (heading, *rows):
        cells = [_cell(part, size, right=c.right) for c, part, size in zip(columns, row, sizes, strict=True)]
        if not columns[-1].right:
            cells[-1] = row[-1]
        yield (indent, *(piece for cell in cells for piece in (cell, " " * _SPACE)))


def widths(columns: Sequence[Column], rows: Sequence[Sequence[Part]], width: int) -> list[int]:
    """Return the cells that each column takes; the first one shrinks when all do not fit."""
    sizes = [
        max(width_of(column.title), *(width_of(safe(_text(row[at]))) for row in rows), 0)
        for at, column in enumerate(columns)
    ]
    excess = sum(sizes) + _SPACE * (len(sizes) - 1) - width
    return [max(8, sizes[0] - max(0, excess)), *sizes[1:]]


def bar(place: Fraction, target: Fraction | None, *, high: Fraction, size: int, blocks: bool, beyond: bool) -> str:
    """Draw how far something has come on its way from 0 to 1, how far it may be, and where the target lies.

    The end of the bar lies beyond the mark of the target exactly when `beyond` says so, whatever the rounding.
    """
    full, maybe, empty, mark = "█▒·│" if blocks else "#=.|"
    at = None if target is None else max(0, min(size - 1, int(target * size)))
    filled = int(place * size)
    if at is not None:
        filled = max(filled, at + 1) if beyond else min(filled, at)
    reach = max(filled, int(high * size))
    cells = [full if cell < filled else maybe if cell < reach else empty for cell in range(size)]
    if at is not None:
        cells[at] = mark
    return "".join(cells)


def _sentences(
    columns: Sequence[Column], rows: Sequence[Sequence[Part]], console: Console, indent: str
) -> Iterator[Line]:
    for row in rows:
        said = [
            f"{column.title} {_text(part)}".strip()
            for column, part in zip(columns[1:], row[1:], strict=True)
            if not column.eyes_only and _text(part)
        ]
        yield from hanging(f"{_text(row[0])}: {', '.join(said)}", console, indent)


def _text(part: Part) -> str:
    return part if isinstance(part, str) else part.text


def _cell(part: Part, size: int, *, right: bool) -> Part:
    text = padded(_text(part), size, right=right)
    return text if isinstance(part, str) else Styled(text, part.style)
