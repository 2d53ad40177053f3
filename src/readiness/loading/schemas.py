"""JSON Schema of the documents, made from the models that read them."""

from __future__ import annotations

import ast
import inspect
import textwrap
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from readiness.model.base import Model

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["document_schema"]


def document_schema(model: type[Model]) -> dict[str, Any]:
    """Return the JSON Schema, draft 2020-12, of what the loader accepts for a model."""
    schema = model.model_json_schema(by_alias=True, mode="validation")
    described = {cls.__name__: _descriptions(cls) for cls in _subclasses(Model)}
    for name, part in {model.__name__: schema, **schema.get("$defs", {})}.items():
        for key, field in part.get("properties", {}).items():
            field.pop("title", None)  # pydantic makes it of the field's name, which says it already
            if key in described.get(name, {}):
                field["description"] = described[name][key]
    return {"$schema": GenerateJsonSchema.schema_dialect} | schema


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
