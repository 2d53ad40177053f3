"""The report as Markdown, read back as CommonMark with the tables of GitHub."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from readiness.report.formats import FORMATS
from readiness.report.inputs import ReportInput
from readiness.report.markdown.escaping import escaped, escaped_line
from readiness.report.view import build_view
from tests.builders import a_framework, a_question, an_area
from tests.unit.report.given import a_report
from tests.unit.report.office import EVERY_SHAPE, rich

READER = MarkdownIt("commonmark").enable("table")
WORDS = {"text", "strong_open", "strong_close", "hardbreak", "softbreak"}
HOSTILE = "<img src=x> **b** `c` [a](b) ![](y) | d | @council #12 GH-3 https://evil.example www.evil.example &lt; $x$"


def markdown(given: ReportInput) -> str:
    return FORMATS[".md"](given).decode()


def inline(text: str) -> Iterator[Token]:
    """Yield everything that stands within the lines of a document."""
    return (child for token in READER.parse(text) for child in token.children or [])


def test_the_summary_of_the_report_comes_first_in_its_own_words() -> None:
    view = build_view(rich(), printed=True)
    title, *rest = [line for line in markdown(rich()).splitlines() if line.startswith(("# ", "## "))]
    assert title == f"# {view.title}"
    assert rest[0] == f"## {view.sections[0].kicker}: {view.sections[0].title}"
    assert view.sections[0].body.lead in markdown(rich())  # type: ignore[attr-defined]


def test_a_table_has_its_columns_but_for_those_that_are_drawn() -> None:
    text = markdown(rich())
    head = text[text.index("### Dimension by dimension") :].split("\n\n")[2].splitlines()
    assert head[0] == "| Dimension | Score | Range | Target | Gap |"
    assert head[1] == "| --- | ---: | ---: | ---: | ---: |"
    assert len(head) == 5  # two dimensions, and overall


def test_items_that_follow_each_other_are_one_list() -> None:
    blocks = [token.type for token in READER.parse(markdown(rich()))]
    assert not re.search(r"bullet_list_close bullet_list_open", " ".join(blocks))


@pytest.mark.parametrize("make", EVERY_SHAPE)
def test_a_document_is_headings_lists_and_whole_tables(make: Callable[[], ReportInput]) -> None:
    text = markdown(make())
    tokens = READER.parse(text)
    assert {token.type for token in tokens} <= {
        f"{name}_{end}"
        for name in ("heading", "paragraph", "bullet_list", "list_item", "table", "thead", "tbody", "tr", "th", "td")
        for end in ("open", "close")
    } | {"inline"}
    assert {token.type for token in inline(text)} <= WORDS
    assert not [token.content for token in inline(text) if "**" in token.content]
    for table in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}) == 1


def test_what_a_user_wrote_is_words_and_nothing_else() -> None:
    areas = [an_area("d1", [a_question("d1-q1", topic=HOSTILE[:80], ask=HOSTILE)], title=HOSTILE)]
    organisation = {"name": f"{HOSTILE} - x"}
    text = markdown(a_report({"d1-q1": {"level": 1}}, a_framework(0, areas=areas), organisation=organisation))
    assert {token.type for token in inline(text)} <= WORDS
    assert "<img src=x> **b** `c` [a](b) ![](y)" in "".join(token.content for token in inline(text))
    assert not re.search(r"(?<!\\)://|(?<!\\)<|@council|#12|GH-3|www\.evil", text)


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("a1 .)#+-=*_`<>[]()!|~&;:/@\\\"'$x"), max_size=12))
def test_an_escaped_line_reads_as_it_was_written(text: str) -> None:
    text = " ".join(text.split())
    tokens = READER.parse(escaped_line(escaped(text)))
    assert [token.type for token in tokens] == (["paragraph_open", "inline", "paragraph_close"] if text else [])
    assert "".join(token.content for token in inline(escaped_line(escaped(text)))).replace("\u2060", "") == text
