"""`readiness frameworks ID --references NAME`: which outcomes of an instrument have a question, and which have none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from readiness.cli.text import width_of
from tests.builders import Plain, a_framework, a_question, as_yaml, write
from tests.cli.conftest import Readiness

NORM: Plain = {
    "readiness": "instrument/1",
    "id": "norm",
    "title": "The norm",
    "publisher": "The office of norms",
    "checked": "Compared with the printed copy, November 2026",
    "note": "Part C is not listed.",
    "items": {
        "A": {"kind": "part", "title": "Safety"},
        "A.1": {"kind": "clause", "title": "Locks", "within": "A"},
        "A.2": {"kind": "clause", "within": "A"},
        "B": {"kind": "part", "title": "Order"},
        "B.1": {"kind": "clause", "title": "Rules", "within": "B"},
        "B.2": {"kind": "clause", "title": "Plans", "within": "B"},
    },
}


def source(items: Mapping[str, Any], **keys: object) -> Plain:
    return {"title": "A norm", "kind": "standard", "checked": "By hand, November 2026", "items": dict(items)} | keys


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a framework of two questions that refer to a norm, one of them to a part as a whole."""
    sources = {"norm": source({"A.1": None, "B": None}), "rules": source({"H-1": "Doors"}, title="House rules")}
    questions = [
        a_question("locks", references={"norm": ["A.1", "B"], "rules": ["H-1"]}),
        a_question("keys", references={"norm": ["A.1"]}),
    ]
    write(a_framework(0, questions, sources=sources), tmp_path)
    (tmp_path / "instruments").mkdir()
    (tmp_path / "instruments" / "norm.yaml").write_text(as_yaml(NORM), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_the_crosswalk_lists_outcomes_with_and_without_questions(readiness: Readiness) -> None:
    code, out, err = readiness("frameworks", "sample", "--references", "norm")
    assert (code, err) == (0, "")
    assert out.partition("\n\n")[2] == (
        "Sample 1.0.0: 2 questions speak to 1 of its 4 outcomes.\n\n"
        "A question speaks to an outcome when its answer says something about it. That is\n"
        "less than an audit: nothing here certifies that an instrument is complied with.\n\n"
        "A Safety\n"
        "  A.1 Locks\n"
        "      - Topic of locks (locks)\n"
        "      - Topic of keys (keys)\n"
        "  No question speaks to: A.2\n\n"
        "B Order\n"
        "    - Topic of locks (locks)\n"
        "  No question speaks to: B.1 Rules; B.2 Plans\n"
    )
    assert "Part C is not listed." in out


@pytest.mark.usefixtures("folder")
def test_the_instruments_are_listed_with_counts(readiness: Readiness) -> None:
    out = readiness("frameworks", "sample.yaml", "--references", "list").out
    assert "\nnorm\n    The norm\n    2 questions speak to 1 of its 4 outcomes.\n" in out
    assert "\nrules\n    House rules\n    1 question speaks to 1 item of it. How many more it has is not known" in out


@pytest.mark.usefixtures("folder")
def test_an_instrument_without_a_list_shows_what_the_framework_names_and_says_so(readiness: Readiness) -> None:
    out = readiness("frameworks", "sample", "--references", "rules").out
    assert "There is no list of this instrument here: only the items" in out
    assert "H-1 Doors\n    - Topic of locks (locks)\n" in out


@pytest.mark.usefixtures("folder")
def test_an_instrument_that_no_question_names_is_shown_all_the_same(readiness: Readiness) -> None:
    code, out, _ = readiness("frameworks", "sample", "--references", "cyber-essentials-3.1")
    assert code == 0
    assert "Sample 1.0.0: no question speaks to any of its 5 outcomes.\n" in out


@pytest.mark.usefixtures("folder")
def test_an_unknown_instrument_is_refused_with_those_that_are_known(readiness: Readiness) -> None:
    code, out, err = readiness("frameworks", "sample", "--references", "zzz")
    assert (code, out) == (2, "")
    assert err.startswith("error: there is no instrument 'zzz'\nhelp: known: ai-playbook, caf-3.2, ")
    assert "did you mean csf-2.0?" in readiness("frameworks", "sample", "--references", "csf2").err


def test_a_list_with_errors_is_refused_with_their_places(readiness: Readiness, folder: Path) -> None:
    broken = NORM | {"items": {"A.1": {"kind": "clause", "within": "Z"}}}
    (folder / "instruments" / "norm.yaml").write_text(as_yaml(broken), encoding="utf-8")
    code, out, err = readiness("frameworks", "sample", "--references", "norm")
    assert (code, out) == (2, "")
    assert "RF121" in err
    assert re.search(r"instruments/norm.yaml:\d+:\d+", err)


def test_references_need_a_framework(readiness: Readiness) -> None:
    code, out, err = readiness("frameworks", "--references", "csf-2.0")
    assert (code, out) == (2, "")
    assert err == "error: --references needs a framework\nhelp: readiness frameworks ID --references NAME\n"


@pytest.mark.parametrize("name", ["cybersecurity", "public-sector-readiness"])
def test_a_part_and_the_composite_fit_80_columns(readiness: Readiness, name: str) -> None:
    code, out, _ = readiness("frameworks", name, "--references", "csf-2.0")
    assert code == 0
    assert "(cyb-access)\n" in out
    assert "No question speaks to: " in out
    assert max(map(width_of, out.splitlines())) <= 80
