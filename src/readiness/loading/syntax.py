"""How YAML is written, as a tree: every value with its text, its style and the comments around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, TypeAlias

__all__ = ["BLANK", "NOTHING", "Alias", "Collection", "Entry", "Scalar", "Syntax", "Value"]

BLANK: Final = ""
"""Stands for an empty line among comments."""


@dataclass(slots=True)
class Scalar:
    """A text, a number or a word."""

    raw: str
    """As it is written, without its anchor."""
    value: str
    """As YAML reads it, before a number or a word is made of it."""
    style: str
    """Empty for plain, otherwise the sign that it begins with: a quote, `|` or `>`."""
    anchor: str
    """With its `&`; empty when there is none."""
    start: int
    end: int
    """Where it ends in the text; a block ends where the next token begins."""


@dataclass(slots=True)
class Alias:
    """A name that stands for a value with an anchor."""

    raw: str
    start: int
    end: int


@dataclass(slots=True)
class Collection:
    """A mapping or a list."""

    is_mapping: bool
    is_flow: bool
    """Written in brackets."""
    anchor: str
    column: int
    """Where its lines begin, from 0."""
    entries: list[Entry] = field(default_factory=list)
    foot: list[str] = field(default_factory=list)
    """Comments below the last entry."""
    start: int = 0
    end: int = 0
    """Where its brackets begin and end in the text; a collection without brackets ends with its last entry."""


Value: TypeAlias = Scalar | Alias | Collection
NOTHING: Final = Alias("", 0, 0)
"""The value of a key until it is read."""


@dataclass(slots=True)
class Entry:
    """A key with its value, or an item of a list, and the comments that go with it."""

    key: Scalar | None
    value: Value
    before: list[str]
    """Comments on lines of their own above it, and `BLANK` for empty lines."""
    head: str = ""
    """A comment on the line of the key, above what the key holds."""
    after: str = ""
    """A comment behind the value."""


@dataclass(slots=True)
class Syntax:
    """How a whole text is written."""

    head: list[str]
    """Comments above the first key."""
    directives: list[str]
    """Lines such as `%YAML 1.2`."""
    root: Entry
    foot: list[str]
    """Comments below everything."""
    comments: list[str]
    """All comments, wherever they stand, in the order of the text."""
