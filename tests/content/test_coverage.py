"""Every piece of advice in the two articles is asked for, and every question that says so is right."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from readiness import resources
from readiness.loading.load import load_framework
from readiness.model.framework import Framework
from tests.content.published import RECOMMENDATIONS

ROOT = Path(__file__).resolve().parents[2]
TAKEN = ROOT.parent / "shared" / "content" / "coverage.csv"


@cache
def parts() -> tuple[Framework, ...]:
    """Return the bundled frameworks that ask by themselves."""
    files = sorted(resources.frameworks_dir().glob("*.yaml"))
    models = (load_framework(str(path)).model for path in files)
    return tuple(model for model in models if model is not None and not model.includes)


def listed() -> set[str]:
    return {id_ for model in parts() for one in model.sources.values() if one.kind == "checklist" for id_ in one.items}


def covered() -> Iterator[str]:
    for model in parts():
        for question in model.question.values():
            for items in question.covers.values():
                yield from items


def taken() -> set[str]:
    if not TAKEN.exists():
        pytest.skip("content/coverage.csv lies beside the checkouts of its authors only")
    with TAKEN.open(encoding="utf-8", newline="") as stream:
        return {row["id"] for row in csv.DictReader(stream)}


def test_our_lists_have_every_piece_of_advice_and_no_other() -> None:
    expected = {f"{group}-{number:02}" for group, count in RECOMMENDATIONS.items() for number in range(1, count + 1)}
    assert listed() == expected
    assert len(expected) == 199


def test_what_was_taken_from_the_articles_is_what_our_lists_have() -> None:
    assert listed() == taken()


def test_questions_cover_every_piece_of_advice_and_nothing_else() -> None:
    assert set(covered()) == taken()


def test_questions_cover_all_that_our_lists_have() -> None:
    assert set(covered()) == listed()


def articles() -> dict[str, dict[str, list[str]]]:
    """Return the table beside the page's generator: by article and heading, what is advised there."""
    read: dict[str, dict[str, list[str]]] = yaml.safe_load((ROOT / "docs" / "articles.yaml").read_text("utf-8"))
    return read


def test_the_table_of_headings_has_every_piece_of_advice_once_and_in_its_article() -> None:
    placed = {name: [id_ for ids in sections.values() for id_ in ids] for name, sections in articles().items()}
    assert len([id_ for ids in placed.values() for id_ in ids]) == 199
    for name, ids in placed.items():
        assert set(ids) == {id_ for model in parts() if name in model.sources for id_ in model.sources[name].items}


def test_the_table_of_headings_follows_the_articles() -> None:
    if not TAKEN.exists():
        pytest.skip("content/coverage.csv lies beside the checkouts of its authors only")
    with TAKEN.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    placed = [(name, heading, id_) for name, some in articles().items() for heading, ids in some.items() for id_ in ids]
    assert [id_ for _, _, id_ in placed] == [row["id"] for row in rows]
    for (name, heading, _), row in zip(placed, rows, strict=True):
        title = next(model.sources[name].title for model in parts() if name in model.sources)
        assert row["section"] == (title if heading == "Before the first heading" else heading)


def test_the_page_follows_the_articles() -> None:
    page = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
    expected = [one for some in articles().values() for heading, ids in some.items() for one in (heading, *ids)]
    shown = re.findall(r"^(?:### (.+)|\| ([A-Z]{3}-\d\d) .*)$", page, re.MULTILINE)
    assert [heading or id_ for heading, id_ in shown] == expected


def test_each_group_names_the_framework_that_covers_most_first() -> None:
    page = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| ([A-Z]{3}) \| \d+ \| (.+) \|$", page, re.MULTILINE))
    assert set(rows) == set(RECOMMENDATIONS)
    for group, shown in rows.items():
        counts = [int(count) for count in re.findall(r"\((\d+)\)", shown)]
        assert counts == sorted(counts, reverse=True), group
    assert rows["SVC"].startswith("[Service delivery")


def test_the_page_leads_from_every_piece_of_advice_to_a_question_and_an_action() -> None:
    page = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([A-Z]{3}-\d\d) (.+?) \| (.+?) \| (.*?) \|$", page, re.MULTILINE)
    assert [id_ for id_, *_ in rows if rows.count(id_) > 1] == []
    assert {id_ for id_, *_ in rows} == listed()
    questions = {id_ for model in parts() for id_ in model.question}
    for id_, text, asked, actions in rows:
        assert text, id_
        assert set(re.findall(r"`([^`]+)`", asked)) <= questions
        assert "`" in asked, id_
        assert "`" in actions, id_
