"""Diagnostics as people read them, with the lines that they are about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from readiness.cli.console import Line, Styled
from readiness.cli.text import safe, width_of
from readiness.diagnostics import Diagnostic, Location, Severity

__all__ = ["concise", "framed", "tally"]

_TAB = 4
_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What counts as the end of a line in YAML."""


def framed(diagnostics: Iterable[Diagnostic], text: str, width: int) -> Iterator[Line]:
    """Yield each finding with the lines of the text that it is about, and an empty line."""
    lines = _LINE_BREAK.split(text)
    for one in diagnostics:
        yield (Styled(f"{one.severity}[{one.code}]", one.severity), f" {one.name}: ", Styled(one.message, "strong"))
        yield (Styled("  --> ", "place"), _named(one.location))
        yield from _frame(one, lines, width)
        more = f"readiness rule {one.code}"
        yield (Styled("help: ", "help"), f"{one.help}   more: {more}" if one.help else more)
        yield ("",)


def concise(one: Diagnostic) -> Line:
    """Return a finding on one line, as editors and terminals make it clickable."""
    return (_named(one.location), ": ", Styled(f"{one.code} {one.severity}", one.severity), f": {one.message}")


def tally(diagnostics: Sequence[Diagnostic]) -> str:
    """Return how many errors and warnings there are: 1 error, 2 warnings."""
    counts = [(sum(one.severity is severity for one in diagnostics), str(severity)) for severity in Severity]
    said = [f"{count} {word if count == 1 else word + 's'}" for count, word in counts if count]
    return ", ".join(said) or "no errors or warnings"


def _named(location: Location) -> str:
    return str(location) if location.file != "-" else f"<stdin>:{location.line}:{location.column}"


def _frame(one: Diagnostic, lines: Sequence[str], width: int) -> Iterator[Line]:
    """Yield the line of the finding and those of related places, each with a mark below."""
    here = [other for other in one.related if other.location.file == one.location.file]
    marks = [(one.location, one.label, "^"), *((other.location, other.label, "-") for other in here)]
    shown = [mark for mark in marks if 0 < mark[0].line <= len(lines) and lines[mark[0].line - 1].strip()]
    gutter = max((len(str(location.line)) for location, _, _ in shown), default=0)
    for location, label, sign in shown:
        source, before, length = _excerpt(lines[location.line - 1], location, width - gutter - 3)
        style = one.severity if sign == "^" else "place"
        yield (Styled(f"{location.line:>{gutter}} |", "place"), f" {source}")
        yield (Styled(" " * gutter + " |", "place"), " " * (before + 1), Styled(f"{sign * length} {label}", style))
    for other in one.related:
        if other not in here:
            yield (Styled("  --> ", "place"), f"{_named(other.location)}: {other.label}")


def _excerpt(line: str, location: Location, room: int) -> tuple[str, int, int]:
    """Return a line as it is shown, and the cells before and within the place that it is about."""
    pieces = _pieces(line)
    widths = [width_of(piece) for piece in pieces]
    first = min(location.column - 1, len(pieces))
    last = max(first + 1, min(location.end_column - 1, len(pieces)))
    start, end = _window(widths, first, last, room)
    cropped_left, cropped_right = "…" * (start > 0), "…" * (end < len(pieces))
    before = len(cropped_left) + sum(widths[start:first])
    length = max(1, sum(widths[first : min(last, end)]))
    return f"{cropped_left}{''.join(pieces[start:end])}{cropped_right}", before, length


def _pieces(line: str) -> list[str]:
    """Return what is shown for each character of a line."""
    pieces: list[str] = []
    at = 0
    for character in line:
        piece = " " * (_TAB - at % _TAB) if character == "\t" else safe(character)
        at += width_of(piece)
        pieces.append(piece)
    return pieces


def _window(widths: Sequence[int], first: int, last: int, room: int) -> tuple[int, int]:
    """Return which characters to show of a line: all, or those around a place."""
    if sum(widths) <= room:
        return 0, len(widths)
    room -= 2  # two ellipses
    start = first
    used = sum(widths[first:last])
    while start and used + widths[start - 1] <= max(room // 2, room - sum(widths[last:])):
        start -= 1
        used += widths[start]
    end = start
    shown = 0
    while end < len(widths) and shown + widths[end] <= room:
        shown += widths[end]
        end += 1
    return start, end
