"""What there is to assess with: frameworks, and the schemas of the documents."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from readiness.diagnostics import InvalidDocument
from readiness.errors import UnknownName
from readiness.loading.load import Library, load_framework

if TYPE_CHECKING:
    from readiness.model.framework import Framework

__all__ = ["SCHEMAS", "find_framework", "list_frameworks", "schema"]

SCHEMAS = ("framework", "assessment", "result")
"""The formats that have a JSON Schema."""


def find_framework(name: str) -> tuple[Framework, str]:
    """Return a framework, by id or by file, and the file it came from.

    Raises:
        UnknownName: there is no such framework.
        InvalidDocument: it has errors.
    """
    is_file = name.endswith((".yaml", ".yml")) or os.sep in name
    library = Library.beside(name if is_file else "./")
    document = library.compose(load_framework(name)) if is_file else library.load(name)
    if document is None:
        raise UnknownName("framework", name, known=library.ids())
    if document.model is None:
        raise InvalidDocument(f"{document.file} has errors", diagnostics=document.diagnostics, text=document.text)
    return document.model, document.file


def list_frameworks() -> list[tuple[Framework, str]]:
    """Return the frameworks of this folder and the bundled ones, by id, with their files; broken ones are left out."""
    library = Library.beside("./")
    documents = [document for id_ in library.ids() if (document := library.load(id_))]
    return [(document.model, document.file) for document in documents if document.model is not None]


def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema of a document format.

    Raises:
        UnknownName: there is no such format.
    """
    from readiness.loading.schemas import document_schema
    from readiness.model.assessment import Assessment
    from readiness.model.framework import Framework
    from readiness.report.json_result import result_schema

    match name:
        case "framework":
            return document_schema(Framework)
        case "assessment":
            return document_schema(Assessment)
        case "result":
            return result_schema()
        case _:
            raise UnknownName("schema", name, known=SCHEMAS)
