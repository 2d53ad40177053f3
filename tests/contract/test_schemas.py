"""The JSON Schemas say what the loader does, in both drafts, and are easy to read in an editor."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft7Validator, Draft202012Validator, FormatChecker

from readiness import resources
from readiness.diagnostics import Diagnostic
from readiness.loading.draft_07 import as_draft_07
from readiness.loading.files import as_text, sniff
from readiness.loading.load import Library, load_assessment, load_framework
from readiness.loading.yaml_source import read_yaml
from readiness.workflows import DRAFTS, SCHEMAS, schema, schema_file
from tests.builders import a_framework, a_question, an_assessment, as_yaml
from tests.laws.documents import as_json, documents, mistaken
from tests.laws.strategies import law

ROOT = Path(__file__).parents[2]
DOCUMENTS = ROOT / "tests" / "documents"
BUNDLED = [
    *sorted(path for path in resources.frameworks_dir().glob("*.yaml") if "." not in path.stem),
    *sorted(resources.examples_dir().rglob("*.yaml")),
]
VALIDATORS: Mapping[str, Callable[..., Draft202012Validator | Draft7Validator]] = {
    "2020-12": Draft202012Validator,
    "07": Draft7Validator,
}
WHAT_THE_SCHEMA_SAYS = {"RF006", "RF007", "RF008", "RF010", "RA204"}
"""The rules of a document's shape. RF009, the format, is left out: it hides what else is wrong."""
BEYOND_THE_SCHEMA = (
    "needs two different values for `worst` and `best`",  # no keyword compares two values
    "should list two or more levels, each one above the one before",
    r"should be a whole number, not '-?\d+\.0*'",  # 3.0 is 3 in JSON
    "cannot be both `",  # what two keys of a decision come to together
    "' does not say why `",  # that `N/A` is no reason
)
"""What the loader finds in the shape of a document and JSON Schema cannot say."""


def named(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


@cache
def made(format_name: str, draft: str = "2020-12") -> dict[str, Any]:
    return schema(format_name, draft=draft)


@cache
def validator(format_name: str, draft: str) -> Draft202012Validator | Draft7Validator:
    return VALIDATORS[draft](made(format_name, draft), format_checker=FormatChecker(["date"]))


def complaints(format_name: str, value: Any) -> list[str]:  # noqa: ANN401  any value of a document
    """Return what a schema finds wrong; both drafts have to find the same."""
    found = [
        [f"{error.json_path}: {error.message}" for error in validator(format_name, draft).iter_errors(as_json(value))]
        for draft in DRAFTS
    ]
    assert found[0] == found[1]
    return found[0]


def findings(format_name: str, content: bytes) -> list[Diagnostic]:
    """Return what the loader finds wrong with a file on its own."""
    if format_name == "framework":
        return list(load_framework("x.yaml", content).diagnostics)
    return list(load_assessment("x.yaml", Library(()), content)[0].diagnostics)


def assert_agreement(content: bytes) -> None:
    """Compare what the schema and the loader find in the shape of a document."""
    format_name = sniff(content)
    found = findings(format_name, content)
    if any(one.code in {"RF001", "RF002", "RF003", "RF004", "RF005", "RF009"} for one in found):
        return  # it is not the document that it seems to be, and nothing else is looked at
    found = [one for one in found if one.code in WHAT_THE_SCHEMA_SAYS]
    said = complaints(format_name, read_yaml(as_text(content)[0]).value)
    beyond = bool(found) and all(re.search("|".join(BEYOND_THE_SCHEMA), one.message) for one in found)
    assert bool(found) == bool(said) or (beyond and not said), (found, said, content)


def objects(part: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:  # noqa: ANN401
    """Yield every part of a schema that describes a mapping with known keys."""
    if isinstance(part, dict):
        if part.get("type") == "object" and "properties" in part:
            yield path, part
        for key, one in part.items():
            yield from objects(one, f"{path}/{key}")
    elif isinstance(part, list):
        for index, one in enumerate(part):
            yield from objects(one, f"{path}/{index}")


# --- the schemas themselves ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("draft", DRAFTS)
@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_valid_in_its_draft_and_has_a_name_of_its_own(name: str, draft: str) -> None:
    found = made(name, draft)
    VALIDATORS[draft].check_schema(found)  # type: ignore[attr-defined]
    assert found["$schema"] == VALIDATORS[draft].META_SCHEMA["$schema"]  # type: ignore[attr-defined]
    assert found["$id"] == f"urn:readiness:{name}-1:{draft}"


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_names_of_the_published_files_are_stable(name: str) -> None:
    assert [schema_file(name, draft=draft) for draft in DRAFTS] == [
        f"{name}-1.schema.json",
        f"{name}-1.draft-07.schema.json",
    ]


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_property_has_a_description(name: str) -> None:
    missing = [
        f"{path}/{key}"
        for path, part in objects(made(name))
        for key, field in part["properties"].items()
        if not field.get("description")
    ]
    assert missing == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_object_is_closed_and_names_its_keys_in_kebab_case(name: str) -> None:
    for path, part in objects(made(name)):
        assert part.get("additionalProperties") is False, path
        assert not [key for key in part["properties"] if "_" in key or key != key.lower()]


@pytest.mark.parametrize("name", ["framework", "assessment"])
def test_every_part_has_a_title_in_words_and_says_what_it_is(name: str) -> None:
    for key, part in made(name)["$defs"].items():
        assert re.fullmatch(r"[A-Z][a-z]*( [a-z]+)*", part["title"]), key
        assert part.get("description") or "if" in part, key


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("id", {"pattern": "^[A-Za-z0-9][A-Za-z0-9._-]*$", "maxLength": 80}),
        ("title", {"pattern": r"\S", "maxLength": 2_000}),
        ("version", {"pattern": r"^[0-9]+\.[0-9]+\.[0-9]+$"}),
        ("readiness", {"const": "framework/1"}),
    ],
)
def test_limits_of_a_value_are_part_of_the_schema(name: str, rule: dict[str, Any]) -> None:
    field = made("framework")["$defs"]["Framework"]["properties"][name]
    assert {key: field.get(key) for key in rule} == rule


