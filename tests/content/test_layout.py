"""The bundled files are in the canonical layout, and every reader of YAML can read them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from readiness.workflows import format_documents

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted([*(ROOT / "frameworks").glob("*.yaml"), *(ROOT / "examples").glob("*/*.yaml")])


def test_the_bundled_files_are_in_the_layout() -> None:
    folders = [str(ROOT / name) for name in ("frameworks", "examples")]
    untidy = [one.file for one in format_documents(folders, write=False) if one.has_changed or one.error]
    assert not untidy, "run readiness fmt frameworks examples"


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_other_readers_of_yaml_can_read_a_bundled_file(path: Path) -> None:
    """PyYAML's own scanner is stricter than libyaml's, and yamllint and many editors use it."""
    assert yaml.safe_load(path.read_text(encoding="utf-8"))["readiness"]
