"""The manifest of a zip as a page to read: no scripts, no links, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from readiness.report.dossier.found import Found, Packed, Piece
from readiness.report.templates import environment_for, styled

__all__ = ["manifest_page"]


def manifest_page(found: Found, packed: Sequence[Packed], *, version: str) -> bytes:
    """Return the page as UTF-8; titles, references and names of files are text and never markup."""
    names = {number: one.name for one in packed for number in one.pieces}
    rows = [(piece, _state(piece), names.get(piece.number, "")) for piece in found.pieces]
    template = environment_for({}).get_template("evidence.html")
    styles = styled(["evidence.css"])
    return template.render(found=found, rows=rows, packed=packed, version=version, **styles).encode()


def _state(piece: Piece) -> str:
    until = f"holds until {piece.last_day.isoformat()}" if piece.last_day and piece.is_in_order else ""
    return "; ".join(one for one in (str(piece.dates), until, str(piece.file), piece.reason) if one)
