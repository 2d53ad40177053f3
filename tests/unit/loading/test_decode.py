"""A document that is not of the right shape says what is wrong, where, and what would be right; all at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from readiness.diagnostics import Diagnostic
from readiness.loading.decode import decode
from readiness.loading.load import Library, load_assessment, load_framework
from readiness.loading.yaml_source import read_yaml
from readiness.model.framework import Framework
from tests.builders import a_framework, a_gate, a_question, an_action, an_area, an_assessment, as_yaml


def framework_findings(document: Mapping[Any, Any]) -> list[Diagnostic]:
    return list(load_framework("sample.yaml", as_yaml(document).encode()).diagnostics)


def assessment_findings(document: dict[str, Any]) -> list[Diagnostic]:
    """Return what is found of its shape; there is no framework here, which is found as well (RA102)."""
    found = load_assessment("a.yaml", Library(()), as_yaml(document).encode())[0].diagnostics
    return [one for one in found if one.code != "RA102"]


def only(findings: list[Diagnostic]) -> Diagnostic:
    assert len(findings) == 1, findings
    return findings[0]


def pointed_at(document: dict[str, Any], finding: Diagnostic) -> str:
    """Return the text of the document that a finding marks."""
    line = as_yaml(document).split("\n")[finding.location.line - 1]
    return line[finding.location.column - 1 : finding.location.end_column - 1]


# --- misspelt keys ---------------------------------------------------------------------------------------------------

CONDITION = {"question": "q", "belw": 2}
MISSPELT_IN_A_FRAMEWORK = [
    ({"titel": "x"}, "titel", "title"),
    ({"scoring": {"rolup": "mean"}}, "rolup", "rollup"),
    ({"scoring": {"not-aplicable": "zero"}}, "not-aplicable", "not-applicable"),
    ({"evidence": {"valid-for-month": 2}}, "valid-for-month", "valid-for-months"),
    ({"scale": [{"level": 1, "nam": "A"}, {"level": 2, "name": "B"}]}, "nam", "name"),
    ({"sources": {"s": {"title": "S", "kind": "standard", "cheked": "x"}}}, "cheked", "checked"),
    ({"facts": {"f": {"type": "text", "ask": "F?", "aks": "F?"}}}, "aks", "ask"),
    ({"gates": [a_gate({"fact": "f", "is": True}) | {"becuase": "x"}]}, "becuase", "because"),
    ({"gates": [a_gate(CONDITION)]}, "belw", "below"),
    ({"gates": [a_gate({"any": [{"not": {"all": [CONDITION]}}]})]}, "belw", "below"),
    ({"gates": [a_gate({"fact": "f", "at-last": 2})]}, "at-last", "at-least"),
    ({"gates": [a_gate({"area": "f", "at-least-ration": 1})]}, "at-least-ration", "at-least-ratio"),
    ({"includes": [{"framework": "x", "wight": 2}]}, "wight", "weight"),
    ({"areas": [an_area(wieght=2)]}, "wieght", "weight"),
    ({"areas": [an_area(areas=[an_area("x", aplies_when=CONDITION)])]}, "aplies-when", "applies-when"),
    ({"areas": [an_area(questions=[a_question(answerd_by=["x"])])]}, "answerd-by", "answered-by"),
    ({"questions": [a_question(evidence={"expects": ["x"]})]}, "expects", "expect"),
    ({"questions": [a_question("q", "checklist", items=[{"id": "a", "text": "A", "weigth": 1}])]}, "weigth", "weight"),
    ({"questions": [a_question("q", "choice", option=[])]}, "option", "options"),
    ({"questions": [a_question("q", "yes-no", god="no")]}, "god", "good"),
    ({"questions": [a_question("q", "number", units="x")]}, "units", "unit"),
    ({"questions": [a_question("q", "number", bounds={"worst": 0, "best": 1, "bst": 1})]}, "bst", "best"),
    ({"targets": {"t": {"title": "T", "default": 3, "question": {}}}}, "question", "questions"),
    ({"actions": [an_action("a", {"q": 3}, effort_day={"likely": 1})]}, "effort-day", "effort-days"),
    ({"actions": [an_action("a", {"q": 3}, cost={"likely": 1, "hi": 2})]}, "hi", "high"),
]


@pytest.mark.parametrize(("keys", "written", "meant"), MISSPELT_IN_A_FRAMEWORK)
def test_a_misspelt_key_of_a_framework_is_marked_and_the_right_one_suggested(
    keys: dict[str, Any], written: str, meant: str
) -> None:
    document = a_framework(dimensions=0) | keys
    finding = next(one for one in framework_findings(document) if one.code == "RF006")
    assert pointed_at(document, finding) == written
    assert finding.message == f"the key `{written}` is not known here"
    assert finding.help == f"did you mean `{meant}`?"


MISSPELT_IN_AN_ASSESSMENT = [
    ({"asessed-on": "2026-11-20"}, "asessed-on", "assessed-on"),
    ({"framework": {"id": "x", "version": "1.0.0", "verison": 1}}, "verison", "version"),
    ({"organisation": {"name": "X", "staf": 2}}, "staf", "staff"),
    ({"respondents": {"r": {"role": "R", "nane": "x"}}}, "nane", "name"),
    ({"answers": {"q": {"level": 3, "confidnce": "high"}}}, "confidnce", "confidence"),
    ({"answers": {"q": {"levl": 3}}}, "levl", "level"),
    ({"answers": {"q": {"done": [], "partial": []}}}, "partial", "partly"),
    ({"answers": {"q": {"option": "a", "nota": "x"}}}, "nota", "note"),
    ({"answers": {"q": {"answer": "yes", "evidnce": []}}}, "evidnce", "evidence"),
    ({"answers": {"q": {"value": 1, "onn": "x"}}}, "onn", "on"),
    ({"answers": {"q": {"text": "x", "bye": "x"}}}, "bye", "by"),
    ({"answers": {"q": {"unknown": "x", "notes": "x"}}}, "notes", "note"),
    ({"answers": {"q": {"not-aplicable": "x"}}}, "not-aplicable", "not-applicable"),
    ({"answers": {"q": {"level": 1, "evidence": [{"title": "x", "valid-to": "x"}]}}}, "valid-to", "valid-until"),
    ({"plan": {"budget-a-quater": 1}}, "budget-a-quater", "budget-a-quarter"),
]


@pytest.mark.parametrize(("keys", "written", "meant"), MISSPELT_IN_AN_ASSESSMENT)
def test_a_misspelt_key_of_an_assessment_is_marked_and_the_right_one_suggested(
    keys: dict[str, Any], written: str, meant: str
) -> None:
    document = an_assessment() | keys
    finding = next(one for one in assessment_findings(document) if one.code == "RF006")
    assert pointed_at(document, finding) == written
    assert finding.help == f"did you mean `{meant}`?"


def test_a_key_like_no_other_is_answered_with_the_keys_of_its_place() -> None:
    finding = only(assessment_findings(an_assessment({"q": {"level": 3, "xyzzy": 1}})))
    assert finding.help == "the keys here are by, confidence, evidence, level, note, on, votes"


def test_an_answer_without_a_known_key_lists_the_keys_of_all_answers() -> None:
    finding = only(assessment_findings(an_assessment({"q": {"xyzzy": 1}})))
    assert "level" in finding.help
    assert "unknown" in finding.help


def test_a_number_is_no_key_of_a_document() -> None:
    finding = only(framework_findings({**a_framework(), 12: "x"}))
    assert (finding.code, finding.message) == ("RF006", "the key `12` is not known here")


# --- missing keys ----------------------------------------------------------------------------------------------------


def test_all_missing_keys_are_named_at_the_mapping_that_lacks_them() -> None:
    document = a_framework(areas=[{"weight": 2}], language=None)
    found = framework_findings(document)
    assert [(one.code, one.message, one.help) for one in found] == [
        ("RF007", "the key `language` is missing", "add `language: …`"),
        ("RF007", "the key `id` is missing", "add `id: …`"),
        ("RF007", "the key `title` is missing", "add `title: …`"),
    ]
    assert [one.location.line for one in found] == [1, 9, 9]


def test_a_missing_key_of_a_named_part_is_marked_at_its_name() -> None:
    document = a_framework(targets={"good": {"title": "Good"}})
    finding = only(framework_findings(document))
    assert (finding.message, pointed_at(document, finding)) == ("the key `default` is missing", "good")


# --- wrong kinds and values ------------------------------------------------------------------------------------------

ID = "made of letters, digits, dots, hyphens and underscores, beginning with a letter or digit"
WRONG = [
    ({"title": True}, "RF008", "`title` should be text, not true", "true"),
    ({"title": None}, "RF008", "`title` should be text, not empty", "null"),
    ({"title": ["x"]}, "RF008", "`title` should be text, not a list", None),
    ({"title": {"x": 1}}, "RF008", "`title` should be text, not a mapping", None),
    ({"title": ""}, "RF010", "`title` should not be empty", "''"),
    ({"title": "x" * 2001}, "RF010", "`title` is longer than 2,000 characters", "x" * 2001),
    ({"description": "x" * 20_001}, "RF010", "`description` is longer than 20,000 characters", "x" * 20_001),
    ({"version": "1.0"}, "RF010", "`version` should be a version such as 1.0.0, not '1.0'", "'1.0'"),
    ({"labels": "x"}, "RF008", "`labels` should be a list, not 'x'", "x"),
    ({"labels": [["x"]]}, "RF008", "an entry of `labels` should be text, not a list", None),
    ({"areas": [3]}, "RF008", "an entry of `areas` should be a mapping of keys to values, not '3'", "3"),
    ({"scale": "maturity-6"}, "RF010", None, "maturity-6"),
    (
        {"scoring": {"rollup": "average"}},
        "RF010",
        "`rollup` should be one of mean, sum, min, max, gmean, hmean, share, ladder, stack or deduct, not 'average'",
        "average",
    ),
    ({"evidence": {"required-from": 2.5}}, "RF008", "`required-from` should be a whole number, not '2.5'", "2.5"),
    ({"evidence": {"valid-for-months": 0}}, "RF010", "`valid-for-months` should be 1 or more, not '0'", "0"),
    ({"evidence": {"valid-for-months": 999}}, "RF010", "`valid-for-months` should be 240 or less, not '999'", "999"),
    ({"areas": [an_area(weight="high")]}, "RF008", "`weight` should be a number, not 'high'", "high"),
    ({"areas": [an_area(weight=True)]}, "RF008", "`weight` should be a number, not true", "true"),
    ({"areas": [an_area(weight=-1)]}, "RF010", "`weight` should be above zero", "-1"),
    ({"gates": [a_gate({"question": "q", "below": "x"})]}, "RF008", "`below` should be a number, not 'x'", "x"),
    (
        {"gates": [a_gate({"question": "q"}) | {"when": "always"}]},
        "RF010",
        "`when` needs one of the keys `question`, `fact`, `area`, `all`, `any` and `not`",
        "always",
    ),
    (
        {"gates": [a_gate({"fact": "f", "is": True, "below": 2})]},
        "RF010",
        "`when` needs exactly one of `is`, `at-least` and `below`",
        None,
    ),
    ({"areas": [an_area(weight=10**15)]}, "RF010", "`weight` should be below a thousand million million", None),
    ({"roles": {"x" * 81: "X"}}, "RF010", f"the key '{'x' * 39}…' should be no longer than 80 characters", "x" * 81),
    ({"roles": {"a b": "X"}}, "RF010", f"the key 'a b' should be {ID}", "a b"),
    ({"gates": [a_gate({"any": []})]}, "RF010", "`any` should not be empty", None),
    ({"questions": [a_question(levels={"one": "x"})]}, "RF010", "the key 'one' should be a whole number", "one"),
    ({"questions": [3]}, "RF008", "a question should be a mapping of keys to values, not '3'", "3"),
    (
        {"questions": [a_question("q", "choice", options=[{"id": "a", "text": "A", "points": 1}])]},
        "RF010",
        "`options` should have at least 2 entries",
        None,
    ),
    (
        {"questions": [a_question("q", "number", bounds={"worst": 1, "best": 1})]},
        "RF010",
        "`bounds` needs two different values for `worst` and `best`",
        None,
    ),
    (
        {"actions": [an_action("a", {"q": "high"})]},
        "RF008",
        "`q` should be a whole number or a list, not 'high'",
        "high",
    ),
    (
        {"actions": [an_action("a", {"q": ["a b"]})]},
        "RF010",
        f"an entry of `q` should be {ID}, not 'a b'",
        "a b",
    ),
    ({"actions": [an_action("a", {"q": 3}, cost={"likely": -5})]}, "RF010", "`likely` should not be negative", "-5"),
]


@pytest.mark.parametrize(("keys", "code", "message", "marked"), WRONG)
def test_a_wrong_value_is_named_quoted_and_marked(
    keys: dict[str, Any], code: str, message: str | None, marked: str | None
) -> None:
    document = a_framework(dimensions=0) | keys
    finding = only(framework_findings(document))
    assert finding.code == code
    assert message is None or finding.message == message
    assert marked is None or pointed_at(document, finding) == marked


def test_a_value_that_is_left_empty_is_called_empty() -> None:
    text = as_yaml(a_framework()).replace("title: Sample", "title:")
    finding = only(list(load_framework("x.yaml", text.encode()).diagnostics))
    assert finding.message == "`title` should be text, not empty"


def test_a_fact_of_a_wrong_kind_says_all_kinds_it_could_have() -> None:
    document = an_assessment() | {"organisation": {"name": "X", "facts": {"f": [1]}}}
    assert only(assessment_findings(document)).message == "`f` should be true or false, a number or text, not a list"


def test_an_answer_that_is_no_mapping_shows_what_one_looks_like() -> None:
    finding = only(assessment_findings(an_assessment({"q": "three"})))
    assert (finding.code, finding.message) == ("RF010", "`q` should be a mapping such as `{level: 3}`")


@pytest.mark.parametrize(
    "written", ["20 November", "2026-13-01", "2026-02-30", "2026-W47-5", "20261120", "2026-11-20 10:00", 2026]
)
def test_a_day_is_written_as_year_month_and_day(written: str | int) -> None:
    finding = only(assessment_findings(an_assessment() | {"assessed-on": written}))
    assert finding.message == f"`assessed-on` should be a day such as 2026-11-20, not '{written}'"


@pytest.mark.parametrize("currency", ["gbp", "£", "POUNDS"])
def test_a_currency_is_an_iso_code(currency: str) -> None:
    finding = only(assessment_findings(an_assessment() | {"plan": {"currency": currency}}))
    assert finding.message == f"`currency` should be an ISO 4217 code such as GBP, not {currency!r}"


def test_an_unknown_question_type_suggests_the_right_one_and_points_at_it() -> None:
    document = a_framework(dimensions=0, questions=[]) | {"questions": [a_question() | {"type": "levle"}]}
    finding = only(framework_findings(document))
    assert (finding.help, pointed_at(document, finding)) == ("did you mean `level`?", "levle")


def test_two_comparisons_in_one_condition_are_refused() -> None:
    document = a_framework(dimensions=0, gates=[a_gate({"question": "q", "below": 2, "is": 3})])
    assert only(framework_findings(document)).message == (
        "`when` needs exactly one of `at-least`, `below`, `is` and `includes`"
    )


def test_a_long_value_is_shortened_in_the_message() -> None:
    document = a_framework(dimensions=0, scoring={"rollup": "x" * 100})
    assert only(framework_findings(document)).message.endswith(f"not '{'x' * 39}…'")


def test_an_id_of_digits_is_marked_where_it_stands() -> None:
    document = an_assessment() | {"answers": {2024: {"level": "high"}}}
    finding = only(assessment_findings(document))
    assert (finding.message, pointed_at(document, finding)) == ("`level` should be a whole number, not 'high'", "high")


# --- all at once -----------------------------------------------------------------------------------------------------


def test_all_problems_of_a_document_are_found_at_once_in_the_order_of_the_file() -> None:
    text = as_yaml(a_framework()).replace("title: Sample", "titel: Sample").replace("version: 1.0.0", "version: one")
    text = text.replace("default: 3", "default: three\n    default: 3").replace("roles:", "labels: x\nroles:")
    found = load_framework("x.yaml", text.encode()).diagnostics
    assert [one.code for one in found] == ["RF007", "RF010", "RF006", "RF008", "RF008", "RF004"]
    assert [one.location.line for one in found] == sorted(one.location.line for one in found)


def test_a_document_with_thousands_of_errors_shows_the_first_thousand_and_says_so() -> None:
    text = as_yaml(a_framework()) + "".join(f"key{number}: x\n" for number in range(30_000))
    found = load_framework("x.yaml", text.encode()).diagnostics
    assert len(found) == 1_001
    assert found[0].message == "the document has more than 1,000 errors; the first ones are shown"


def test_a_wrong_format_hides_what_follows_from_it() -> None:
    finding = only(list(load_framework("x.yaml", b"readiness: assessment/1\nfoo: 1\n").diagnostics))
    assert finding.message == "`readiness` should be 'framework/1', not 'assessment/1'"


def test_a_broken_answer_does_not_hide_what_is_wrong_with_the_others(tmp_path: Path) -> None:
    (tmp_path / "sample.yaml").write_text(as_yaml(a_framework()), encoding="utf-8")
    document = an_assessment(answers={"d1-q1": {"level": "high"}, "no-such": {"level": 3}, "nor-this": {"levle": 2}})
    found = load_assessment("a.yaml", Library((tmp_path,)), as_yaml(document).encode())[0]
    assert found.model is None
    assert {one.code for one in found.diagnostics} >= {"RF008", "RF006", "RA101"}
    assert sum(one.code == "RA101" for one in found.diagnostics) == 2


def test_a_document_that_is_no_mapping_is_called_the_document() -> None:
    source = read_yaml("[1]")
    model, findings = decode(source.value, Framework, source.root)
    assert model is None
    assert [one.message for one in findings] == ["the document should be a mapping of keys to values, not a list"]


@pytest.mark.parametrize(
    "keys", [{"assessed-on": "9999-11-01"}, {"plan": {"starts": "9999-12-31"}}], ids=["assessed-on", "starts"]
)
def test_a_day_that_leaves_no_calendar_to_count_on_is_refused(keys: dict[str, Any]) -> None:
    found = only(assessment_findings(an_assessment() | keys))
    assert (found.code, found.message.partition("` ")[2]) == ("RF010", "should not be after 2999-12-31")


def test_a_key_of_another_type_is_never_suggested_again() -> None:
    finding = only(framework_findings(a_framework(0, [a_question("q", "yes-no", levels={1: "One."})])))
    assert finding.help == "`levels` belongs to another type; remove it, or change `type`"
    finding = only(assessment_findings(an_assessment({"q": {"level": 3, "option": "a"}})))
    assert finding.help == "`option` does not go with the other keys here; remove it, or them"


@pytest.mark.parametrize(("value", "advice"), [(True, "put it in quotes"), (["x"], "")], ids=str)
def test_what_was_meant_as_text_can_be_quoted(value: object, advice: str) -> None:
    finding = only(assessment_findings(an_assessment({"q": {"level": 3, "note": value}})))
    assert (finding.code, finding.help) == ("RF008", advice)
