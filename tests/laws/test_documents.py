"""Whatever a file holds, checking it ends soon, with findings that lie inside it.

`READINESS_EXAMPLES=20000 pytest tests/laws/test_documents.py` looks at that many files of each kind.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from readiness import resources
from tests.builders import a_framework, an_assessment, as_yaml
from tests.laws.documents import documents, mistaken
from tests.laws.files import TookTooLong, check, within
from tests.laws.strategies import law

BUNDLED = [
    path.read_bytes()
    for path in (
        *sorted(path for path in resources.frameworks_dir().glob("*.yaml") if "." not in path.stem),
        *sorted(resources.examples_dir().rglob("*.yaml")),
    )
]
PIECES = (
    *("a", "é", "日", "1", "~", ":", "[", "]", "{", "}", ",", "#", "&a ", "*a", "!t ", "'", '"', "\\", "%", "@", "`"),
    *(" ", "  ", "\n", "\r\n", "\r", "\t", ": ", "- ", "? ", " #", "|\n", ">-\n", "---\n", "...\n", "<<: "),
    *("\u2028", "\u2029", "\x85", "\ufeff", "\x00", "\x07", "\U0001f600", "\u202e", "e\u0301", "\u00a0"),
    *("readiness: framework/1\n", "readiness: assessment/1\n", "id: x\n", "title: ", "areas:\n", "levels: "),
    *("extends: x@1\n", "includes: [{framework: x}]\n", "# readiness: ignore RF101 - x\n", "&b [*b]", "&c {d: *c}"),
)
LARGE_PIECES = ("x" * 5_000, " " * 3_000, "[" * 200, "- " * 100, "\n" * 500, "a: {" * 60, "\t" * 300, "9" * 600)
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.text(max_size=60))
EDITS: tuple[Callable[[bytes, bytes], bytes], ...] = (
    lambda _piece, _: b"",
    lambda piece, _: piece * 2,
    lambda _piece, inserted: inserted,
    lambda piece, inserted: piece + inserted,
    lambda piece, _: piece[::-1],
    lambda piece, _: bytes(byte ^ 0x20 for byte in piece),
    lambda piece, _: piece.replace(b"\n", b"\r\n"),
    lambda piece, _: piece.replace(b" ", b"\t"),
    lambda piece, _: piece.replace(b"\n", b" "),
    lambda piece, _: piece.replace(b"  ", b" "),
)
"""What can happen to a stretch of a file, and to other bytes that come along."""


@st.composite
def edited(draw: st.DrawFn) -> bytes:
    """Draw the bytes of a bundled file after a few stretches of it were changed."""
    content = draw(st.sampled_from(BUNDLED))
    other = draw(st.sampled_from(BUNDLED))
    for _ in range(draw(st.integers(1, 4))):
        start, length = draw(st.integers(0, len(content))), draw(st.sampled_from([0, 1, 2, 7, 40, 400, 4_000]))
        middle, tail = content[start : start + length], content[start + length :]
        place = draw(st.integers(0, len(other)))
        inserted = draw(
            st.one_of(
                st.binary(max_size=6),
                TEXTS.map(str.encode),
                st.sampled_from(LARGE_PIECES).map(str.encode),
                st.just(other[place : place + length]),
            )
        )
        content = content[:start] + draw(st.sampled_from(EDITS))(middle, inserted) + tail
    return content[: draw(st.integers(0, len(content)))] if draw(st.booleans()) else content


@law
@given(TEXTS)
@example("a: \ufeff\n")
@example("\ufeff\ufeffa: 1")
@example("a: |\r  \u2028\r\x00")
def test_any_text_ends_with_findings_inside_it(text: str) -> None:
    check(text.encode())


@law
@given(st.binary(max_size=80))
def test_any_bytes_end_with_findings_inside_them(content: bytes) -> None:
    check(content)


@law
@given(edited())
def test_a_bundled_file_with_some_bytes_changed_ends_with_findings_inside_it(content: bytes) -> None:
    check(content)


@law
@given(mistaken(documents("framework"), most=8))
def test_a_framework_with_many_mistakes_ends_with_findings_inside_it(document: dict[str, Any]) -> None:
    check(as_yaml(document).encode())


@law
@given(mistaken(documents("assessment"), most=8), st.sampled_from(["cybersecurity", "public-sector-readiness", "x"]))
def test_an_assessment_with_many_mistakes_ends_with_findings_inside_it(document: dict[str, Any], name: str) -> None:
    if isinstance(document.get("framework"), dict):
        document["framework"]["id"] = name
    check(as_yaml(document).encode())


def test_the_files_that_are_edited_are_without_errors_but_for_a_logo_that_lies_beside_one() -> None:
    found = [one for content in BUNDLED for one in check(content).diagnostics if one.severity == "error"]
    assert [one.code for one in found] == ["RM003"]


def never_end() -> None:
    while True:
        pass


def test_what_takes_too_long_is_broken_off() -> None:
    with pytest.raises(TookTooLong), within(0.05):
        never_end()


# --- the worst that fits into 1 MB --------------------------------------------------------------------------------

ENOUGH = 10
"""Seconds; coverage and an old machine slow a check several times, what is quadratic takes minutes."""

QUESTION = "\n  - {{id: q{0}, topic: T, ask: A, why: W, levels: {{1: a, 2: b, 3: c, 4: d, 5: e}}}}"
HEAD = as_yaml(a_framework(dimensions=0, areas=None))


def framework(questions: int, more: str = "") -> str:
    return f"{HEAD}questions:{''.join(map(QUESTION.format, range(questions)))}\n{more}"


def repeated(text: str, times: int) -> str:
    return "".join(text.format(number, number + 1) for number in range(times))


WORST: dict[str, str] = {
    "questions": framework(12_000),
    "a checklist": f"{HEAD}questions:\n  - {{id: q, topic: T, ask: A, why: W, type: checklist, items: ["
    f"{repeated('{{id: i{0}, text: T}}, ', 40_000)}]}}\n",
    "a condition of many parts": framework(
        100, "gates:\n  - {cap-at-level: 2, because: B, when: {any: [" + "{question: q1, below: 3}, " * 30_000 + "]}}\n"
    ),
    "a condition on many questions": framework(
        5_000,
        "gates:\n  - {cap-at-level: 2, because: B, when: {any: ["
        f"{repeated('{{question: q{0}, below: 3}}, ', 5_000)}]}}}}\n",
    ),
    "deep conditions": framework(
        10, f"gates:\n  - {{cap-at-level: 2, because: B, when: {'{not: ' * 30}{{question: q1, below: 2}}{'}' * 30}}}\n"
    ),
    "gates": framework(
        2_000, "gates:" + repeated("\n  - {{when: {{question: q{0}, below: 2}}, cap-at-level: 2, because: B}}", 2_000)
    ),
    "actions in a chain": framework(
        2_000,
        "actions:"
        + repeated(
            "\n  - {{id: a{0}, title: T, lifts: {{q{0}: 3}}, owner: lead, effort-days: {{likely: 1}}, "
            "duration-weeks: {{likely: 1}}, needs: [a{1}]}}",
            2_000,
        ),
    ),
    "questions in a chain": f"{HEAD}questions:"
    + repeated(
        "\n  - {{id: q{0}, topic: T, ask: A, why: W, levels: {{1: a, 2: b, 3: c, 4: d, 5: e}}, "
        "applies-when: {{question: q{1}, below: 3}}}}",
        6_000,
    ),
    "areas within areas": HEAD
    + "areas: "
    + "".join(f"[{{id: a{n}, title: T, areas: " for n in range(15))
    + "[]"
    + "}]" * 15
    + "\n",
    "areas": f"{HEAD}areas:" + repeated("\n  - {{id: a{0}, title: T}}", 30_000),
    "misspelt keys": HEAD + repeated("titel{0}: x\n", 60_000),
    "misspelt keys in questions": framework(0)
    + repeated("  - {{id: q{0}, tpoic: T, aks: A, lvels: {{1: a}}}}\n", 15_000),
    "misspelt references": framework(
        900, "targets: {t: {title: T, default: 3, questions: {" + repeated("x{0}q: 3, ", 40_000) + "}}}\n"
    ),
    "unknown roles": framework(0)
    + repeated("  - {{id: q{0}, topic: T, ask: A, answered-by: [leed{0}], levels: {{1: a}}}}\n", 10_000),
    "long lines": framework(1, "description: " + "word " * 150_000),
    "a long word": HEAD.replace("title: Sample", "title: " + "x" * 900_000),
    "long texts": f"{HEAD}questions:"
    + repeated(
        "\n  - {{id: q{0}, topic: T, why: W, ask: " + "not all of the 3 % " * 20 + ", levels: {{"
        "1: " + "no 1 % of all " * 60 + ", 2: " + "all 2 % of none " * 60 + "}}}}",
        300,
    ),
    "aliases": "a: &a [" + "x, " * 300 + "]\n" + repeated("b{0}: [*a, *a, *a]\n", 30_000),
    "an alias of aliases": "a0: &a0 [x, x]\n" + repeated("a{1}: &a{1} [*a{0}, *a{0}]\n", 38),
    "brackets": "[" * 900_000,
    "opened and closed": "[" * 400_000 + "]" * 400_000,
    "mappings": "{a: " * 200_000,
    "indentation": repeated("{0}:\n", 1) + "".join(" " * depth + "a:\n" for depth in range(1, 1_300)),
    "comments": HEAD + "# readiness: ignore RF101 - no\n" * 28_000,
    "empty lines": HEAD + "\n" * 900_000,
    "line ends of old": HEAD + "\r" * 900_000,
    "other separators": HEAD.replace("Sample", "x\u2028" * 200_000),
    "digits": HEAD + "evidence: {required-from: " + "9" * 900_000 + "}\n",
    "backslashes": HEAD + 'description: "' + "\\\\" * 400_000 + '"\n',
    "accents": HEAD + "description: " + "e\u0301" * 300_000 + "\n",
}


@pytest.mark.parametrize("name", WORST)
def test_the_worst_that_fits_into_a_megabyte_is_checked_in_time(name: str) -> None:
    content = WORST[name].encode()
    assert len(content) <= 1_000_000, "is too large to be one of these"
    check(content, seconds=ENOUGH)


@pytest.mark.parametrize(
    "keys",
    [
        {"answers": {f"q{number}": {"level": 3} for number in range(20_000)}},
        {"answers": {f"cyb-x{number}": {"levl": 3} for number in range(20_000)}},
        {"answers": {"cyb-owner": {"level": 3, "evidence": [{"title": "E", "dated": "2026-01-01"}] * 15_000}}},
        {"organisation": {"name": "O", "facts": {f"f{number}": True for number in range(40_000)}}},
    ],
    ids=["unknown-questions", "misspelt-keys", "evidence", "facts"],
)
def test_the_worst_assessment_of_a_megabyte_is_checked_in_time(keys: dict[str, Any]) -> None:
    content = as_yaml(an_assessment() | {"framework": {"id": "cybersecurity", "version": "1.0.0"}} | keys).encode()
    assert len(content) <= 1_000_000
    check(content, seconds=ENOUGH)
