"""`readiness fmt`: one layout, and nothing lost on the way."""

from __future__ import annotations

import io
import os
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Readiness

UNTIDY = """\
title:   'Sample'
readiness: framework/1   # the format
id: sample
version: 1.0.0
language: en
licence: CC0-1.0
"""
TIDY = """\
readiness: framework/1  # the format
id: sample
version: 1.0.0
title: Sample
language: en
licence: CC0-1.0
"""


@pytest.fixture
def untidy(tmp_path: Path) -> Path:
    path = tmp_path / "sample.yaml"
    path.write_text(UNTIDY, encoding="utf-8")
    return path


def test_a_file_is_written_in_the_layout(readiness: Readiness, untidy: Path) -> None:
    assert readiness("fmt", untidy) == (0, f"formatted {untidy}\n1 file formatted\n", "")
    assert untidy.read_text(encoding="utf-8") == TIDY
    assert readiness("fmt", untidy) == (0, "1 file unchanged\n", "")


def test_a_file_in_the_layout_is_not_written_at_all(readiness: Readiness, untidy: Path) -> None:
    untidy.write_text(TIDY, encoding="utf-8")
    os.utime(untidy, (1, 1))
    readiness("fmt", untidy)
    assert untidy.stat().st_mtime == 1


def test_check_names_the_file_and_changes_nothing(readiness: Readiness, untidy: Path) -> None:
    assert readiness("fmt", "--check", untidy) == (1, f"would format {untidy}\n1 file would be formatted\n", "")
    assert untidy.read_text(encoding="utf-8") == UNTIDY
    untidy.write_text(TIDY, encoding="utf-8")
    assert readiness("fmt", "--check", untidy).code == 0


def test_diff_shows_what_would_change(readiness: Readiness, untidy: Path) -> None:
    code, out, err = readiness("fmt", "--diff", untidy)
    assert (code, err) == (1, "1 file would be formatted\n")
    assert out.startswith(f"--- {untidy}\n+++ {untidy}\n@@ -1,6 +1,6 @@\n")
    assert "-title:   'Sample'\n" in out
    assert "+title: Sample\n" in out
    assert untidy.read_text(encoding="utf-8") == UNTIDY


def test_diff_is_coloured_where_that_is_asked_for(readiness: Readiness, untidy: Path) -> None:
    out = readiness("fmt", "--diff", "--color", "always", untidy).out
    assert "\x1b[32m+title: Sample\x1b[0m\n" in out
    assert " id: sample\n" in out


def test_a_change_of_line_ends_can_be_seen(readiness: Readiness, untidy: Path) -> None:
    untidy.write_bytes(TIDY.replace("\n", "\r\n").encode())
    assert "-id: sample<U+000D>\x1b[0m\n" in readiness("fmt", "--diff", "--color", "always", untidy).out
    assert "-id: sample\r\n" in readiness("fmt", "--diff", untidy).out


def test_a_diff_says_where_the_last_line_has_no_end(readiness: Readiness, untidy: Path) -> None:
    untidy.write_text(TIDY.rstrip("\n"), encoding="utf-8")
    assert readiness("fmt", "--diff", untidy).out.endswith(
        "-licence: CC0-1.0\n\\ No newline at end of file\n+licence: CC0-1.0\n"
    )


def test_standard_input_goes_to_standard_output(readiness: Readiness, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(UNTIDY.encode())))
    assert readiness("fmt", "-") == (0, TIDY, "1 file formatted\n")


def test_what_cannot_be_read_stays_and_the_others_are_formatted(
    readiness: Readiness, untidy: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("readiness: framework/1\nid: [a\n", encoding="utf-8")
    code, out, err = readiness("fmt", broken, untidy)
    assert (code, out) == (2, f"formatted {untidy}\n1 file formatted, 1 file left alone\n")
    assert err.startswith("error[RF001] not-yaml: ")
    assert f"error: {broken} stays as it is: 1 error\n" in err
    assert broken.read_text(encoding="utf-8") == "readiness: framework/1\nid: [a\n"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("services: {web: {image: x}}\n", "RF009"),
        ("readiness: framwork/1\n", "RF009"),
        ("readiness: [framework/1]\n", "RF009"),
        ("readiness: framework/1\nid: a\nid: b\n", "RF004"),
        ("readiness: framework/1\nid: !x a\n", "RF005"),
        ("", "RF009"),
    ],
)
def test_what_is_no_document_of_ours_stays(readiness: Readiness, untidy: Path, text: str, code: str) -> None:
    untidy.write_text(text, encoding="utf-8")
    ran = readiness("fmt", untidy)
    assert ran.code == 2
    assert f"error[{code}]" in ran.err
    assert untidy.read_text(encoding="utf-8") == text


def test_a_document_with_errors_of_meaning_is_formatted(readiness: Readiness, untidy: Path) -> None:
    untidy.write_text(UNTIDY.replace("id: sample", "colour: red"), encoding="utf-8")
    assert readiness("fmt", untidy).code == 0
    assert untidy.read_text(encoding="utf-8").endswith("licence: CC0-1.0\ncolour: red\n")


def test_json_by_name_stays_json(readiness: Readiness, tmp_path: Path) -> None:
    path = tmp_path / "sample.json"
    path.write_text('{"readiness": "framework/1"}', encoding="utf-8")
    ran = readiness("fmt", path)
    assert ran.code == 2
    assert "is JSON by its name" in ran.err
    assert path.read_text(encoding="utf-8") == '{"readiness": "framework/1"}'


def test_permissions_stay_and_no_other_file_is_left(readiness: Readiness, untidy: Path) -> None:
    untidy.chmod(0o640)
    readiness("fmt", untidy)
    assert stat.S_IMODE(untidy.stat().st_mode) == 0o640
    assert list(untidy.parent.iterdir()) == [untidy]


def test_a_symbolic_link_is_not_written_through(readiness: Readiness, untidy: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(untidy)
    ran = readiness("fmt", link)
    assert ran.code == 2
    assert f"{link} is a symbolic link" in " ".join(ran.err.split())
    assert untidy.read_text(encoding="utf-8") == UNTIDY


def test_line_ends_and_a_byte_order_mark_are_part_of_the_layout(readiness: Readiness, untidy: Path) -> None:
    untidy.write_bytes(b"\xef\xbb\xbf" + TIDY.replace("\n", "\r\n").encode())
    assert readiness("fmt", "--check", untidy).code == 1
    readiness("fmt", untidy)
    assert untidy.read_bytes() == TIDY.encode()


def test_a_missing_file_is_an_error(readiness: Readiness, tmp_path: Path) -> None:
    assert readiness("fmt", tmp_path / "nothing.yaml").code == 2
