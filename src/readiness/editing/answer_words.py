"""An answer in a few words, for messages."""

from __future__ import annotations

from collections.abc import Mapping

from readiness.editing.layout import flow_text
from readiness.editing.values import written_value
from readiness.loading.plain_values import comparable
from readiness.model.order import Place

__all__ = ["differing", "short_answer"]

_BESIDE = frozenset({"note", "evidence", "confidence", "by", "on", "votes"})
"""Keys that an answer of any type can have."""
_LONGEST = 200


def short_answer(values: Mapping[str, object] | None) -> str:
    """Return what an answer says as it is written, without what stands beside it, such as `level: 3`."""
    if not values:
        return "not answered"
    own = {key: value for key, value in values.items() if key not in _BESIDE}
    return _cut(own or values)


def differing(one: Mapping[str, object] | None, *others: Mapping[str, object] | None) -> list[str]:
    """Return several versions of an answer, each with what it answers and with what differs between them."""
    versions = [version or {} for version in (one, *others)]
    keys = dict.fromkeys(key for version in versions for key in version)
    apart = {key for key in keys if len({repr(comparable(version.get(key))) for version in versions}) > 1}
    shown = apart | (set(keys) - _BESIDE)
    ordered = sorted(shown, key=lambda key: (key in _BESIDE, list(keys).index(key)))
    return [
        _cut({key: version[key] for key in ordered if key in version}) if version else "not answered"
        for version in versions
    ]


def _cut(values: Mapping[str, object]) -> str:
    text = flow_text(written_value(values, flow_from=0), Place(()))[1:-1]
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
