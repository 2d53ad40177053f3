"""Paragraphs of a terminal: text on as many lines as it needs."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.cli.console import Console, Line, Styled
from readiness.cli.text import wrapped

__all__ = ["hanging", "item", "paragraph"]


def paragraph(
    text: str, console: Console, indent: str = "", first: str | None = None, *, style: str = ""
) -> Iterator[Line]:
    """Yield a text on lines that fit; `first` stands before the first of them instead of the indent."""
    for line in wrapped(text, console.width, indent=indent, first=first):
        yield (Styled(line, style) if style else line,)


def hanging(text: str, console: Console, indent: str = "", *, style: str = "") -> Iterator[Line]:
    """Yield a text whose further lines stand two cells to the right of its first."""
    return paragraph(text, console, f"{indent}  ", indent, style=style)


def item(text: str, console: Console) -> Iterator[Line]:
    """Yield one entry of a list."""
    return paragraph(text, console, "    ", "  - ")
