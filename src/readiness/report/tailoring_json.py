"""What a tailoring changed in a framework, as data."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from readiness.model.tailoring import Tailoring, Thing

__all__ = ["tailoring_json"]


def tailoring_json(record: Tailoring) -> dict[str, Any]:
    """Return a tailoring as plain values."""
    return {
        "framework": record.framework,
        "version": record.version,
        "base": {"id": record.base, "version": record.base_version, "title": record.base_title},
        **({"kept": [_thing(one) for one in record.kept]} if record.kept else {}),
        "changed": [
            {
                **_thing(one.thing),
                "keys": list(one.keys),
                "from": _plain(one.before),
                "to": _plain(one.after),
            }
            for one in record.changed
        ],
        "dropped": [{**_thing(one), "because": one.because or None} for one in record.dropped],
        "added": [_thing(one) for one in record.added],
    }


def _thing(one: Thing) -> dict[str, Any]:
    return {"kind": one.kind, "id": one.id, "title": one.title}


def _plain(value: Any) -> Any:  # noqa: ANN401  any value of a framework file
    """Return a value of a file as JSON has it; numbers that are not whole stand as they were written."""
    match value:
        case dict():
            return {str(key): _plain(one) for key, one in value.items()}
        case tuple():
            return [_plain(one) for one in value]
        case None | bool() | str():
            return value
        case int() | Fraction(denominator=1):
            return int(value)
        case _:
            return str(value)
