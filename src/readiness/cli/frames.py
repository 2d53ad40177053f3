"""Diagnostics as people read them, with the lines that they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from readiness.cli.console import Line, Styled
from readiness.cli.text import safe, width_of, wrapped
from readiness.diagnostics import Diagnostic, Location, Severity, lines_of

__all__ = ["concise", "framed", "plain", "tally"]

_TAB = 4
_AROUND = 150
"""Characters of a line that are looked at on each side of a place: no terminal shows more, and lines have no end."""
_NARROW = 80
"""Below this width messages are wrapped; elsewhere each is one line, which can be searched and copied whole."""


def framed(diagnostics: Iterable[Diagnostic], texts: Mapping[str, str], width: int) -> Iterator[Line]:
    """Yield each finding with the lines that it is about, from the texts of the files, and an empty line."""
    lines: dict[str, list[str]] = {}
    for one in diagnostics:
        yield from _heading(one, width)
        yield (Styled("  --> ", "place"), _named(one.location))
        for location in (one.location, *(other.location for other in one.related)):
            if location.file not in lines:
                lines[location.file] = lines_of(texts.get(location.file, ""))
        yield from _frame(one, lines, width)
        more = f"readiness rule {one.code}"
        yield from _help(one.help, f"more: {more}" if one.help else more, width)
        yield ("",)


def _heading(one: Diagnostic, width: int) -> Iterator[Line]:
    """Yield the rule and the message, whose further lines stand a little to the right."""
    rule = f"{one.severity}[{one.code}]"
    name = f" {one.name}: "
    if width >= _NARROW:
        yield (Styled(rule, one.severity), name, Styled(one.message, "strong"))
        return
    first, *others = wrapped(one.message, width, indent="  ", first=f"{rule}{name}")
    yield (Styled(rule, one.severity), name, Styled(first.removeprefix(f"{rule}{name}"), "strong"))
    yield from (("  ", Styled(line.strip(), "strong")) for line in others)


def _help(text: str, more: str, width: int) -> Iterator[Line]:
    """Yield what would help, and the command that says more: beside it where there is room."""
    opening = "help: "
    whole = f"{text}   {more}" if text else more
    if width >= _NARROW or not text or width_of(safe(whole)) + len(opening) <= width:
        yield (Styled(opening, "help"), whole)
        return
    first, *others = wrapped(text, width, indent=" " * len(opening), first=opening)
    yield (Styled(opening, "help"), first.removeprefix(opening))
    yield from ((line,) for line in (*others, f"{' ' * len(opening)}{more}"))


def concise(one: Diagnostic) -> Line:
    """Return a finding on one line, as editors and terminals make it clickable."""
    return (_named(one.location), ": ", Styled(f"{one.code} {one.severity}", one.severity), f": {one.message}")


def plain(line: Line) -> str:
    """Return what a line says, without its styles."""
    return "".join(part if isinstance(part, str) else part.text for part in line)


def tally(diagnostics: Sequence[Diagnostic]) -> str:
    """Return how many errors and warnings there are: 1 error, 2 warnings."""
    counts = [(sum(one.severity is severity for one in diagnostics), str(severity)) for severity in Severity]
    said = [f"{count} {word if count == 1 else word + 's'}" for count, word in counts if count]
    return ", ".join(said) or "no errors or warnings"


def _named(location: Location) -> str:
    return str(location) if location.file != "-" else f"<stdin>:{location.line}:{location.column}"


class _Mark(NamedTuple):
    """A place to show, and what is written under it."""

    location: Location
    label: str
    sign: str
    style: str


def _frame(one: Diagnostic, lines: Mapping[str, Sequence[str]], width: int) -> Iterator[Line]:
    """Yield the line of the finding and those of related places, each with a mark below."""
    first = _Mark(one.location, one.label, "^", one.severity)
    marks = [first, *(_Mark(other.location, other.label, "-", "place") for other in one.related)]
    shown = [mark for mark in marks if _line_at(mark.location, lines).strip()]
    gutter = max((len(str(mark.location.line)) for mark in shown), default=0)
    file, last = one.location.file, None
    for mark in marks:
        line = _line_at(mark.location, lines)
        if mark.location.file != file or (mark not in shown and mark is not first):
            said = "" if mark in shown or not mark.label else f": {mark.label}"
            yield (Styled("  --> ", "place"), f"{_named(mark.location)}{said}")
            file, last = mark.location.file, None
        if mark in shown:
            is_repeated = last == mark.location.line and _fits(line, width - gutter - 3)
            yield from _marked(mark, line, gutter=gutter, width=width, is_repeated=is_repeated)
            last = mark.location.line


def _line_at(location: Location, lines: Mapping[str, Sequence[str]]) -> str:
    of_file = lines[location.file]
    return of_file[location.line - 1] if 0 < location.line <= len(of_file) else ""


def _fits(line: str, room: int) -> bool:
    return len(line) <= _AROUND and sum(map(width_of, _pieces(line))) <= room


def _marked(mark: _Mark, line: str, *, gutter: int, width: int, is_repeated: bool) -> Iterator[Line]:
    """Yield a line of the text, unless it stands above already, and the mark below it."""
    source, before, length = _excerpt(line, mark.location, width - gutter - 3)
    if not is_repeated:
        yield (Styled(f"{mark.location.line:>{gutter}} |", "place"), f" {source}")
    margin = Styled(" " * gutter + " |", "place")
    sign = mark.sign * length
    if gutter + 3 + before + length + 1 + width_of(mark.label) <= width or not mark.label:
        yield (margin, " " * (before + 1), Styled(f"{sign} {mark.label}", mark.style))
        return
    yield (margin, " " * (before + 1), Styled(sign, mark.style))
    for text in wrapped(mark.label, width - gutter - 3):
        yield (margin, " ", Styled(text, mark.style))


def _excerpt(line: str, location: Location, room: int) -> tuple[str, int, int]:
    """Return a line as it is shown, and the cells before and within the place that it is about."""
    from_, to = max(0, location.column - 1 - _AROUND), location.column - 1 + _AROUND
    pieces = _pieces(line[from_:to])
    widths = [width_of(piece) for piece in pieces]
    first = min(location.column - 1 - from_, len(pieces))
    last = max(first + 1, min(location.end_column - 1 - from_, len(pieces)))
    start, end = _window(widths, first, last, room)
    cropped_left, cropped_right = "…" * (start + from_ > 0), "…" * (end < len(pieces) or to < len(line))
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
