"""The evidence behind the answers, in a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from readiness.cli.console import Console, Line
from readiness.cli.paragraphs import item, paragraph
from readiness.report.dossier.found import Dates, FileState
from readiness.report.words import joined

if TYPE_CHECKING:
    from readiness.report.dossier import Found, Packed, Piece

__all__ = ["evidence_lines", "packed_lines"]

_STATES = (
    FileState.REFUSED,
    FileState.MISSING,
    FileState.UNREADABLE,
    FileState.CHANGED,
    *Dates,
)
"""The states of a piece, what matters most first."""
_INDENT = " " * 6


def evidence_lines(found: Found, console: Console, *, by_state: bool) -> Iterator[Line]:
    """Yield each piece with its state, the answers that lack evidence, and how many pieces are in each state."""
    yield from paragraph(f"{found.organisation}, evidence as of {found.as_of.isoformat()}", console, style="strong")
    groups = _by_state(found) if by_state else _by_question(found)
    for title, pieces in groups.items():
        yield ("",)
        yield from paragraph(title, console, "  ", style="strong")
        for piece in pieces:
            yield from _piece(piece, console, with_question=by_state)
    if found.needed:
        yield ("",)
        yield from paragraph("Answers that need evidence and have none that holds", console, "  ", style="strong")
        for one in found.needed:
            expected = f" Expected: {'; '.join(one.expected)}." if one.expected else ""
            yield from item(f"{one.topic} ({one.question}).{expected}", console)
    yield ("",)
    yield from paragraph(_counted(found), console)
    if not found.verified and any(piece.file is FileState.THERE for piece in found.pieces):
        yield from paragraph("The digests of files were not checked: --verify does that.", console)


def _by_question(found: Found) -> dict[str, list[Piece]]:
    groups: dict[str, list[Piece]] = {}
    for piece in found.pieces:
        groups.setdefault(f"{piece.topic} ({piece.question})", []).append(piece)
    return groups


def _by_state(found: Found) -> dict[str, list[Piece]]:
    of_each = {state.value: [piece for piece in found.pieces if piece.state == state] for state in _STATES}
    return {state.capitalize(): pieces for state, pieces in of_each.items() if pieces}


def _piece(piece: Piece, console: Console, *, with_question: bool) -> Iterator[Line]:
    where = f" ({piece.evidence.ref})" if piece.evidence.ref else ""
    about = f", for {piece.question}" if with_question else ""
    yield from paragraph(f"{piece.evidence.title}{where}{about}", console, _INDENT, f"  {piece.number:<3} ")
    style = "error" if not piece.is_in_order else "warning" if piece.dates is Dates.EXPIRING else "good"
    yield from paragraph(f"{_dates(piece)}; {_file(piece)}", console, _INDENT, style=style)


def _dates(piece: Piece) -> str:
    if piece.dates is Dates.NOT_YET and piece.evidence.dated:
        return f"{piece.dates}: dated {piece.evidence.dated.isoformat()}"
    if piece.last_day is None:
        return piece.dates.value
    held = "held" if piece.dates is Dates.STALE else "in date"
    until = f"until {piece.last_day.isoformat()}"
    return f"{piece.dates} {until}" if piece.dates is Dates.IN_DATE else f"{piece.dates}: {held} {until}"


def _file(piece: Piece) -> str:
    return f"{piece.file}: {piece.reason}" if piece.reason else piece.file.value


def _counted(found: Found) -> str:
    if not found.pieces:
        return "The answers name no evidence."
    of_each = Counter(piece.state for piece in found.pieces)
    each = [f"{of_each[state]} {state}" for state in map(str, _STATES) if of_each[state]]
    pieces = "1 piece" if len(found.pieces) == 1 else f"{len(found.pieces)} pieces"
    return f"{pieces} of evidence: {joined(each)}."


def packed_lines(output: str, packed: Sequence[Packed], console: Console) -> Iterator[Line]:
    """Yield what was written."""
    files = sum(1 for one in packed if one.pieces)
    many = "1 file" if files == 1 else f"{files} files"
    size = sum(one.size for one in packed) / 1_000_000
    said = f"Written: {output}, with {many} of evidence; {size:,.1f} MB in all. Begin with manifest.html."
    yield from paragraph(said, console)
