"""What commands print as JSON, held against the schema that is published for it."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from readiness.workflows import schema

__all__ = ["fitting"]


def fitting(name: str, printed: str) -> dict[str, Any]:
    """Return what a command printed, which fits the schema of its format."""
    value = json.loads(printed)
    found = [f"{error.json_path}: {error.message}" for error in _validator(name).iter_errors(value)]
    assert found == []
    return dict(value)


@cache
def _validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(schema(name))
