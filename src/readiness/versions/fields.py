"""Compares the fields of two things, one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from readiness.model.base import Model
from readiness.versions.change import Change, Effect, Kind
from readiness.versions.names import plain

__all__ = ["Known", "differing"]

Known: TypeAlias = Mapping[str, tuple[Kind, Effect]]
"""What it means when a field differs."""
_CAUTION = (Kind.SCORING, Effect.MOVES)
"""For a field that nobody has said anything about: a field that is new to the language may well move scores."""


def differing(
    old: Model, new: Model, told_of: Change, *, known: Known, skipped: frozenset[str] = frozenset()
) -> Iterator[Change]:
    """Yield each field that differs, told as a change of the thing that `told_of` names."""
    for name, field in type(new).model_fields.items():
        if name in skipped:
            continue
        before, after = plain(getattr(old, name)), plain(getattr(new, name))
        if before != after:
            kind, effect = known.get(name, _CAUTION)
            key = str(field.alias or name)
            yield replace(told_of, kind=kind, effect=effect, field=key, before=before, after=after)
