"""`readiness validate --fix` and `--diff`."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Readiness

BROKEN = """\
readiness: framework/1
id: sample
version: 1.0.0
title:  Sample
language: en
licence: CC0-1.0
areas:
  - id: access
    title: Access  # how people get in
    descripton: Ways in.
    color: red
    questions:
      - {id: access-q, topic: Access, ask: How is it?, why: It matters., levels: {1: a., 2: b., 3: c., 4: d., 5: e.}}
"""
FIXED = BROKEN.replace("descripton", "description")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "sample.yaml"
    path.write_text(BROKEN, encoding="utf-8")
    return path


def test_fix_repairs_what_is_certain_and_reports_the_rest(readiness: Readiness, broken: Path) -> None:
    code, out, err = readiness("validate", "--fix", broken, "--output-format", "concise")
    assert (code, err) == (1, "fixed 1 finding in 1 file, 1 remains\n")
    assert out.startswith(f"{broken}:11:5: RF006 error: ")
    assert broken.read_text(encoding="utf-8") == FIXED


def test_fix_leaves_nothing_to_fix(readiness: Readiness, broken: Path) -> None:
    broken.write_text(BROKEN.replace("    color: red\n", ""), encoding="utf-8")
    assert readiness("validate", "--fix", broken).code == 0
    assert readiness("validate", "--fix", broken).err == "fixed nothing, none remains\n"


def test_fix_in_a_format_for_programs_says_what_is_left(readiness: Readiness, broken: Path) -> None:
    code, out, _ = readiness("validate", "--fix", broken, "--output-format", "json")
    assert code == 1
    assert [one["code"] for one in json.loads(out)] == ["RF006"]


def test_diff_shows_the_repairs_and_changes_nothing(readiness: Readiness, broken: Path) -> None:
    code, out, err = readiness("validate", "--diff", broken)
    assert (code, err) == (1, "would fix 1 finding in 1 file, 1 remains\n")
    assert out == (
        f"--- {broken}\n+++ {broken}\n@@ -7,7 +7,7 @@\n areas:\n   - id: access\n"
        "     title: Access  # how people get in\n-    descripton: Ways in.\n+    description: Ways in.\n"
        "     color: red\n     questions:\n"
        f"{BROKEN.splitlines()[-1]!s:>{len(BROKEN.splitlines()[-1]) + 1}}\n"
    )
    assert broken.read_text(encoding="utf-8") == BROKEN


def test_diff_without_a_change_fails_only_for_findings(readiness: Readiness, broken: Path) -> None:
    broken.write_text(FIXED, encoding="utf-8")
    assert readiness("validate", "--diff", broken) == (1, "", "would fix nothing, 1 remains\n")
    assert readiness("validate", "--diff", "--exit-zero", broken).code == 0
    broken.write_text(FIXED.replace("    color: red\n", ""), encoding="utf-8")
    assert readiness("validate", "--diff", broken) == (0, "", "would fix nothing, none remains\n")


def test_standard_input_is_repaired_to_standard_output(readiness: Readiness, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(BROKEN.encode())))
    code, out, err = readiness("validate", "--fix", "-", "--output-format", "concise")
    assert (code, out) == (1, FIXED)
    assert err.startswith("fixed 1 finding in 1 file, 1 remains\n<stdin>:11:5: RF006 error: ")


def test_a_finding_that_does_not_count_is_not_repaired(readiness: Readiness, broken: Path) -> None:
    suppressed = BROKEN.replace("descripton: Ways in.", "descripton: Ways in.  # readiness: ignore[RF006] on purpose")
    broken.write_text(suppressed, encoding="utf-8")
    readiness("validate", "--fix", broken)
    # a misspelt key keeps the file from being read: a comment cannot suppress it, so it is repaired all the same
    assert "description: Ways in." in broken.read_text(encoding="utf-8")


def test_fix_and_diff_exclude_each_other(readiness: Readiness, broken: Path) -> None:
    assert readiness("validate", "--fix", "--diff", broken).code == 2
    assert readiness("validate", "--fix", broken, "-").code == 2


def test_a_link_is_not_written_through(readiness: Readiness, broken: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(broken)
    assert readiness("validate", "--fix", link).code == 2
    assert broken.read_text(encoding="utf-8") == BROKEN


def test_what_cannot_be_written_does_not_keep_the_others_from_being_repaired(
    readiness: Readiness, tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for name in ("a.yaml", "d.yaml"):
        (folder / name).write_text(BROKEN, encoding="utf-8")
    for name in ("b.yaml", "c.yaml"):
        (tmp_path / name).write_text(BROKEN, encoding="utf-8")
        (folder / name).symlink_to(tmp_path / name)
    code, _, err = readiness("validate", "--fix", folder)
    assert code == 2
    assert err == (
        f"error: {folder / 'b.yaml'} is a symbolic link and stays as it is, and 1 file more cannot be written\n"
        f"help: name the file: {tmp_path / 'b.yaml'}; 2 files beside it are repaired\n"
    )
    assert (folder / "a.yaml").read_text(encoding="utf-8") == FIXED
    assert (folder / "d.yaml").read_text(encoding="utf-8") == FIXED
    assert (tmp_path / "c.yaml").read_text(encoding="utf-8") == BROKEN


def test_json_has_the_repairs_of_what_can_be_repaired(readiness: Readiness, broken: Path) -> None:
    first, second = json.loads(readiness("validate", broken, "--output-format", "json").out)
    place = {"line": 10, "column": 5, "end-line": 10, "end-column": 15, "text": "description"}
    assert first["fix"] == {"what": "write `description`", "replacements": [place]}
    assert second["fix"] is None


def test_sarif_offers_the_repairs(readiness: Readiness, broken: Path) -> None:
    log = json.loads(readiness("validate", broken, "--output-format", "sarif").out)
    with_fix = [one for one in log["runs"][0]["results"] if "fixes" in one]
    (change,) = with_fix[0]["fixes"][0]["artifactChanges"]
    assert len(with_fix) == 1
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 10, "startColumn": 5, "endLine": 10, "endColumn": 15},
            "insertedContent": {"text": "description"},
        }
    ]
