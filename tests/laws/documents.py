"""Random documents made from a JSON Schema, and random mistakes in them.

The schema decides what there is to draw, so a new key of a model is drawn by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from decimal import Decimal
from functools import cache
from random import Random
from typing import Any

from hypothesis import strategies as st

from readiness.workflows import schema

__all__ = ["FORMATS", "as_json", "documents", "mistaken", "schema_of"]

FORMATS = ("framework", "assessment")
TEXTS = (
    *(
        "a",
        "b",
        "q1",
        "x-1",
        "2024",
        "Some words.",
        "é",
        "yes",
        "no",
        "null",
        "~",
        "*",
        "a/b",
        "a b",
        "-a",
        "",
        " ",
        "\u00a0",
    ),
    *("1.0.0", "1.0", "^1", "^1.2", "GBP", "gbp", "maturity-5", "level", "mean", "framework/1", "assessment/1"),
    *("2026-11-20", "2026-02-30", "20261120", "2026-W47-5", "2999-12-31", "3000-01-01", "0000-01-01"),
    *("two\nlines", "x" * 80, "x" * 81, "x" * 2_000, "x" * 2_001),
)
NUMBERS: tuple[int | Decimal, ...] = (
    *(0, 1, 2, 3, 4, 5, 40, 41, 240, 241, 2026, -1, 10**15, 10**15 - 1, -(10**15)),
    *map(Decimal, ("0.5", "-0.5", "1.5")),
)
OTHERS: tuple[Any, ...] = (None, True, False, [], {})
"""Values that a mistake puts where another should be."""
SHARE_OF_OPTIONAL = 0.3
MOST_DEPTH = 5
"""Below it only what is required is drawn."""

Schema = Mapping[str, Any]


@cache
def schema_of(format_name: str) -> Schema:
    """Return the schema of a format, draft 2020-12."""
    return schema(format_name)


@st.composite
def documents(draw: st.DrawFn, format_name: str) -> Any:  # noqa: ANN401  any value of a document
    """Draw a document that its schema accepts, as plain values."""
    whole = schema_of(format_name)
    return _Drawn(draw, whole["$defs"]).value(whole, 0)


def _chance(draw: st.DrawFn) -> Random:
    """Return one source of chance for a whole document: a draw for each value would take a hundred times as long."""
    return Random(draw(st.integers(0, 2**63)))  # noqa: S311


class _Drawn:
    """Draws values that a schema accepts."""

    def __init__(self, draw: st.DrawFn, parts: Mapping[str, Schema]) -> None:
        self.draw = draw
        self.chance = _chance(draw)
        self.parts = parts

    def value(self, wanted: Schema, depth: int) -> Any:  # noqa: ANN401
        if not wanted:
            return self.chance.choice([None, True, 2, "text", [1], {"a": 1}])
        if "$ref" in wanted:
            return self.value(self.parts[wanted["$ref"].rpartition("/")[2]], depth)
        if "if" in wanted:
            return self.value(self.chance.choice(list(_branches(wanted))), depth)
        if "const" in wanted:
            return wanted["const"]
        if "enum" in wanted:
            return self.chance.choice(wanted["enum"])
        if "type" not in wanted:
            return self.value(self.chance.choice(wanted["anyOf"]), depth)
        kinds = wanted["type"] if isinstance(wanted["type"], list) else [wanted["type"]]
        return self.of_kind(self.chance.choice(kinds), wanted, depth)

    def of_kind(self, kind: str, wanted: Schema, depth: int) -> Any:  # noqa: ANN401
        match kind:
            case "object":
                return self.mapping(wanted, depth)
            case "array":
                length = wanted.get("minItems", 0) + self.chance.randint(0, 1)
                return [self.value(wanted["items"], depth + 1) for _ in range(length)]
            case "string":
                return self.text(wanted)
            case "number" | "integer":
                return self.chance.choice([number for number in NUMBERS if _fits(number, wanted, kind)])
            case "boolean":
                return self.chance.random() < 0.5
            case _:
                return None

    def mapping(self, wanted: Schema, depth: int) -> dict[Any, Any]:
        if "properties" not in wanted:
            names = [self.key(wanted["propertyNames"]) for _ in range(self.chance.randint(1, 2))]
            return {name: self.value(wanted["additionalProperties"], depth + 1) for name in names}
        required, optional = self.keys(wanted)
        share = SHARE_OF_OPTIONAL if depth < MOST_DEPTH else 0
        chosen = [*required, *(key for key in optional if self.chance.random() < share)]
        fields = {key: wanted["properties"][key] for key in chosen}
        return {
            key: self.value(_given(field) if key in required else field, depth + 1) for key, field in fields.items()
        }

    def keys(self, wanted: Schema) -> tuple[list[str], list[str]]:
        """Return the keys that have to be there and those that may be; of alternatives, one."""
        required, optional = list(wanted.get("required", ())), list(wanted["properties"])
        alternatives = wanted.get("oneOf") or wanted.get("anyOf") or ()
        if alternatives:
            (chosen,) = self.chance.choice(alternatives)["required"]
            others = {key for one in alternatives for key in one["required"]}
            optional = [key for key in optional if key not in others]
            required.append(chosen)
        return required, [key for key in optional if key not in required]

    def key(self, wanted: Schema) -> str | int:
        text = self.text(wanted)
        return int(text) if re.fullmatch(r"-?[0-9]+", text) else text

    def text(self, wanted: Schema) -> str:
        pattern = wanted.get("pattern", "")
        least, most = wanted.get("minLength", 0), wanted.get("maxLength", 10_000)
        texts = [text for text in TEXTS if re.search(pattern, text) and least <= len(text) <= most]
        if wanted.get("format") == "date":
            texts = ["2026-11-20", "2999-12-31"]
        if not texts:
            texts = [self.draw(st.from_regex(re.compile(pattern), fullmatch=True))]
        return self.chance.choice(texts)


def _branches(wanted: Schema) -> Iterator[Schema]:
    """Yield the members of a choice that is made by `if`, `then` and `else`."""
    while "if" in wanted:
        yield wanted["then"]
        wanted = wanted["else"]
    if "$ref" in wanted:
        yield wanted


def _given(wanted: Schema) -> Schema:
    """Return what a value may be that is not null."""
    if isinstance(wanted.get("type"), list):
        return {**wanted, "type": [kind for kind in wanted["type"] if kind != "null"]}
    return {**wanted, "anyOf": [one for one in wanted.get("anyOf", ()) if one != {"type": "null"}]}


def _fits(number: int | Decimal, wanted: Schema, kind: str) -> bool:
    return (
        (kind == "number" or isinstance(number, int))
        and number >= wanted.get("minimum", number)
        and number <= wanted.get("maximum", number)
        and ("exclusiveMinimum" not in wanted or number > wanted["exclusiveMinimum"])
        and ("exclusiveMaximum" not in wanted or number < wanted["exclusiveMaximum"])
    )


# --- mistakes -----------------------------------------------------------------------------------------------------


@st.composite
def mistaken(draw: st.DrawFn, whole: st.SearchStrategy[Any], most: int = 3) -> Any:  # noqa: ANN401
    """Draw a document and make up to so many mistakes in it: keys lost, misspelt or added, values of another kind."""
    document, chance = deepcopy(draw(whole)), _chance(draw)
    for _ in range(chance.randint(0, most)):
        places = list(_places(document))
        if places:
            _spoil(chance, *chance.choice(places))
    return document


def _places(value: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in entries:
        yield value, key
        yield from _places(part)


def _spoil(chance: Random, holder: Any, key: Any) -> None:  # noqa: ANN401
    kind = chance.choice(["drop", "misspell", "add", "replace", "replace", "replace", "wrap", "unwrap"])
    value = holder[key]
    match kind:
        case "drop":
            del holder[key]
        case "misspell" if isinstance(holder, dict):
            holder[f"{key}s"] = holder.pop(key)
        case "add" if isinstance(holder, dict):
            holder[chance.choice(["extra", "type", "level", "done", "is", "below", "all", "not", 1])] = value
        case "wrap":
            holder[key] = [value]
        case "unwrap" if isinstance(value, list | dict) and value:
            holder[key] = next(iter(value.values() if isinstance(value, dict) else value))
        case _:
            holder[key] = deepcopy(chance.choice([*TEXTS, *NUMBERS, *OTHERS]))


def as_json(value: Any) -> Any:  # noqa: ANN401
    """Return what a document holds as JSON would: text keys, lists, plain numbers."""
    match value:
        case dict():
            return {str(key): as_json(item) for key, item in value.items()}
        case tuple() | list():
            return [as_json(item) for item in value]
        case bool() | None | str():
            return value
        case int():
            return int(value)
        case _:
            return float(value)
