"""What a check yields: a rule broken at a path. Places in the file are looked up later."""

from __future__ import annotations

from dataclasses import dataclass

from readiness.diagnostics import Path

__all__ = ["Finding", "Respelling"]


@dataclass(frozen=True, slots=True)
class Respelling:
    """What a key or a value says, and what it is sure to mean."""

    written: str
    meant: str
    is_plain: bool = False
    """Without quotes: a number, true or false, where text is written."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule broken at one path of a document."""

    code: str
    path: Path
    message: str
    at_key: bool = False
    """Point at the key that ends the path, not at its value."""
    label: str = ""
    related: tuple[tuple[Path, str], ...] = ()
    """Other paths of the same document, each with its label."""
    help: str = ""
    fix: Respelling | None = None
    """A repair of the key or value at the path, only where nothing else can be meant."""
