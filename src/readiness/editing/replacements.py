"""Stretches of a text and what is to stand there instead."""

from __future__ import annotations

__all__ = ["Replacements"]


class Replacements:
    """Collects what to replace in one text; stretches do not overlap."""

    def __init__(self, offset: int = 0) -> None:
        """Count places from an offset: where the part that is changed begins in the whole text."""
        self._offset = offset
        self._all: list[tuple[int, int, str]] = []

    def put(self, at: int, new: str) -> None:
        """Put something between two characters; what is put at one place stands in the order of the calls."""
        self.replace(at, at, new)

    def replace(self, start: int, end: int, new: str) -> None:
        """Put something in the place of a stretch."""
        self._all.append((start - self._offset, end - self._offset, new))

    def made_in(self, text: str) -> str:
        """Return a text with everything replaced."""
        ordered = sorted(enumerate(self._all), key=lambda one: (one[1][0], one[1][1] > one[1][0], one[0]))
        for _, (start, end, new) in reversed(ordered):
            text = text[:start] + new + text[end:]
        return text
