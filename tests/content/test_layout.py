"""The bundled files are in the canonical layout."""

from __future__ import annotations

from pathlib import Path

from readiness.workflows import format_documents

ROOT = Path(__file__).resolve().parents[2]


def test_the_bundled_files_are_in_the_layout() -> None:
    folders = [str(ROOT / name) for name in ("frameworks", "examples")]
    untidy = [one.file for one in format_documents(folders, write=False) if one.has_changed or one.error]
    assert not untidy, "run readiness fmt frameworks examples"
