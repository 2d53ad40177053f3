"""The JSON Schema of a format accepts what the loader accepts, and refuses what is wrong in shape."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from readiness import resources
from readiness.loading.files import sniff
from readiness.loading.schemas import document_schema
from readiness.loading.yaml_source import read_yaml
from readiness.model.assessment import Assessment
from readiness.model.base import Model
from readiness.model.framework import Framework

DOCUMENTS = Path(__file__).parents[2] / "documents"
MODELS: dict[str, type[Model]] = {"framework": Framework, "assessment": Assessment}
NUMBERS_AS_TEXT = "texts-that-yaml-1.1-misreads"
ACCEPTED = [
    *sorted(resources.frameworks_dir().glob("*.yaml")),
    *sorted(resources.examples_dir().rglob("*.yaml")),
    *(path for path in sorted((DOCUMENTS / "ok").glob("*.yaml")) if path.stem != NUMBERS_AS_TEXT),
]
REFUSED = [
    path
    for code in ("RF006", "RF007", "RF008-wrong", "RF008-in-a", "RF009-a-list", "RF009-w", "RF010-not", "RF010-answer")
    for path in sorted((DOCUMENTS / "bad").glob(f"{code}*.yaml"))
]


def named(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


@cache
def validator(format_name: str) -> Draft202012Validator:
    return Draft202012Validator(document_schema(MODELS[format_name]))


def as_json(value: Any) -> Any:  # noqa: ANN401  any value of a document
    """Return what a document holds as JSON would: text keys, lists, plain numbers."""
    match value:
        case dict():
            return {str(key): as_json(item) for key, item in value.items()}
        case tuple():
            return [as_json(item) for item in value]
        case bool() | None | str():
            return value
        case int():
            return int(value)
        case _:
            return float(value)


def objects(schema: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:  # noqa: ANN401
    """Yield every part of a schema that lists properties."""
    if isinstance(schema, dict):
        if isinstance(schema.get("properties"), dict):
            yield path, schema
        for key, part in schema.items():
            yield from objects(part, f"{path}/{key}")
    elif isinstance(schema, list):
        for index, part in enumerate(schema):
            yield from objects(part, f"{path}/{index}")


@pytest.mark.parametrize("format_name", MODELS)
def test_the_schema_is_valid_json_schema(format_name: str) -> None:
    schema = document_schema(MODELS[format_name])
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("format_name", MODELS)
def test_every_property_has_a_description(format_name: str) -> None:
    missing = [
        f"{path}/{name}"
        for path, schema in objects(document_schema(MODELS[format_name]))
        for name, field in schema["properties"].items()
        if not field.get("description")
    ]
    assert missing == []


@pytest.mark.parametrize("format_name", MODELS)
def test_every_object_is_closed_and_names_its_keys_in_kebab_case(format_name: str) -> None:
    for path, schema in objects(document_schema(MODELS[format_name])):
        assert schema.get("additionalProperties") is False, path
        assert not [name for name in schema["properties"] if "_" in name or name != name.lower()]


@pytest.mark.parametrize("path", ACCEPTED, ids=named)
def test_the_schema_accepts_what_the_loader_accepts(path: Path) -> None:
    content = path.read_bytes()
    errors = validator(sniff(content)).iter_errors(as_json(read_yaml(content.decode()).value))
    assert [error.json_path for error in errors] == []


@pytest.mark.parametrize("path", REFUSED, ids=named)
def test_the_schema_refuses_what_is_wrong_in_shape(path: Path) -> None:
    content = path.read_bytes()
    assert not validator(sniff(content)).is_valid(as_json(read_yaml(content.decode()).value))


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("id", {"pattern": "^[A-Za-z0-9][A-Za-z0-9._-]*$", "maxLength": 80}),
        ("title", {"minLength": 1, "maxLength": 2_000}),
        ("version", {"pattern": r"^\d+\.\d+\.\d+$"}),
        ("readiness", {"const": "framework/1"}),
    ],
)
def test_limits_of_a_value_are_part_of_the_schema(name: str, rule: dict[str, Any]) -> None:
    field = document_schema(Framework)["properties"][name]
    assert {key: field.get(key) for key in rule} == rule
