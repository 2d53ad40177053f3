"""What the JSON Schema of a result is put together from."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from typing import Any

__all__ = [
    "DAY",
    "ESTIMATE",
    "EVIDENCED",
    "MAYBE",
    "NUMBER",
    "NUMBERS",
    "STANDING",
    "TEXT",
    "TEXT_OR_NULL",
    "WHOLE",
    "YES_NO",
    "Described",
    "Schema",
    "closed",
    "list_of",
    "map_of",
    "one_of",
    "or_null",
]

Schema = dict[str, Any]
Described = dict[str, tuple[Schema, str]]
"""For each key: what its value is, and what it says."""

TEXT: Schema = {"type": "string"}
TEXT_OR_NULL: Schema = {"type": ["string", "null"]}
WHOLE: Schema = {"type": "integer"}
YES_NO: Schema = {"type": "boolean"}
DAY: Schema = {"type": "string", "format": "date"}
NUMBER: Schema = {"$ref": "#/$defs/number"}
MAYBE: Schema = {"anyOf": [NUMBER, {"type": "null"}]}
ESTIMATE: Schema = {"$ref": "#/$defs/estimate"}


def closed(described: Described, description: str = "", *, optional: Collection[str] = ()) -> Schema:
    """Return an object with exactly these keys, but for those that may be left out."""
    properties = {key: {**schema, "description": words} for key, (schema, words) in described.items()}
    required = [key for key in properties if key not in optional]
    closed = {"type": "object", "properties": properties, "required": required, "additionalProperties": False}
    return {"description": description} | closed if description else closed


def one_of(values: type[StrEnum], *, nullable: bool = False) -> Schema:
    """Return one of the values of an enumeration."""
    return {"enum": [*(one.value for one in values), *([None] if nullable else [])]}


def list_of(items: Schema) -> Schema:
    """Return a list."""
    return {"type": "array", "items": items}


def map_of(values: Schema) -> Schema:
    """Return an object with any keys."""
    return {"type": "object", "additionalProperties": values}


def or_null(one: Schema) -> Schema:
    """Return what may be null."""
    return {"anyOf": [one, {"type": "null"}]}


_EXACT: Described = {
    "exact": ({"type": "string", "pattern": r"^-?[0-9]+(/[0-9]+)?$"}, "A whole number or a fraction such as 8/3."),
    "value": ({"type": "number"}, "The same, rounded to four decimals."),
}
STANDING: Described = {
    "level": ({"type": ["integer", "null"]}, "The level that the score has reached."),
    "band": (TEXT_OR_NULL, "The name of the band; null where there are none."),
    "score": (MAYBE, "The score; null when there is none."),
    "low": (MAYBE, "The lowest score that missing answers can lead to."),
    "high": (MAYBE, "The highest."),
    "target": (MAYBE, "The score at the target; null without one."),
    "gap": (MAYBE, "How far the score is from its target."),
}
"""Where a node stands."""
EVIDENCED: Described = {
    "evidenced": (MAYBE, "The score that evidence in date carries."),
    "answered": (WHOLE, "How many questions are answered."),
    "applicable": (WHOLE, "How many apply."),
}
"""How far answers and evidence carry it."""
NUMBERS: Schema = {"number": closed(_EXACT, "An exact number, and the same rounded.")}
"""What `NUMBER` refers to."""
