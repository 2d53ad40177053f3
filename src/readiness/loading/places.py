"""What a text says and where it says it: a tree of places beside the plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from readiness.loading.yaml_values import is_canonical_int

if TYPE_CHECKING:
    from readiness.diagnostics import Path

__all__ = ["Mark", "MarkElsewhere", "Node", "Problem", "Source"]

_NOTHING: Mapping[Any, Any] = MappingProxyType({})


class Mark(NamedTuple):
    """A stretch of one line; lines and columns count from 1, the end is exclusive."""

    line: int
    column: int
    end_column: int


class MarkElsewhere(Mark):
    """A stretch of a line of another file: where values of several files stand in one tree."""

    file: str


class Node(NamedTuple):
    """Where a value stands, and where its keys and parts stand."""

    mark: Mark
    keys: Mapping[str | int, Mark] = _NOTHING
    parts: Mapping[str | int, Node] = _NOTHING

    def find(self, path: Path) -> tuple[Node, int]:
        """Return the deepest known node on a path, and how many steps of the path lead to it."""
        node, steps = self, 0
        for step in path:
            if step not in node.parts:
                break
            node, steps = node.parts[step], steps + 1
        return node, steps

    def written(self, path: Path) -> Path:
        """Return a path as the document has it: an id such as `2024` is a whole number there."""
        node, steps = self, list(path)
        for index, step in enumerate(path):
            if isinstance(step, str) and step not in node.keys and is_canonical_int(step):
                steps[index] = int(step)
            node = node.parts.get(steps[index], node)  # a union's tag is no step of the document
        return tuple(steps)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that keeps the text from being plain, safe YAML 1.2."""

    code: str
    message: str
    mark: Mark
    help: str = ""
    other: Mark | None = None
    """A second place that explains the first."""
    label: str = "first defined here"
    """What the second place is."""
    end_of_copy: int | None = None
    """For a key that stands twice with the same value on its line: the column behind the value."""


@dataclass(frozen=True, slots=True)
class Source:
    """A text, what it says, and where it says it."""

    value: Any
    root: Node
    problems: tuple[Problem, ...]
    readable: bool
    """False when the text broke off before its end: the value is then not to be used."""
