"""Every piece of advice in the two articles is asked for, and every question that says so is right."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from readiness import resources
from readiness.loading.load import load_framework
from readiness.model.framework import Framework

ROOT = Path(__file__).resolve().parents[2]
TAKEN = ROOT.parent / "shared" / "content" / "coverage.csv"
GROUPS = {
    "GOV": 28,
    "CAP": 22,
    "CYB": 19,
    "INC": 9,
    "FIN": 12,
    "LEG": 16,
    "SVC": 19,
    "INS": 13,
    "EMT": 28,
    "SUS": 5,
    "PAR": 13,
    "LRN": 15,
}
"""How many pieces of advice there are of each group: 199 in all."""


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
    expected = {f"{group}-{number:02}" for group, count in GROUPS.items() for number in range(1, count + 1)}
    assert listed() == expected
    assert len(expected) == 199


def test_what_was_taken_from_the_articles_is_what_our_lists_have() -> None:
    assert listed() == taken()


def test_questions_cover_every_piece_of_advice_and_nothing_else() -> None:
    assert set(covered()) == taken()


def test_questions_cover_all_that_our_lists_have() -> None:
    assert set(covered()) == listed()


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
