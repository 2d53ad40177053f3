"""The reference pages say what the code does."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_spec = importlib.util.spec_from_file_location("make_reference", ROOT / "docs" / "make_reference.py")
assert _spec is not None
assert _spec.loader is not None
make_reference = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(make_reference)


@pytest.mark.parametrize(("path", "text"), make_reference.pages().items(), ids=lambda value: getattr(value, "name", ""))
def test_each_reference_page_is_what_the_code_makes(path: Path, text: str) -> None:
    assert path.read_text(encoding="utf-8") == text, "run ./dev docs"
