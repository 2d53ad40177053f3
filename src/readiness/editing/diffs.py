"""Changes as a unified diff, which `patch` and `git apply` understand."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

__all__ = ["diff"]

_NO_END = "\\ No newline at end of file"


def diff(file: str, before: str, after: str) -> Iterator[str]:
    """Yield the lines that differ between two texts of a file, three lines of context around them.

    A line ends as it does in the text, so that a change of line ends is a change too.
    """
    for line in unified_diff(_lines(before), _lines(after), file, file):
        if line.endswith("\n"):
            yield line
        else:
            yield f"{line}\n"
            yield f"{_NO_END}\n"


def _lines(text: str) -> list[str]:
    """Return the lines with their ends; only a line feed separates lines here, as in `diff`."""
    *whole, rest = text.split("\n")
    return [*(f"{line}\n" for line in whole), *([rest] if rest else [])]
