"""Diffs that `patch` understands."""

from __future__ import annotations

from readiness.editing.diffs import diff


def test_equal_texts_have_no_diff() -> None:
    assert list(diff("a.yaml", "a\n", "a\n")) == []


def test_a_diff_names_the_file_and_shows_what_changes() -> None:
    assert "".join(diff("a.yaml", "a\nb\n", "a\nc\n")) == ("--- a.yaml\n+++ a.yaml\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n")


def test_a_last_line_without_an_end_is_marked() -> None:
    assert "".join(diff("a", "x\ny", "x\nz")) == (
        "--- a\n+++ a\n@@ -1,2 +1,2 @@\n x\n-y\n\\ No newline at end of file\n+z\n\\ No newline at end of file\n"
    )


def test_other_line_ends_are_part_of_a_line() -> None:
    assert "-a\r\n" in list(diff("a", "a\r\n", "a\n"))
    assert list(diff("a", "\u2028\n", "\u2028\n")) == []
