"""The evidence of an assessment as data: `readiness: evidence/1`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from readiness.report.dossier.found import Found, Needed, Packed, Piece

__all__ = ["evidence_json", "manifest_bytes"]


def manifest_bytes(found: Found, packed: Sequence[Packed], *, version: str) -> bytes:
    """Return the manifest of a zip as JSON text."""
    return (json.dumps(evidence_json(found, packed, version=version), ensure_ascii=False, indent=2) + "\n").encode()


def evidence_json(found: Found, packed: Sequence[Packed] | None = None, *, version: str) -> dict[str, Any]:
    """Return plain values; `evidence_schema` describes them.

    Args:
        found: The evidence.
        packed: The files of the zip, where there is one.
        version: The version of this tool.
    """
    said: dict[str, Any] = {
        "readiness": "evidence/1",
        "tool": {"name": "readiness", "version": version},
        "framework": {"id": found.framework, "version": found.version},
        "organisation": found.organisation,
        "as-of": found.as_of.isoformat(),
        "within-days": found.within,
        "verified": found.verified,
        "in-order": found.is_in_order,
        "evidence": [_piece(piece) for piece in found.pieces],
        "needed": [_needed(one) for one in found.needed],
    }
    return said if packed is None else said | {"contents": [_packed(one) for one in packed]}


def _piece(piece: Piece) -> dict[str, Any]:
    evidence = piece.evidence
    return {
        "number": piece.number,
        "question": piece.question,
        "topic": piece.topic,
        "title": evidence.title,
        "ref": evidence.ref,
        "dated": evidence.dated.isoformat() if evidence.dated else None,
        "last-day": piece.last_day.isoformat() if piece.last_day else None,
        "sha256": evidence.sha256,
        "note": evidence.note,
        "dates": piece.dates.value,
        "file": piece.file.value,
        "reason": piece.reason or None,
        "in-order": piece.is_in_order,
    }


def _needed(one: Needed) -> dict[str, Any]:
    return {"question": one.question, "topic": one.topic, "expected": list(one.expected)}


def _packed(one: Packed) -> dict[str, Any]:
    return {"name": one.name, "size": one.size, "sha256": one.sha256, "evidence": list(one.pieces)}
