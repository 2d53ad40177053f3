"""`readiness new`: a file to start from."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Readiness


def test_a_new_assessment_has_no_errors_and_says_what_to_fill_in(readiness: Readiness, tmp_path: Path) -> None:
    file = tmp_path / "answers.yaml"
    ran = readiness("new", "assessment", "quick-scan", "-o", str(file), "--organisation", 'Ferries: "Board"')
    assert (ran.code, ran.out) == (0, f"Written: {file}\n")
    text = file.read_text(encoding="utf-8")
    assert "framework: {id: quick-scan, version: 1.0.0}\n" in text
    assert "#   serves-the-public: true or false." in text
    assert readiness("validate", str(file)).code == 0


def test_nothing_is_overwritten(readiness: Readiness, tmp_path: Path) -> None:
    file = tmp_path / "answers.yaml"
    file.write_text("mine", encoding="utf-8")
    ran = readiness("new", "assessment", "quick-scan", "-o", str(file))
    assert ran.code == 2
    assert "exists already" in ran.err
    assert file.read_text(encoding="utf-8") == "mine"


def test_a_framework_that_does_not_exist_is_told(readiness: Readiness, tmp_path: Path) -> None:
    ran = readiness("new", "assessment", "quick-scam", "-o", str(tmp_path / "a.yaml"))
    assert ran.code == 2
    assert "did you mean quick-scan?" in ran.err
