"""What is kept for an auditor: the evidence behind the answers, its state, and the files with their digests."""

from __future__ import annotations

from readiness.report.dossier.found import Dates, FileState, Found, Needed, Packed, Piece
from readiness.report.dossier.page import manifest_page
from readiness.report.dossier.values import evidence_json, manifest_bytes

__all__ = [
    "Dates",
    "FileState",
    "Found",
    "Needed",
    "Packed",
    "Piece",
    "evidence_json",
    "manifest_bytes",
    "manifest_page",
]
