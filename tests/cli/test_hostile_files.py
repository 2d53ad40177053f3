"""Files that are made to take the machine down: each is refused, or read, within seconds."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from readiness.model.base import clean
from tests.builders import a_framework, an_assessment, write
from tests.cli.conftest import Readiness

_SECONDS = 15.0
"""Of processor time, on a slow machine under load; before each was mended it took a minute or more."""
_HEAD = "readiness: framework/1\n"

_FILES = {
    "tags": _HEAD + "x: [" + "!a 1," * 50_000 + "]\n",
    "keys that stand twice": _HEAD + "a: 1\n" * 50_000,
    "a million letters without a space": _HEAD + f"title: {'x' * 1_000_000}\n",
    "unknown keys on one line": '{"readiness":"framework/1",' + ",".join(f'"k{n}":1' for n in range(50_000)) + "}",
}


@pytest.mark.parametrize("kind", _FILES)
def test_a_file_full_of_errors_is_told_of_in_seconds(readiness: Readiness, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "framework.yaml"
    path.write_text(_FILES[kind], encoding="utf-8")
    before = time.process_time()
    code, out, err = readiness("validate", path)
    assert code == 1
    assert time.process_time() - before < _SECONDS
    assert len(out + err) < 1_500_000


def test_a_thousand_errors_of_yaml_are_enough(readiness: Readiness, tmp_path: Path) -> None:
    path = tmp_path / "framework.yaml"
    path.write_text(_HEAD + "x: [" + "!a 1," * 1_001 + "]\n", encoding="utf-8")
    out = readiness("validate", path, "--output-format", "concise").out
    assert out.count("RF005") == 1_000
    assert out.count("more than 1,000 errors; the first ones are shown") == 1


def test_a_letter_keeps_thirty_marks_and_the_others_cost_no_time() -> None:
    above, below = "\u0315", "\u0316"
    before = time.process_time()
    text = clean("a" + above * 35_000 + below * 35_000 + "b" + above)
    assert time.process_time() - before < 1
    assert text == "a" + above * 30 + "b" + above


def test_marks_within_thirty_are_put_in_order() -> None:
    assert clean("e\u0323\u0302") == clean("e\u0302\u0323") == "\u1ec7"


def test_a_device_without_end_is_read_so_far_and_no_further(readiness: Readiness) -> None:
    code, _, err = readiness("assess", "/dev/zero")
    assert code == 2
    assert "/dev/zero is larger than 8 MB" in err


@pytest.mark.parametrize("name", ["readiness.toml", "pyproject.toml", "sample.yaml"])
def test_a_pipe_in_a_folder_keeps_nobody_waiting(readiness: Readiness, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "sub"
    folder.mkdir()
    write(a_framework(), tmp_path)
    path = write(an_assessment({"d1-q1": 1}), folder)
    os.mkfifo(folder / name)
    assert readiness("validate", path).code in {0, 1}
