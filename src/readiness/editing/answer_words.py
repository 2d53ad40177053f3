"""An answer in a few words, for messages."""

from __future__ import annotations

from collections.abc import Mapping

from readiness.editing.layout import flow_text
from readiness.editing.values import written_value
from readiness.model.order import Place

__all__ = ["short_answer"]

_BESIDE = frozenset({"note", "evidence", "confidence", "by", "on", "votes"})
"""Keys that an answer of any type can have."""
_LONGEST = 60


def short_answer(values: Mapping[str, object] | None) -> str:
    """Return what an answer says as it is written, without what stands beside it, such as `level: 3`."""
    if not values:
        return "not answered"
    own = {key: value for key, value in values.items() if key not in _BESIDE}
    text = flow_text(written_value(own or values, in_flow=True), Place(()))[1:-1]
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
