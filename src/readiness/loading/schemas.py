"""JSON Schema of the documents, made from the models that read them."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from readiness.loading.choices import told_apart
from readiness.model.base import Model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import core_schema

__all__ = ["DIALECT", "document_schema", "framework_schema"]

DIALECT = GenerateJsonSchema.schema_dialect
"""Draft 2020-12."""


def document_schema(model: type[Model]) -> dict[str, Any]:
    """Return the JSON Schema, draft 2020-12, of what the loader accepts for a model."""
    schema = model.model_json_schema(by_alias=True, mode="validation", schema_generator=_Generator)
    described = {cls.__name__: _descriptions(cls) for cls in _subclasses(Model)}
    for name, part in {model.__name__: schema, **schema.get("$defs", {})}.items():
        part["title"] = _title(name)
        for key, field in part.get("properties", {}).items():
            field.pop("title", None)  # pydantic makes it of the field's name, which says it already
            if key in described.get(name, {}):
                field["description"] = described[name][key]
    return {"$schema": DIALECT} | told_apart(schema)


def framework_schema() -> dict[str, Any]:
    """Return the JSON Schema of a framework file: a framework by itself, or one that extends another.

    One key decides, so that an editor marks a misspelt key and not the whole file.
    """
    from readiness.model.framework import Framework
    from readiness.model.tailored import TailoredFramework

    parts: dict[str, Any] = {}
    for model in (Framework, TailoredFramework):
        schema = document_schema(model)
        parts |= schema.pop("$defs") | {model.__name__: {key: schema[key] for key in schema if key != "$schema"}}
    return {
        "$schema": DIALECT,
        "title": "Framework file",
        "properties": {"extends": {"description": "Makes the file a tailored framework: it says what is different."}},
        "if": {"required": ["extends"]},
        "then": {"$ref": f"#/$defs/{TailoredFramework.__name__}"},
        "else": {"$ref": f"#/$defs/{Framework.__name__}"},
        "$defs": parts,
    }


def _title(class_name: str) -> str:
    """Return what an editor shows for a class: `Level question` for `LevelQuestion`."""
    return " ".join(re.findall(r"[A-Z][a-z]*", class_name)).capitalize()


class _Generator(GenerateJsonSchema):
    """Says all that the models check and JSON Schema can say."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Let a number stand for text, as the reader does, unless no number is written as the pattern wants it."""
        described = super().str_schema(schema)
        pattern = described.get("pattern")
        if pattern is None:
            return described | {"type": ["string", "number"]}
        if re.match(pattern, "1.5"):
            return described | {"type": ["string", "number"], "minimum": 0}  # no pattern begins with a minus
        return described

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Refuse keys that do not fit; the keys of JSON are text, whole numbers too."""
        keys = self.generate_inner(schema["keys_schema"])
        names = {key: keys[key] for key in ("pattern", "maxLength") if key in keys}
        described: JsonSchemaValue = {
            "type": "object",
            "propertyNames": {"pattern": r"^-?(0|[1-9][0-9]*)$"} if keys["type"] == "integer" else names,
            "additionalProperties": self.generate_inner(schema["values_schema"]),
        }
        self.update_with_validations(described, schema, self.ValidationsMapping.object)
        return described

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Name a default only where it is a value that an author could write."""
        described = super().default_schema(schema)
        if described.get("default") in (None, [], {}) or isinstance(described["default"], dict):
            described.pop("default", None)
        return described

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Say null as one more type, where there are types, instead of as an alternative."""
        described = self.generate_inner(schema["schema"])
        types = described.get("type")
        if types is None or "enum" in described or "const" in described:
            return super().nullable_schema(schema)
        return described | {"type": [*([types] if isinstance(types, str) else types), "null"]}

    def encode_default(self, dft: Any) -> Any:
        """Return a default as JSON has it; an exact number as a number."""
        if isinstance(dft, Fraction):
            return int(dft) if dft.denominator == 1 else float(dft)
        return super().encode_default(dft)


def _subclasses(cls: type[Model]) -> Iterator[type[Model]]:
    for child in cls.__subclasses__():
        yield child
        yield from _subclasses(child)


def _descriptions(cls: type[Model]) -> dict[str, str]:
    """Return what the docstrings below the fields of a class, its bases included, say."""
    found: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        if issubclass(base, Model) and base is not Model:
            found |= _own_descriptions(base)
    cls.model_rebuild()  # settles the aliases
    return {str(field.alias): found[name] for name, field in cls.model_fields.items() if name in found}


def _own_descriptions(cls: type[Model]) -> dict[str, str]:
    body = ast.parse(textwrap.dedent(inspect.getsource(cls))).body[0]
    assert isinstance(body, ast.ClassDef)
    return {
        field.target.id: inspect.cleandoc(text.value.value)
        for field, text in pairwise(body.body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }
