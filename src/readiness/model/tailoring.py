"""What makes a framework a tailored one: the record that reports print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

__all__ = ["ChangedValue", "Tailoring", "Thing"]


@dataclass(frozen=True, slots=True)
class Thing:
    """A part of a framework that has an id."""

    kind: str
    """framework, area, question, action, target, fact, role or source."""
    id: str
    title: str
    because: str = ""
    """For what was dropped with something else: the id of that."""


@dataclass(frozen=True, slots=True)
class ChangedValue:
    """One value that is another than in the base."""

    thing: Thing
    keys: tuple[str, ...]
    """What leads to the value within the thing: `weight`, or `levels` and `3`."""
    before: Any
    """The plain value in the base, or its default; None when there was none."""
    after: Any
    """The plain value now; None when it was removed."""


@dataclass(frozen=True, slots=True)
class Tailoring:
    """How one framework was made of another."""

    framework: str
    """The id of the tailored framework."""
    version: str
    base: str
    """The id of the framework that it extends."""
    base_version: str
    base_title: str
    kept: tuple[Thing, ...] = ()
    """The questions that stay, in the order of the base; nothing when the tailoring file names none to keep."""
    changed: tuple[ChangedValue, ...] = ()
    """In the order of the tailoring file."""
    dropped: tuple[Thing, ...] = ()
    """In the order of the base; what goes with something else comes after it."""
    added: tuple[Thing, ...] = ()
    """In the order of the tailoring file."""
