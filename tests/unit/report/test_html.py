"""The HTML: text stays text, and nothing comes from outside."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Callable
from itertools import pairwise

import pytest

from readiness.report.html import render_html, render_pages
from tests.unit.report.given import a_report, a_rich_report, on_screen
from tests.unit.report.unfolded import unfolded

HOSTILE = "<script>alert(1)</script> {{ 7*7 }} {% raise %} [red]x[/red] & \"q\" 'q' مرحبا 😀"


@pytest.fixture(scope="module")
def page() -> str:
    return unfolded(render_html(on_screen(a_rich_report())))


def test_what_people_wrote_comes_out_as_text() -> None:
    answers = {"d1-q1": {"level": 2, "note": HOSTILE, "evidence": [{"title": HOSTILE, "ref": HOSTILE}], "by": "r"}}
    given = a_report(
        answers,
        organisation={"name": HOSTILE, "sector": HOSTILE},
        scope=HOSTILE,
        status=HOSTILE,
        prepared_by=HOSTILE,
        respondents={"r": {"role": HOSTILE, "name": HOSTILE}},
    )
    for made in (unfolded(render_html(on_screen(given))), render_pages(on_screen(given)).html):
        assert "<script" not in made
        assert HOSTILE in html.unescape(made)
        assert "49" not in re.sub(
            r"[\d.]+(%|pt|mm|rem)|#\w+", "", made.partition("<body>")[2].partition("{{ 7*7 }}")[0]
        )


def test_long_words_are_kept_whole() -> None:
    given = a_report({"d1-q1": {"level": 2, "note": "x" * 5000}})
    assert "x" * 5000 in unfolded(render_html(on_screen(given)))


def test_the_policy_allows_one_style_sheet_one_script_and_nothing_else() -> None:
    page = render_html(on_screen(a_rich_report()))
    style, script = (re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL) for tag in ("style", "script"))
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (*style, *script)]
    assert len(hashes) == 2
    policy = "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'"
    assert policy.format(*hashes) in html.unescape(page)


def test_nothing_is_asked_for_from_outside(page: str) -> None:
    body = page.partition("<body>")[2]
    assert not re.search(r"<(script|link|iframe|img|object|embed)\b|\sstyle=|\bon\w+=|url\(|@import", body)
    assert "url(" not in page
    assert set(re.findall(r'href="?([^" >]*)', body)) <= {f"#{id_}" for id_ in re.findall(r'\sid="?([^" >]*)', body)}


def test_every_id_is_there_once(page: str) -> None:
    ids = re.findall(r'\sid="?([^" >]*)', page)
    assert ids
    assert len(ids) == len(set(ids))


def test_headings_skip_no_level(page: str) -> None:
    levels = [int(level) for level in re.findall(r"<h(\d)", page)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_same_input_gives_the_same_text() -> None:
    assert render_html(on_screen(a_rich_report())) == render_html(on_screen(a_rich_report()))


def test_no_sentence_has_a_long_dash_or_a_forgotten_value(page: str) -> None:
    text = re.sub(r"<[^>]+>", " ", page.partition("<body>")[2])
    assert not re.search(
        r"—|\bNone\b|Fraction\(|\{\{|\bnan\b",
        text.replace("None of the", ""),
    )


def test_each_number_of_an_action_leads_to_its_line_of_the_register(page: str) -> None:
    gaps = page.partition('id="gaps"')[2].partition("</section>")[0]
    assert '<a class=id href="#action-A1">A1</a>' in gaps
    register = page.partition('id="annex-actions"')[2]
    assert '<td class=id id="action-A1">A1' in register


def test_the_report_reads_as_it_did(page: str, assert_golden: Callable[[str, str], None]) -> None:
    text = re.sub(r"<svg.*?<title>(.*?)</title>.*?</svg>", r"[\1]", page.partition("<body>")[2], flags=re.DOTALL)
    text = re.sub(r"</?(h\d|p|tr|li|div|caption|table|summary)\b[^>]*>", "\n", text)
    lines = (" ".join(html.unescape(re.sub(r"<[^>]+>", " ", line)).split()) for line in text.splitlines())
    assert_golden("report/sample.txt", "\n".join(line for line in lines if line) + "\n")
