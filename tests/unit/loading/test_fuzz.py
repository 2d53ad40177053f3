"""Whatever bytes a file holds, reading it ends with findings that lie inside it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from readiness import resources
from readiness.diagnostics import Diagnostic
from readiness.loading.files import sniff
from readiness.loading.load import Library, load_assessment, load_framework

FRAMEWORK = (resources.frameworks_dir() / "inclusion.yaml").read_bytes()
ASSESSMENT = next(resources.examples_dir().rglob("*.yaml")).read_bytes()

PIECES = st.sampled_from(
    [
        *(
            "a",
            "é",
            "日",
            "1",
            "~",
            ":",
            "[",
            "]",
            "{",
            "}",
            ",",
            "#",
            "&a ",
            "*a",
            "!t ",
            "'",
            '"',
            "\\",
            "%",
            "@",
            "`",
        ),
        *(" ", "  ", "\n", "\r\n", "\t", ": ", "- ", "? ", " #", "|\n", ">-\n", "---\n", "...\n", "<<: "),
        *("\u2028", "\x85", "\ufeff", "\x00", "\U0001f600"),
        *("readiness: framework/1\n", "id: x\n", "title: ", "areas:\n", "levels: "),
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=60))


@cache
def library() -> Library:
    return Library((resources.frameworks_dir(),))


def lie_inside(content: bytes, diagnostics: tuple[Diagnostic, ...]) -> bool:
    """Tell whether every place is a character of the text, or the one after the last of its line."""
    text = content.removeprefix(b"\xef\xbb\xbf").decode(errors="replace")
    lengths = [len(line) for line in re.split(r"\r\n|\r|\n", text)]
    marks = [mark for one in diagnostics for mark in (one.location, *(related.location for related in one.related))]
    return all(
        1 <= mark.line <= len(lengths)
        and 1 <= mark.column <= lengths[mark.line - 1] + 1
        and mark.column < mark.end_column
        for mark in marks
    )


@st.composite
def mutations(draw: st.DrawFn, original: bytes) -> bytes:
    """Return the bytes of a real document after a few cuts, insertions and repetitions."""
    content = original
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.sampled_from([0, 1, 2, 7, 40, 400])))
        inserted = draw(
            st.one_of(st.binary(max_size=6), TEXTS.map(str.encode), st.just(content[start:end] * 2), st.just(b""))
        )
        content = content[:start] + inserted + content[end:]
    return content


@settings(deadline=None)
@given(TEXTS)
@example("a: \ufeff\n")
@example("\ufeff\ufeffa: 1")
@example("a: |\r  \u2028\r\x00")
def test_reading_any_text_ends_with_findings_inside_it(text: str) -> None:
    content = text.encode()
    document = load_framework("x.yaml", content)
    assert (document.model is None) == bool(document.errors)
    assert lie_inside(content, document.diagnostics)


@settings(deadline=None)
@given(st.binary(max_size=80))
def test_reading_any_bytes_ends_with_findings_inside_them(content: bytes) -> None:
    assert sniff(content) in {"framework", "assessment"}
    assert lie_inside(content, load_framework("x.yaml", content).diagnostics)


@settings(max_examples=60, deadline=None)
@given(mutations(FRAMEWORK))
def test_a_framework_with_a_few_bytes_changed_ends_with_findings_inside_it(content: bytes) -> None:
    document = load_framework("x.yaml", content)
    assert (document.model is None) == bool(document.errors)
    assert lie_inside(content, document.diagnostics)


@settings(max_examples=60, deadline=None)
@given(mutations(ASSESSMENT))
def test_an_assessment_with_a_few_bytes_changed_ends_with_findings_inside_it(content: bytes) -> None:
    document, _ = load_assessment("x.yaml", library(), content)
    assert lie_inside(content, document.diagnostics)


def test_the_documents_that_are_mutated_are_real_ones() -> None:
    assert load_framework("inclusion.yaml", FRAMEWORK).diagnostics == ()
    assert load_assessment("x.yaml", library(), ASSESSMENT)[0].errors == ()
    assert Path(resources.examples_dir()).is_dir()
