"""Text for a terminal: made safe, measured in cells, wrapped, cut and padded."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

__all__ = ["cut", "padded", "safe", "width_of", "wrapped"]

_BREAKS = frozenset("\n\r\t\v\f\x85\u2028\u2029")
_KEPT_FORMATS = frozenset("\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060")
"""Invisible characters that some scripts and emoji need, and that cannot reorder a line."""


def safe(text: str) -> str:
    """Return the text on one line, without anything that a terminal would obey; what is removed stays visible."""
    if text.isprintable():
        return text
    return "".join(map(_safe_character, text))


def _safe_character(character: str) -> str:
    if character.isprintable() or character in _KEPT_FORMATS:
        return character
    if character in _BREAKS:
        return " "
    if unicodedata.category(character) in {"Zs", "Cn"}:  # spaces, and what this Python does not know yet
        return character
    return f"<U+{ord(character):04X}>"


def width_of(text: str) -> int:
    """Return how many cells of a terminal the text takes; some characters take two, some none."""
    if text.isascii() or all(map(_is_narrow, text)):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _is_narrow(character: str) -> bool:
    """Tell whether a character surely takes one cell: Latin letters, punctuation, arrows and bars."""
    return (
        character < "\u0300"
        or "\u2010" <= character <= "\u2027"
        or "\u2190" <= character <= "\u2212"
        or "\u2500" <= character <= "\u259f"
    ) and character != "\u00ad"


def cut(text: str, width: int) -> str:
    """Return the text, shortened to a number of cells and marked with an ellipsis when it is longer."""
    text = safe(text)
    if width_of(text) <= width:
        return text
    end = min(len(text), width)
    while end and width_of(text[:end]) > width - 1:
        end -= 1
    return text[:end].rstrip() + "…"


def padded(text: str, width: int, *, right: bool = False) -> str:
    """Return the text in exactly that many cells, at the left or right end of them."""
    shown = cut(text, width)
    space = " " * (width - width_of(shown))
    return space + shown if right else shown + space


def wrapped(text: str, width: int, *, indent: str = "", first: str | None = None) -> list[str]:
    """Return the text on lines of at most `width` cells, broken between words where that is possible.

    Args:
        text: Any text; its own line breaks count as spaces.
        width: Of a whole line, the indent included.
        indent: Stands before each line.
        first: Stands before the first line instead.
    """
    lines, line = [], indent if first is None else first
    start = line
    for word in _words(text, max(8, width - width_of(indent))):
        joined = f"{line}{word}" if line == start else f"{line} {word}"
        if width_of(joined) <= width or line == start:
            line = joined
        else:
            lines.append(line)
            start, line = indent, f"{indent}{word}"
    return [*lines, line]


def _words(text: str, longest: int) -> Iterator[str]:
    """Yield the words; one that fits on no line comes in pieces."""
    for word in safe(text).split():
        rest = word
        while width_of(rest) > longest:
            end = longest
            while width_of(rest[:end]) > longest:
                end -= 1
            yield rest[:end]
            rest = rest[end:]
        yield rest
