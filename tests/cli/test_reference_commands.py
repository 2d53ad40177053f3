"""`readiness rule`, `frameworks`, `schema`, `--version`, and `readiness` alone."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft7Validator, Draft202012Validator

import readiness as package
from readiness.checks.catalogue import RULES
from readiness.cli.text import width_of
from readiness.loading.files import read_bytes
from tests.builders import a_framework, a_gate, a_question, an_action, an_area, write
from tests.cli.conftest import Readiness


def test_all_rules_are_listed(readiness: Readiness) -> None:
    code, out, err = readiness("rule")
    assert (code, err) == (0, "")
    assert re.findall(r"^R[FAMT]\d+", out, re.MULTILINE) == list(RULES)


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_each_rule_says_what_why_and_shows_both_sides(readiness: Readiness, rule: object) -> None:
    one = RULES[rule[0]]  # type: ignore[index]
    code, out, _ = readiness("rule", one.code.lower())
    words = " ".join(out.split())
    assert code == 0
    assert " ".join(one.what.split()) in words
    assert f"Why it matters: {' '.join(one.why.split())}" in words
    assert f"Bad: {' '.join(one.bad.split())} Good: {' '.join(one.good.split())}" in words


def test_a_rule_is_found_by_its_name(readiness: Readiness) -> None:
    assert readiness("rule", "unknown-reference").out == readiness("rule", "RF105").out
    code, out, err = readiness("rule", "RF15")
    assert (code, out) == (2, "")
    assert err.startswith("error: there is no rule 'RF15'\nhelp: did you mean RF")


def test_the_beginning_of_codes_lists_a_group(readiness: Readiness) -> None:
    code, out, _ = readiness("rule", "rf9")
    assert code == 0
    assert re.findall(r"^R[FAT]\d+", out, re.MULTILINE) == [one for one in RULES if one.startswith("RF9")]
    assert max(map(width_of, out.splitlines())) <= 80


def test_rules_are_given_to_programs_with_all_their_words(readiness: Readiness) -> None:
    listed = json.loads(readiness("rule", "--output-format", "json").out)
    assert [one["code"] for one in listed] == list(RULES)
    (one,) = json.loads(readiness("rule", "not-yaml", "--output-format", "json").out)
    assert one == {
        "code": "RF001",
        "name": "not-yaml",
        "severity": "error",
        "what": "The text is not YAML.",
        "why": RULES["RF001"].why,
        "bad": "title: [Access",
        "good": "title: Access",
    }


def test_bundled_and_local_frameworks_are_listed(
    readiness: Readiness, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(a_framework(actions=[an_action("a", {"d1-q1": 3})]), tmp_path)
    monkeypatch.chdir(tmp_path)
    code, out, _ = readiness("frameworks")
    assert code == 0
    assert "sample 1.0.0  Sample\n    4 questions, 1 action  sample.yaml\n" in out
    assert "\npublic-sector-readiness 1.0.0  " in out


def test_a_framework_is_shown_as_a_page(
    readiness: Readiness, tmp_path: Path, assert_golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    types = ("level", "checklist", "choice", "yes-no", "number", "text")
    questions = [a_question(type_, type_) for type_ in types]
    questions[0] |= {
        "good-enough-when": {3: "You are small."},
        "evidence": {"expect": ["a list"], "required-from": 3},
        "answered-by": ["lead"],
    }
    gates = [a_gate({"question": "level", "below": 2})]
    area = an_area("d1", questions, description="What it is about.", gates=gates)
    targets = {"good": {"title": "Good", "default": 3, "questions": {"level": 4}, "description": "For all."}}
    actions = [
        an_action("first", {"level": 3}, why="It helps.", cost={"low": 100, "likely": 1500, "high": 20000}),
        an_action("second", {"checklist": ["a", "b"]}, needs=["first"], instead_of=["third"]),
        an_action("third", {"checklist": ["a"]}),
    ]
    framework = a_framework(areas=[area], description="A sample.", targets=targets, actions=actions)
    write(framework | {"questions": [a_question("alone")]}, tmp_path)
    monkeypatch.chdir(tmp_path)
    code, out, err = readiness("frameworks", "sample")
    assert (code, err) == (0, "")
    assert_golden("terminal/frameworks-sample.txt", out)
    assert readiness("frameworks", "sample.yaml").out == out


def test_every_text_of_a_bundled_framework_is_on_its_page(readiness: Readiness) -> None:
    out = readiness("frameworks", "cybersecurity").out
    words = " ".join(out.split())
    framework = package.find_framework("cybersecurity")[0]
    for question in framework.question.values():
        assert question.ask in words
        assert all(" ".join(text.split()) in words for text in getattr(question, "levels", {}).values())
    assert all(action.title in words for action in framework.actions)
    assert max(map(width_of, out.splitlines())) <= 80


def test_an_unknown_framework_is_refused_with_the_nearest(readiness: Readiness) -> None:
    code, out, err = readiness("frameworks", "cybersecurty")
    assert (code, out) == (2, "")
    assert err == "error: there is no framework 'cybersecurty'\nhelp: did you mean cybersecurity?\n"


@pytest.mark.parametrize("name", ["framework", "assessment", "result", "status", "collected"])
def test_schemas_are_schemas(readiness: Readiness, name: str) -> None:
    code, out, err = readiness("schema", name)
    assert (code, err) == (0, "")
    Draft202012Validator.check_schema(json.loads(out))


@pytest.mark.parametrize("name", ["framework", "assessment", "result", "status", "collected"])
def test_schemas_are_printed_for_editors_that_read_an_older_draft(readiness: Readiness, name: str) -> None:
    code, out, err = readiness("schema", name, "--draft", "07")
    assert (code, err) == (0, "")
    Draft7Validator.check_schema(json.loads(out))
    assert json.loads(out)["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_an_unknown_draft_is_refused(readiness: Readiness) -> None:
    code, out, err = readiness("schema", "framework", "--draft", "04")
    assert (code, out) == (2, "")
    assert "'2020-12', '07'" in err


def test_an_unknown_schema_is_refused(readiness: Readiness) -> None:
    code, out, err = readiness("schema", "frame")
    assert (code, out) == (2, "")
    assert err.startswith("error: there is no schema 'frame'\n")


def test_the_version_is_printed(readiness: Readiness) -> None:
    assert readiness("--version") == (0, f"readiness {package.__version__}\n", "")


def test_whoever_types_no_command_gets_examples_that_work(
    readiness: Readiness, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = readiness()
    assert (code, err) == (0, "")
    commands = re.findall(r"^  readiness (.*?)  # ", out, re.MULTILINE)
    assert len(commands) == 5
    for command in commands:
        quick = command.replace("report.pdf", "report.json")  # another test makes a PDF
        assert readiness(*shlex.split(quick)).code == 0
    assert json.loads(read_bytes("report.json"))["organisation"]["name"] == "Borough of Northmere"


@pytest.mark.parametrize("command", ["assess", "validate", "rule", "explain", "frameworks", "schema"])
def test_every_command_has_help(readiness: Readiness, command: str) -> None:
    code, out, err = readiness(command, "--help")
    assert (code, err) == (0, "")
    assert out.startswith(f"Usage: readiness {command}")


def test_help_cuts_no_sentence_short(readiness: Readiness) -> None:
    commands = readiness("--help").out.partition("Commands:")[2]
    assert "assess" in commands
    assert "..." not in commands


def test_a_misspelt_command_is_refused(readiness: Readiness) -> None:
    code, out, err = readiness("asess")
    assert (code, out) == (2, "")
    assert "assess" in err


def test_steps_and_ladders_are_shown_with_what_they_are_worth(readiness: Readiness) -> None:
    out = readiness("frameworks", "tests/documents/ok/steps-and-ladders.yaml").out
    assert "    A number, outages a year. From 0 on 4 points; from 3 on 1.5 points; from 12\n      on 0 points;" in out
    assert "    [ ] A named owner (rung 1)\n    [ ] A test every year (rung 2)\n    A rung counts when all" in out
