"""A public instrument, such as a standard: the identifiers of its parts, which questions refer to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from readiness.model.base import Id, Line, Model, Text

__all__ = ["Instrument", "InstrumentItem"]


class InstrumentItem(Model):
    """One part of an instrument, as the instrument itself divides it."""

    kind: Line
    """What the instrument calls such a part: function, outcome, principle."""
    title: Line | None = None
    """Its short title; left out where it has none, or where none was checked."""
    within: Id | None = None
    """The item that holds it; left out at the top."""


class Instrument(Model):
    """The identifiers of a public instrument: facts about it, none of its text."""

    readiness: Literal["instrument/1"]
    """The format of this file."""
    id: Id
    """The name under which frameworks list it among their sources; also the file's name."""
    title: Line
    """Its name in reports."""
    publisher: Line
    """Who publishes it."""
    checked: Line
    """Where and when the identifiers were compared with a published copy."""
    note: Text | None = None
    """What the list leaves out, and what is not known."""
    items: Annotated[dict[Id, InstrumentItem], Field(min_length=1)]
    """Its parts, by identifier, in its own order. Those that hold no others are its outcomes."""

    @cached_property
    def holders(self) -> frozenset[str]:
        """The items that hold others."""
        return frozenset(item.within for item in self.items.values() if item.within is not None)

    @property
    def outcomes(self) -> tuple[str, ...]:
        """The items that hold no others, in order: what an organisation is asked to reach."""
        return tuple(id_ for id_ in self.items if id_ not in self.holders)

    def above(self, id_: str) -> Iterator[str]:
        """Yield the items that hold an item, nearest first."""
        seen = {id_}
        within = self.items[id_].within
        while within is not None and within in self.items and within not in seen:
            yield within
            seen.add(within)
            within = self.items[within].within
