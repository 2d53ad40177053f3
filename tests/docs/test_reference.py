"""The reference pages say what the code does, all of it."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from readiness.checks.catalogue import RULES
from readiness.model.answers import ANSWER_TYPES
from readiness.report.formats import FORMATS
from readiness.scoring.rollup import ROLLUPS
from readiness.workflows import SCHEMAS

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "docs" / "reference"
_spec = importlib.util.spec_from_file_location("make_reference", ROOT / "docs" / "make_reference.py")
assert _spec is not None
assert _spec.loader is not None
make_reference = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(make_reference)


def test_the_reference_pages_are_what_the_code_makes() -> None:
    outdated = [path.name for path, text in make_reference.pages().items() if path.read_text(encoding="utf-8") != text]
    assert not outdated, "run ./dev docs"


@pytest.mark.parametrize(
    ("page", "entry"),
    [
        *(("commands.md", f"\n## readiness {command}".rstrip()) for command in make_reference.COMMANDS),
        *(("commands.md", suffix) for suffix in FORMATS),
        *(("rules.md", f"\n## {rule.code} {rule.name}\n") for rule in RULES.values()),
        *(("framework.md", f"\n| `{name}` |") for name in (*ANSWER_TYPES, *ROLLUPS)),
        *((f"{name}.md", f"(../schemas/{name}-1.schema.json)") for name in SCHEMAS),
    ],
)
def test_everything_a_user_can_name_has_an_entry(page: str, entry: str) -> None:
    assert entry in (REFERENCE / page).read_text(encoding="utf-8")
