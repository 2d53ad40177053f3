"""Mappings in brackets, with entries put, replaced and removed; what is not changed stays as it is written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from readiness.editing.layout import flow_text
from readiness.editing.replacements import Replacements
from readiness.editing.target import Changes, Target
from readiness.editing.values import DAY, written_value
from readiness.editing.written import Written, key_of, start_of
from readiness.loading.plain_values import comparable
from readiness.loading.syntax import Collection, Entry, Scalar, Value
from readiness.model.order import Place

__all__ = ["in_brackets"]


def in_brackets(written: Written, target: Target, changes: Changes, *, is_json: bool) -> str:
    """Return a mapping in brackets with its changes.

    Args:
        written: The text in which it stands.
        target: The mapping.
        changes: By key: the value to be, or None for none.
        is_json: Whether keys and texts have to be in quotes.
    """
    holder = target.holder
    inner = Replacements(offset=holder.start)
    entries = list(holder.entries)
    kept = [entry for entry in entries if changes.get(key_of(entry), ...) is not None]
    for entry in kept:
        value = changes.get(key_of(entry), ...)
        if value is not ... and comparable(target.value_of(key_of(entry))) != comparable(value):
            made = _value(value, target.place.below(key_of(entry), ()), is_json=is_json)
            inner.replace(written.after_colon(entry), written.end(entry), f" {made}")
    for start, end in _spans_of_gone(written, entries, kept):
        inner.replace(start, end, "")
    new = _new_entries(target, changes, {key_of(entry) for entry in entries}, is_json=is_json)
    if new:
        inner.put(written.end(entries[-1]) if entries else holder.end - 1, ", ".join([*([""] if kept else []), *new]))
    return inner.made_in(written.text[holder.start : holder.end])


def _new_entries(target: Target, changes: Changes, known: Iterable[str], *, is_json: bool) -> list[str]:
    added = sorted((key for key, value in changes.items() if value is not None and key not in known), key=target.rank)
    return [
        f"{_value(key, target.place, is_json=is_json)}: "
        f"{_value(changes[key], target.place.below(key, ()), is_json=is_json)}"
        for key in added
    ]


def _spans_of_gone(written: Written, entries: Sequence[Entry], kept: Sequence[Entry]) -> Iterator[tuple[int, int]]:
    """Yield what to cut so that each entry goes together with a comma."""
    first_kept = next((index for index, entry in enumerate(entries) if entry in kept), len(entries))
    if first_kept:
        yield start_of(entries[0]), start_of(entries[first_kept]) if kept else written.end(entries[-1])
    for index in range(first_kept + 1, len(entries)):
        if entries[index] not in kept:
            yield written.end(entries[index - 1]), written.end(entries[index])


def _value(value: object, place: Place, *, is_json: bool) -> str:
    made = written_value(value, flow_from=0)
    return _as_json(made) if is_json else flow_text(made, place)


def _as_json(value: Value) -> str:
    if isinstance(value, Collection):
        parts = [(f"{json.dumps(key_of(one))}: " if one.key else "") + _as_json(one.value) for one in value.entries]
        return "{" + ", ".join(parts) + "}" if value.is_mapping else "[" + ", ".join(parts) + "]"
    assert isinstance(value, Scalar), "what is written new has no aliases"
    return json.dumps(value.value, ensure_ascii=False) if value.style or DAY.fullmatch(value.raw) else value.raw
