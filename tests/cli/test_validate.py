"""`readiness validate`: findings as people, editors and programs read them."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.builders import a_framework, a_gate, an_assessment, as_yaml, write
from tests.cli.conftest import Readiness

REFERENCE = """\
readiness: framework/1
id: sample
version: 1.0.0
title: Sample
language: en
licence: CC0-1.0
areas:
  - id: access
    title: Access
    gates:
      - when: {question: acess-q, below: 2}
        cap-at-level: 2
        because: Nothing else helps.
    questions:
      - id: access-q
        topic: Access
        ask: How is access?
        why: It matters.
        levels: {1: a., 2: b., 3: c., 4: d., 5: e.}
"""


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A framework with one misspelt reference."""
    path = tmp_path / "sample.yaml"
    path.write_text(REFERENCE, encoding="utf-8")
    return path


def test_the_full_form_shows_the_place_and_what_would_work(readiness: Readiness, wrong: Path) -> None:
    code, out, err = readiness("validate", wrong)
    assert (code, err) == (1, "")
    lines = out.splitlines()
    assert lines[0].startswith("error[RF105] unknown-reference: ")
    assert lines[1] == f"  --> {wrong}:11:26"
    assert lines[2] == "11 |       - when: {question: acess-q, below: 2}"
    assert lines[3].startswith("   |                          ^^^^^^^")
    assert any(line.startswith("help: ") and line.endswith("readiness rule RF105") for line in lines)
    assert lines[-2:] == ["1 file checked, 1 error", "1 can be repaired with --fix; --diff shows how"]


def test_the_concise_form_is_one_line_for_each_finding(readiness: Readiness, wrong: Path) -> None:
    code, out, _ = readiness("validate", wrong, "--output-format", "concise")
    assert code == 1
    assert out.splitlines()[0].startswith(f"{wrong}:11:26: RF105 error: ")
    assert len(out.splitlines()) == 2


def test_json_is_an_array_of_objects(readiness: Readiness, wrong: Path) -> None:
    code, out, _ = readiness("validate", wrong, "--output-format", "json")
    (finding,) = json.loads(out)
    assert code == 1
    assert finding["code"] == "RF105"
    assert finding["severity"] == "error"
    assert (finding["file"], finding["line"], finding["column"], finding["end-column"]) == (str(wrong), 11, 26, 33)


def test_clean_files_and_warnings_are_no_failure(readiness: Readiness, tmp_path: Path) -> None:
    write(a_framework(version="1.1.0"), tmp_path)
    assessment = write(an_assessment({"d1-q1": 3}), tmp_path)
    assert readiness("validate", tmp_path / "sample.yaml") == (0, "1 file checked, no errors or warnings\n", "")
    code, out, _ = readiness("validate", tmp_path)
    assert code == 0
    assert "warning[RA103]" in out
    assert out.endswith("\n2 files checked, 1 warning\n")
    assert readiness("validate", assessment, "--output-format", "json").code == 0


def test_the_bundled_frameworks_and_examples_have_no_errors(readiness: Readiness) -> None:
    code, out, _ = readiness("validate", "frameworks", "examples", "--output-format", "concise")
    assert code == 0, out


def test_a_file_that_cannot_be_read_is_another_failure(readiness: Readiness, tmp_path: Path) -> None:
    (tmp_path / "sample.yaml").write_text(as_yaml(a_framework()), encoding="utf-8")
    code, out, err = readiness("validate", tmp_path / "sampel.yaml")
    assert (code, out) == (2, "")
    assert err == f"error: {tmp_path}/sampel.yaml does not exist\nhelp: did you mean {tmp_path}/sample.yaml?\n"


def test_a_dash_reads_standard_input(readiness: Readiness, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(REFERENCE.encode())))
    code, out, _ = readiness("validate", "-", "--output-format", "concise")
    assert code == 1
    assert out.startswith("<stdin>:11:26: RF105 error: ")


def test_what_is_not_text_has_a_finding_and_no_frame(readiness: Readiness, tmp_path: Path) -> None:
    (tmp_path / "latin.yaml").write_bytes(b"readiness: framework/1\ntitle: caf\xe9\n")
    code, out, _ = readiness("validate", tmp_path / "latin.yaml")
    assert code == 1
    assert out.startswith("error[RF002] not-utf-8: ")
    assert " | " not in out


def test_the_second_place_has_a_label_of_its_own(readiness: Readiness, tmp_path: Path) -> None:
    path = tmp_path / "sample.yaml"
    path.write_text(f"{REFERENCE}title: Again\n", encoding="utf-8")
    out = readiness("validate", path).out
    assert " 4 | title: Sample\n   | ----- first defined here\n" in out


def test_a_gate_is_checked_where_it_stands(readiness: Readiness, tmp_path: Path) -> None:
    path = write(a_framework(gates=[a_gate({"question": "nothing", "below": 2})]), tmp_path)
    assert readiness("validate", path, "--output-format", "concise").code == 1
