"""JSON Schema of draft 2020-12 said in draft-07, which most editors read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

__all__ = ["as_draft_07"]

_DIALECT = "http://json-schema.org/draft-07/schema#"
_SAID_THE_SAME = frozenset(
    {
        *("$comment", "$id", "const", "default", "description", "enum", "examples", "format", "title", "type"),
        *("exclusiveMaximum", "exclusiveMinimum", "maximum", "minimum", "multipleOf"),
        *("maxItems", "maxLength", "maxProperties", "minItems", "minLength", "minProperties"),
        *("pattern", "required", "uniqueItems"),
    }
)
_HOLD_A_SCHEMA = frozenset({"additionalProperties", "contains", "else", "if", "items", "not", "propertyNames", "then"})
_HOLD_A_LIST = frozenset({"allOf", "anyOf", "oneOf"})
_HOLD_NAMES = frozenset({"$defs", "patternProperties", "properties"})
_NEW_NAMES = {"$defs": "definitions"}


def as_draft_07(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return a schema of draft 2020-12 in draft-07.

    `$defs` becomes `definitions`. Draft-07 reads nothing that stands beside `$ref`: such a `$ref` moves into `allOf`.

    Raises:
        ValueError: a keyword has no equal in draft-07, or none that is known here.
    """
    return {"$schema": _DIALECT} | _said({key: value for key, value in schema.items() if key != "$schema"})


def _said(schema: Mapping[str, Any]) -> dict[str, Any]:
    said = {_NEW_NAMES.get(keyword, keyword): _value(keyword, value) for keyword, value in schema.items()}
    if "$ref" in said and len(said) > 1:
        return {"allOf": [{"$ref": said.pop("$ref")}, *said.pop("allOf", ())]} | said
    return said


def _value(keyword: str, value: Any) -> Any:
    if keyword in _SAID_THE_SAME:
        return value
    if keyword == "$ref":
        return str(value).replace("#/$defs/", "#/definitions/")
    if keyword in _HOLD_A_SCHEMA:
        return _said(value) if isinstance(value, Mapping) else value  # true and false are schemas too
    if keyword in _HOLD_A_LIST:
        return [_said(one) for one in value]
    if keyword in _HOLD_NAMES:
        return {name: _said(one) for name, one in value.items()}
    raise ValueError(f"draft-07 has no equal of {keyword!r}")
