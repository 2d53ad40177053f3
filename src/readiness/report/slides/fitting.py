"""Words that fit their cells: as large as they can be, and shortened only where the smallest size is too large."""

from __future__ import annotations

from dataclasses import dataclass

from readiness.report.slides.deck import Grid
from readiness.report.words import shortened

__all__ = ["SMALLEST", "Fitting", "fitting"]

SMALLEST = 14
"""Points; nothing on a slide is smaller."""
_SIZES = (18, 16, SMALLEST)
_POINTS = 72
_ACROSS, _DOWN = 0.52, 1.22
"""How wide a letter is on average, and how high a line, beside the size of the type."""
_EDGES = 0.16
"""What a cell keeps free of words, in inches."""


@dataclass(frozen=True, slots=True)
class Fitting:
    """The size of the words of a table, and how many characters each of its columns holds."""

    size: int
    room: tuple[int, ...]

    def shown(self, text: str, column: int) -> str:
        """Return a text as it fits into a column."""
        return shortened(text, self.room[column])


def fitting(grid: Grid, width: float, height: float) -> Fitting:
    """Return the largest size in which all rows fit.

    Args:
        grid: The table.
        width: Its width, in inches.
        height: The height of one of its rows, in inches.
    """
    widths = [width * part / sum(grid.widths) - _EDGES for part in grid.widths]
    for size in _SIZES:
        room = tuple(_room(one, height - _EDGES / 2, size) for one in widths)
        if all(len(text) <= most for row in grid.rows for text, most in zip(row, room, strict=True)):
            return Fitting(size, room)
    return Fitting(SMALLEST, tuple(_room(one, height - _EDGES / 2, SMALLEST) for one in widths))


def _room(width: float, height: float, size: int) -> int:
    """Return how many characters fit into a cell; on each line but the last, half a word is lost."""
    letters = int(width * _POINTS / (size * _ACROSS))
    lines = max(1, int(height * _POINTS / (size * _DOWN)))
    return max(4, letters + (lines - 1) * (letters - 4))
