"""A document written anew from its plain values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from readiness.editing.layout import entry_lines
from readiness.editing.values import key_and_value
from readiness.model.order import Place

__all__ = ["written_document"]

_IN_BRACKETS = 4
"""From this depth on, a collection stands in brackets: a vote has one line."""


def written_document(values: Mapping[str, Any]) -> str:
    """Return the text of a document that says this; it has no comments."""
    entries = (key_and_value(key, value, flow_from=_IN_BRACKETS) for key, value in values.items() if value is not None)
    return "\n".join(line for entry in entries for line in entry_lines(entry, Place(()), 0)) + "\n"
