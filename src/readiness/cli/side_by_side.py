"""Two blocks of lines beside each other, where a terminal is wide enough."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import dropwhile, zip_longest
from typing import TypeAlias

from readiness.cli.console import NARROWEST, Console, Line
from readiness.cli.text import safe, width_of

__all__ = ["Block", "side_by_side"]

Block: TypeAlias = Callable[[Console], Iterable[Line]]
"""What yields its lines for a width; the first of them may be empty."""
_BETWEEN = 4


def side_by_side(left: Block, right: Block, console: Console, *, twelfths: int = 6) -> Iterator[Line]:
    """Yield two blocks: one beside the other where there is room for both, otherwise one after the other.

    Args:
        left: What is read first.
        right: What is read then.
        console: Where they stand.
        twelfths: How much of the width the left one takes.
    """
    room = console.width - _BETWEEN
    here = console.narrowed(min(room * twelfths // 12, room - NARROWEST))
    there = console.narrowed(room - here.width)
    if not console.has_two_columns or not all(blocks := (_lines(left, here), _lines(right, there))):
        yield from left(console)
        yield from right(console)
        return
    yield ("",)
    for first, second in zip_longest(*blocks, fillvalue=("",)):
        yield (*first, " " * (here.width + _BETWEEN - _width(first)), *second)


def _lines(block: Block, console: Console) -> list[Line]:
    """Return the lines of a block without empty ones at its beginning."""
    return list(dropwhile(_is_empty, block(console)))


def _is_empty(line: Line) -> bool:
    return not _width(line)


def _width(line: Line) -> int:
    return sum(width_of(safe(part if isinstance(part, str) else part.text)) for part in line)