def test_a_default_is_written_as_an_author_would_write_it() -> None:
    parts = made("framework")["$defs"]
    assert parts["Area"]["properties"]["weight"]["default"] == 1
    assert parts["YesNoQuestion"]["properties"]["good"]["default"] == "yes"
    assert "default" not in parts["Area"]["properties"]["scoring"]


def test_draft_07_refuses_what_it_cannot_say() -> None:
    with pytest.raises(ValueError, match="unevaluatedProperties"):
        as_draft_07({"properties": {"a": {"unevaluatedProperties": False}}})


def test_draft_07_keeps_what_stands_beside_a_reference_and_leaves_names_alone() -> None:
    made = as_draft_07({"$defs": {"$ref": {"type": "string"}}, "items": {"$ref": "#/$defs/$ref", "title": "T"}})
    assert made == {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "definitions": {"$ref": {"type": "string"}},
        "items": {"allOf": [{"$ref": "#/definitions/$ref"}], "title": "T"},
    }


# --- what an editor shows -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "place", "word"),
    [
        ({"levels": None, "lvels": {1: "x"}}, "$.questions[0]", "lvels"),
        ({"type": "levle"}, "$.questions[0].type", "levle"),
        ({"type": "checklist", "levels": None, "items": [{"id": "a", "tex": "x"}]}, "$.questions[0].items[0]", "tex"),
    ],
)
def test_a_mistake_in_a_question_is_found_where_it_is(question: dict[str, Any], place: str, word: str) -> None:
    document = a_framework(dimensions=0, questions=[a_question(**question)])
    assert any(said.startswith(f"{place}: ") and word in said for said in complaints("framework", document))


@pytest.mark.parametrize(
    ("answer", "place", "word"),
    [
        ({"level": 3, "evidnce": []}, "$.answers.q", "evidnce"),
        ({"levl": 3}, "$.answers.q", "levl"),
        ({"done": "a"}, "$.answers.q.done", "array"),
    ],
)
def test_a_mistake_in_an_answer_is_found_once_where_it_is(answer: dict[str, Any], place: str, word: str) -> None:
    (said,) = complaints("assessment", an_assessment({"q": answer}))
    assert said.startswith(f"{place}: ")
    assert word in said


# --- schema and loader agree --------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", BUNDLED, ids=named)
def test_the_schema_accepts_every_bundled_file(path: Path) -> None:
    content = path.read_bytes()
    assert complaints(sniff(content), read_yaml(content.decode()).value) == []


@pytest.mark.parametrize("path", BUNDLED, ids=named)
def test_a_bundled_file_tells_editors_which_schema_is_its_own(path: Path) -> None:
    content = path.read_bytes()
    found = re.match(r"# yaml-language-server: \$schema=(\S+)\n", content.decode())
    assert found is not None
    assert (path.parent / found[1]).resolve() == ROOT / "docs" / "schemas" / schema_file(sniff(content))
    assert (path.parent / found[1]).is_file()


@pytest.mark.parametrize("path", sorted(DOCUMENTS.glob("*/*.yaml")), ids=named)
def test_schema_and_loader_agree_on_the_documents_of_the_rules(path: Path) -> None:
    assert_agreement(path.read_bytes())


@law
@given(documents("framework"))
def test_the_loader_accepts_every_framework_that_the_schema_accepts(document: dict[str, Any]) -> None:
    assert complaints("framework", document) == []
    assert_agreement(as_yaml(document).encode())


@law
@given(documents("assessment"))
def test_the_loader_accepts_every_assessment_that_the_schema_accepts(document: dict[str, Any]) -> None:
    assert complaints("assessment", document) == []
    assert_agreement(as_yaml(document).encode())


@law
@given(mistaken(documents("framework")))
def test_schema_and_loader_agree_on_frameworks_with_mistakes(document: dict[str, Any]) -> None:
    assert_agreement(as_yaml(document).encode())


@law
@given(mistaken(documents("assessment")))
def test_schema_and_loader_agree_on_assessments_with_mistakes(document: dict[str, Any]) -> None:
    assert_agreement(as_yaml(document).encode())


# --- where they differ on purpose ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({"questions": [a_question("n", "number", bounds={"worst": 1, "best": 1})]}, "needs two different values"),
        ({"scale": [{"level": 2, "name": "B"}, {"level": 1, "name": "A"}]}, "each one above the one before"),
        ({"gates": [{"when": {"fact": "f", "is": True}, "cap-at-level": 2.0, "because": "x"}]}, "a whole number, not"),
        ({"title": "\a"}, "should not be empty"),
    ],
    ids=["worst-and-best", "order-of-levels", "whole-numbers", "control-characters"],
)
def test_the_schema_cannot_say_what_the_loader_finds(keys: dict[str, Any], message: str) -> None:
    document = a_framework(dimensions=0) | keys
    assert any(message in one.message for one in findings("framework", as_yaml(document).encode()))
    assert complaints("framework", document) == []


def test_the_loader_measures_a_line_after_runs_of_white_space_became_one_space() -> None:
    document = a_framework(title="a" + " " * 2_000 + "b")
    assert [one.code for one in findings("framework", as_yaml(document).encode())] == ["RF110"]  # the file's name
    assert [said.partition(":")[0] for said in complaints("framework", document)] == ["$.title"]
