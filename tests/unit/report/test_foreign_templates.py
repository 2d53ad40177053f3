"""Templates of a user: they take the place of ours, see the report, and reach nothing else."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import TemplateNotFound
from jinja2.exceptions import SecurityError

from readiness.errors import InputError, UsageErrors
from readiness.loading.templates import MOST_OF_TEMPLATE, Templates, read_templates, replaceable
from readiness.report.foreign.apart import html_apart, pages_apart
from readiness.report.foreign.job import Limits
from readiness.report.html import render_html
from readiness.report.look import with_templates
from readiness.report.view import ReportView, build_view
from readiness.report.wording import catalogue_for
from readiness.resources import templates_dir
from tests.unit.report.given import a_rich_report

SMALL = Limits(seconds=2, memory=1 << 29, answer=1 << 20)
"""Twice what a small report needs."""


@pytest.fixture(scope="module")
def view() -> ReportView:
    return build_view(a_rich_report(), on_screen=True)


def by(view: ReportView, texts: Mapping[str, str]) -> ReportView:
    return replace(view, look=with_templates(view.look, Templates("mine", texts)))


def test_copies_of_our_templates_give_our_page_to_the_last_byte(view: ReportView) -> None:
    ours = {name: (templates_dir() / name).read_text(encoding="utf-8") for name in replaceable()}
    assert html_apart(by(view, ours)) == render_html(view)


def test_pages_come_back_with_their_drawings_in_the_language_of_the_report(view: ReportView) -> None:
    welsh = catalogue_for("cy")
    assert welsh is not None
    mine = "{{ mark(view.cover.fingerprint) }}{{ _('Contents') }}: {{ view.organisation }}"
    pages = pages_apart(by(replace(view, wording=welsh), {"report.html": mine}))
    (address,) = pages.drawings
    assert address in pages.html
    assert pages.drawings[address].startswith(b"<svg")
    assert f"{welsh.text('', 'Contents')}: {view.organisation}" in pages.html


@pytest.mark.parametrize(
    ("template", "said"),
    [
        (
            "\n{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
            "mine/report.html:2: .* long",
        ),
        ("\n\n{{ 'a' * 10000000000 }}", "mine/report.html:3: it needs too much memory"),
        ("\n{% include 'report.html' %}", "mine/report.html:2: .* without end"),
        ("{{ 'a' * 2000000 }}", "templates in mine were stopped"),
        ("\n{% if %}", "mine/report.html:2: Expected an expression"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(view: ReportView, template: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        html_apart(by(view, {"report.html": template}), SMALL)


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ view.wording.form.__globals__ }}",
        "{{ mark.__globals__ }}",
        "{{ '{0.__class__}'.format(view) }}",
        "{{ _('{it.__class__}', it=view) }}",
        "{{ ngettext('{it.__class__}', '', 1, it=view) }}",
        "{{ 10 ** 10 ** 10 }}",
        "{{ view.sections.__class__ }}",
    ],
)
def test_a_template_reaches_nothing_but_the_report(view: ReportView, template: str) -> None:
    with pytest.raises(SecurityError):
        render_html(by(view, {"report.html": template}))


@pytest.mark.parametrize("name", ["../report.html", "/etc/hostname", "sections/../../pyproject.toml"])
def test_a_template_includes_no_other_file(view: ReportView, name: str) -> None:
    with pytest.raises(TemplateNotFound):
        render_html(by(view, {"report.html": f"{{% include '{name}' %}}"}))


def test_messages_of_ours_are_filled_in(view: ReportView) -> None:
    mine = "{{ _('{n} of it', n=3) }} {{ ngettext('one', '{count} more', 2000) }} {{ pgettext('', 'Contents') }}"
    assert "3 of it 2,000 more Contents" in render_html(by(view, {"report.html": mine}))


def test_the_words_of_users_stay_words(view: ReportView) -> None:
    hostile = replace(view, organisation="<script>alert(1)</script>")
    page = render_html(by(hostile, {"report.html": "{{ view.organisation }}"}))
    assert "\n&lt;script&gt;alert(1)&lt;/script&gt;" in page.partition("<body>")[2]
    assert "<script>alert" not in page


def test_a_script_in_a_template_is_not_among_those_that_may_run(view: ReportView) -> None:
    page = render_html(by(view, {"report.html": "<script>alert(1)</script>"}))
    policy = page.partition('Content-Security-Policy" content="')[2].partition('"')[0]
    assert policy.count("sha256-") == 2
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_a_folder_is_read_by_the_names_of_our_templates(tmp_path: Path) -> None:
    (tmp_path / "sections").mkdir()
    (tmp_path / "sections" / "gaps.html").write_text("Lücken", encoding="utf-8")
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    assert read_templates(str(tmp_path)).texts == {"sections/gaps.html": "Lücken"}


def test_all_that_cannot_be_used_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "sections").mkdir()
    (tmp_path / "shell.html").write_text("the policy", encoding="utf-8")
    (tmp_path / "sections" / "gap.html").write_text("", encoding="utf-8")
    (tmp_path / "report.html").symlink_to("/etc/hostname")
    (tmp_path / "macros.html").write_bytes(b"\xff")
    (tmp_path / "contents.html").write_bytes(b" " * (MOST_OF_TEMPLATE + 1))
    os.mkfifo(tmp_path / "sections" / "gaps.html")
    with pytest.raises(UsageErrors) as caught:
        read_templates(str(tmp_path))
    assert [str(error).removeprefix(f"{tmp_path}/") for error in caught.value.errors] == [
        "contents.html is larger than 200 KB",
        "macros.html is no UTF-8 text",
        "report.html is a link, or no file",
        "shell.html takes the place of no template",
        "sections/gap.html takes the place of no template",
        "sections/gaps.html is a link, or no file",
    ]
    assert caught.value.errors[4].hint == "did you mean sections/gaps.html?"


@pytest.mark.parametrize(("folder", "said"), [("nowhere", "is no folder"), (".", "holds no template")])
def test_a_folder_without_templates_is_refused(tmp_path: Path, folder: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_templates(str(tmp_path / folder))
