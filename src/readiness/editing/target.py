"""A mapping in the text of a document that is to be edited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from readiness.editing.values import NEVER
from readiness.loading.syntax import Collection, Entry
from readiness.model.order import Place

__all__ = ["Changes", "Target", "name_of"]

Changes: TypeAlias = Mapping[str, Any]
"""By key: the value to be, or None for none."""


class Target(NamedTuple):
    """A mapping to be edited."""

    entry: Entry
    """The key that holds it."""
    holder: Collection
    """How it is written."""
    values: Mapping[Any, Any]
    """What it says."""
    place: Place
    """Where in a document it stands."""
    order: Sequence[str]
    """The keys that it can have, in the order in which new ones are put."""
    is_spaced: bool = False
    """Whether empty lines stand between its entries."""
    flow_from: int = NEVER
    """At which depth of new entries collections stand in brackets, where they fit on a line."""

    def rank(self, key: str) -> int:
        """Return how far down a key belongs."""
        return self.order.index(key) if key in self.order else len(self.order)

    def value_of(self, key: str) -> Any:  # noqa: ANN401
        """Return what a key says, however a number is written that it consists of."""
        return next(value for name, value in self.values.items() if name_of(name) == key)

    def below(self, key: str) -> Place:
        """Return where the value of a key stands."""
        return self.place.below(key, tuple(map(name_of, self.values)))


def name_of(key: object) -> str:
    """Return a key as it is written: an id such as `2024` is a whole number in plain values."""
    return str(getattr(key, "text", key))
