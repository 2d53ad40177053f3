"""A tailored framework on the command line: checked, shown, assessed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from readiness.report.result_schema import result_schema
from readiness.workflows import schema
from tests.builders import a_question, an_assessment, as_yaml
from tests.cli.conftest import Readiness
from tests.unit.report.unfolded import unfolded

TAILORED = """\
readiness: framework/1
id: council
version: 1.0.0
title: Cybersecurity of the council
extends: cybersecurity@^1
drop: [cyb-assurance]
change:
  cyb-access: {weight: 3}
questions:
  - {id: boats, topic: Boats, ask: Who steers the boats?, why: They carry people., type: yes-no}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a tailored framework and an assessment of it."""
    (tmp_path / "council.yaml").write_text(TAILORED, encoding="utf-8")
    assessment = an_assessment(
        {"boats": {"answer": "yes"}, "cyb-access": {"level": 3}},
        framework={"id": "council", "version": "1.0.0"},
        organisation={"name": "Council", "facts": {"processes-personal-data": True}},
    )
    (tmp_path / "answers.yaml").write_text(as_yaml(assessment), encoding="utf-8")
    return tmp_path


def test_a_finding_shows_the_line_of_the_author_and_the_place_in_the_base(folder: Path, readiness: Readiness) -> None:
    file = folder / "council.yaml"
    file.write_text(TAILORED.replace("[cyb-assurance]", "[cyb-access]"), encoding="utf-8")
    ran = readiness("validate", file)
    assert ran.code == 1
    assert "error[RF117] drop-still-referred" in ran.out
    assert "6 | drop: [cyb-access]\n" in ran.out
    assert re.search(r"cybersecurity\.yaml:[0-9]+:22: in `cybersecurity`, which this file extends", ran.out)


def test_frameworks_shows_what_was_tailored(folder: Path, readiness: Readiness) -> None:
    ran = readiness("frameworks", folder / "council.yaml")
    assert (ran.code, ran.err) == (0, "")
    assert "Changed: Access to systems (cyb-access). Weight: from 2 to 3." in ran.out
    assert "Dropped: Security audits and tests (cyb-assurance). Question; with it went the" in ran.out
    assert "Added: Boats (boats). Question." in ran.out


def test_assess_says_that_the_framework_is_tailored(folder: Path, readiness: Readiness) -> None:
    ran = readiness("assess", folder / "answers.yaml")
    assert ran.code == 0
    assert "Tailored from “Cybersecurity and privacy” 1.0.0 (1 changed, 1 dropped, 1 added)\n" in ran.out
    assert "boats" in readiness("explain", folder / "answers.yaml", "boats").out


def test_a_result_names_what_was_tailored_and_both_files(folder: Path, readiness: Readiness) -> None:
    made = json.loads(readiness("assess", folder / "answers.yaml", "--output-format", "json").out)
    Draft202012Validator(result_schema()).validate(made)
    assert {"answers.yaml", "council.yaml", "cybersecurity.yaml"} <= set(made["files"])
    (one,) = made["tailoring"]
    assert one["base"] == {"id": "cybersecurity", "version": "1.0.0", "title": "Cybersecurity and privacy"}
    access = {"kind": "question", "id": "cyb-access", "title": "Access to systems"}
    assert one["changed"] == [access | {"keys": ["weight"], "from": 2, "to": 3}]
    assert one["added"] == [{"kind": "question", "id": "boats", "title": "Boats"}]
    assert [thing["id"] for thing in one["dropped"] if thing["because"] is None] == ["cyb-assurance"]


def test_a_report_says_what_was_tailored(folder: Path, readiness: Readiness) -> None:
    assert readiness("assess", folder / "answers.yaml", "-o", folder / "report.html").code == 0
    report = unfolded((folder / "report.html").read_text(encoding="utf-8"))
    assert "tailored from “Cybersecurity and privacy” 1.0.0 (1 changed, 1 dropped, 1 added)." in report
    assert "Weight: from 2 to 3." in report


def test_a_framework_that_keeps_some_questions_names_them_everywhere(folder: Path, readiness: Readiness) -> None:
    kept = TAILORED.replace("drop: [cyb-assurance]", "keep: [cyb-access, cyb-incident, cyb-data-protection]")
    (folder / "council.yaml").write_text(kept, encoding="utf-8")
    page = readiness("frameworks", folder / "council.yaml").out
    assert "Kept: 3 questions. Access to systems (cyb-access), Incident response and" in page
    assert "Dropped:" not in page
    ran = readiness("assess", folder / "answers.yaml")
    assert "Tailored from “Cybersecurity and privacy” 1.0.0 (3 questions kept, 1 changed, 1\nadded)" in ran.out
    made = json.loads(readiness("assess", folder / "answers.yaml", "--output-format", "json").out)
    Draft202012Validator(result_schema()).validate(made)
    (one,) = made["tailoring"]
    assert [thing["id"] for thing in one["kept"]] == ["cyb-access", "cyb-incident", "cyb-data-protection"]
    assert one["dropped"] == []


def test_the_schema_knows_both_kinds_of_framework_files(readiness: Readiness) -> None:
    made = json.loads(readiness("schema", "framework").out)
    assert made == schema("framework")
    accepts = Draft202012Validator(made).is_valid
    start = {"readiness": "framework/1", "id": "mine", "version": "1.0.0"}
    assert accepts(start | {"extends": "base@^1.2", "drop": ["a"], "change": {"b": {"weight": None}}})
    assert accepts(start | {"title": "T", "language": "en", "licence": "MIT", "questions": [a_question()]})
    assert not accepts(start)
    assert not accepts(start | {"drop": ["a"]})
    assert not accepts(start | {"extends": "base", "dorp": ["a"]})
    assert not accepts(start | {"extends": "base @ 1"})


def test_a_file_keeps_the_order_of_a_heading(folder: Path, readiness: Readiness) -> None:
    file = folder / "council.yaml"
    file.write_text(
        "change: {cyb-access: {weight: 3}}\n" + TAILORED.replace("change:\n  cyb-access: {weight: 3}\n", "")
    )
    assert readiness("fmt", file).code == 0
    keys = [line.partition(":")[0] for line in file.read_text().splitlines() if line[0].isalpha()]
    assert keys == ["readiness", "id", "version", "title", "extends", "drop", "change", "questions"]
