"""Comments that suppress findings: which comments are ours, what they cover, and what is wrong with them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.checks.catalogue import RULES
from readiness.diagnostics import Diagnostic, Location, lines_of
from readiness.loading.suppressions import Suppressions


def finding(code: str, line: int, file: str = "a.yaml") -> Diagnostic:
    rule = RULES[code]
    return Diagnostic(code, rule.name, rule.severity, "wrong", Location(file, line, 1, 2))


def covered(text: str, code: str = "RF502") -> list[int]:
    """Return the lines on which a text suppresses a rule."""
    found = [finding(code, line) for line in range(1, len(lines_of(text)) + 1)]
    return [one.diagnostic.location.line for one in Suppressions.in_text(text).split(found, "a.yaml")[1]]


def problems(text: str) -> list[tuple[str, int, int, int]]:
    return [(one.code, *one.mark[:3]) for one in Suppressions.in_text(text).problems]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a: 1 # readiness: ignore[RF502] why\nb: 2\n", [1]),
        ("# readiness: ignore[RF502] why\na: 1\nb: 2\n", [2]),
        ("# readiness: ignore[RF502] why\n\n# more\n   # and more\n\na: 1\nb: 2\n", [6]),
        ("a:\n  # readiness: ignore[RF502] why\n  - b\n", [3]),
        ("a: 1\r\n# readiness: ignore[RF502] why\r\nb: 2\r\n", [3]),
        ("a: 1\r# readiness: ignore[RF502] why\rb: 2\r", [3]),
        ("a: >- # readiness: ignore[RF502] why\n  text\n", [1]),
        ("a: |\n  # readiness: ignore[RF502] why\nb: 2\n", []),
        ("a: |\n  text\n# readiness: ignore[RF502] why\nb: 2\n", [4]),
        ("o:\n  a: |\n    text\n  # readiness: ignore[RF502] why\n  b: 2\n", [5]),
        ("a: 'text # readiness: ignore[RF502] why'\n", []),
        ('a: "text\n  # readiness: ignore[RF502] why"\n', []),
        ("a: text\n  more # readiness: ignore[RF502] why\n", [2]),
        ("a: text#readiness: ignore[RF502] why\n", []),
        ("a: 1 # see # readiness: ignore[RF502] why\n", [1]),
        ("a: '\u2028' # readiness: ignore[RF502] why\n", [1]),
        ("# readiness: ignore[RF502] the file ends here\n", [1]),
    ],
)
def test_only_a_comment_counts_and_it_covers_one_line(text: str, lines: list[int]) -> None:
    assert covered(text) == lines


@pytest.mark.parametrize("written", ["RF502", "rf502", "missing-reason", "RF5", "RF203, RF502", "RF203 RF502", "RF"])
def test_a_rule_is_named_by_code_beginning_or_name(written: str) -> None:
    assert covered(f"a: 1 # readiness: ignore[{written}] why\n") == [1]


@pytest.mark.parametrize("code", ["RF001", "RF010", "RF901", "RF903"])
def test_what_keeps_a_file_from_being_read_or_is_about_comments_cannot_be_suppressed(code: str) -> None:
    assert covered(f"a: 1 # readiness: ignore[{code}] why\n", code) == []
    assert covered("a: 1 # readiness: ignore[RF] why\n", code) == []


def test_a_finding_in_another_file_stays() -> None:
    here = Suppressions.in_text("a: 1 # readiness: ignore[RF502] why\n")
    kept, suppressed = here.split([finding("RF502", 1, "b.yaml")], "a.yaml")
    assert (len(kept), suppressed) == (1, [])


@pytest.mark.parametrize(
    ("comment", "reason"),
    [
        ("[RF502] asked by law", "asked by law"),
        ("[RF502]: asked by law ", "asked by law"),
        ("[RF502] - asked by law", "asked by law"),
        ("[RF502] — asked [by law]", "asked [by law]"),
    ],
)
def test_the_reason_is_what_follows(comment: str, reason: str) -> None:
    suppressions = Suppressions.in_text(f"a: 1 # readiness: ignore{comment}\n")
    assert suppressions.split([finding("RF502", 1)], "a.yaml")[1][0].reason == reason


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("# readiness: ignore[RF502]", [("RF901", 1, 6, 32)]),
        ("# readiness: ignore[RF5O2] why", [("RF902", 1, 26, 31)]),
        ("# readiness: ignore[,] why", [("RF904", 1, 6, 32)]),
        ("# readiness: ignore[RF502 why", [("RF904", 1, 6, 35)]),
        ("# readiness: ignore RF502", [("RF904", 1, 6, 31)]),
        ("# readiness: ignores[RF502] why", [("RF904", 1, 6, 37)]),
        ("# readiness ignore[RF502] why", [("RF904", 1, 6, 35)]),
        ("# readiness ignore RF502 why", [("RF904", 1, 6, 34)]),
        ("# readiness: disable=RF502 why", [("RF904", 1, 6, 36)]),
        ("# readiness: noqa RF502", [("RF904", 1, 6, 29)]),
        ("# readiness: see RF502", []),
        ("# readiness allows nobody to ignore this", []),
        ("# readiness levels[1]", []),
        ("# readiness: framework/1", []),
        ("# readiness is measured here", []),
    ],
)
def test_what_is_wrong_with_a_comment_is_found_where_it_stands(
    comment: str, expected: list[tuple[str, int, int, int]]
) -> None:
    assert problems(f"a: 1 {comment}") == expected


def test_a_name_that_suppressed_nothing_is_unused_unless_its_rule_is_off() -> None:
    here = Suppressions.in_text("a: 1 # readiness: ignore[RF502, RF203, RF402] why\n")
    _, suppressed = here.split([finding("RF502", 1)], "a.yaml")
    assert [one.message for one in here.unused(suppressed, lambda code: code != "RF402")] == [
        "nothing here breaks `RF203`"
    ]


def test_text_that_is_not_yaml_is_read_as_far_as_it_goes() -> None:
    assert covered("a: 1 # readiness: ignore[RF502] why\nb: [1\n") == [1]


@pytest.mark.parametrize(
    "text",
    [
        "# readiness: ignore[RF502]\n" * 30_000,
        "# readiness: ignore[RF5O2] x\n" * 30_000,
        "#" * 900_000 + " readiness: ignore",
        "# readiness: ignore" + "[" * 500_000,
        "a: " + "# " * 400_000 + "readiness: ignore[x]",
        "# readiness: ignore[" + "x," * 400_000 + "]",
    ],
    ids=["no reason", "unknown", "hashes", "brackets", "spaces", "names"],
)
def test_a_megabyte_of_comments_takes_no_long(text: str) -> None:
    start = time.process_time()
    Suppressions.in_text(text).split([finding("RF502", line) for line in range(1_000)], "a.yaml")
    assert time.process_time() - start < 5


@given(st.text(alphabet="ab:#'\"|>- \n[]{}readiness ignoreRF502", max_size=80))
def test_no_text_breaks_the_search(text: str) -> None:
    for one in Suppressions.in_text(f"{text} # readiness: ignore[RF502]\n").problems:
        assert one.code in RULES
