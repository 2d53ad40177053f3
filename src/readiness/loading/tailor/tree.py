"""Plain values with their places, changed by copying only what lies on the way."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

from readiness.diagnostics import Path
from readiness.loading.places import Mark, MarkElsewhere, Node

__all__ = ["Edit", "Tree", "is_inherited", "key_in", "placed_in", "text_of"]


_NOWHERE: Mapping[str | int, Mark] = MappingProxyType({})


class Tree(NamedTuple):
    """A value of a document, and where it and its parts stand."""

    value: Any
    node: Node

    def part(self, key: str | int) -> Tree:
        """Return the value under a key or an index."""
        return Tree(self.value[key], self.node.parts[key])

    def at(self, path: Path) -> Tree:
        """Return the value at a path."""
        tree = self
        for key in path:
            tree = tree.part(key)
        return tree

    def with_parts(self, parts: Mapping[str | int, Tree], marks: Mapping[str | int, Mark] = _NOWHERE) -> Tree:
        """Return a copy in which some keys have other values; new ones come last, and stand at their marks."""
        mark, keys, nodes = self.node
        nodes = {**nodes, **{key: part.node for key, part in parts.items()}}
        if isinstance(self.value, dict):
            values = {key: part.value for key, part in parts.items()}
            return Tree({**self.value, **values}, Node(mark, {**keys, **marks}, nodes))
        listed = list(self.value)
        for key, part in parts.items():
            listed[int(key) : int(key) + 1] = [part.value]
        return Tree(tuple(listed), Node(mark, keys, nodes))

    def with_entries(self, entries: Iterable[Tree]) -> Tree:
        """Return a copy of a list with more entries."""
        return self.with_parts(dict(enumerate(entries, start=len(self.value))))

    def without(self, gone: Collection[str | int]) -> Tree:
        """Return a copy without some keys of a mapping, or some indexes of a list."""
        mark, keys, nodes = self.node
        if isinstance(self.value, dict):
            left = [key for key in self.value if key not in gone]
            return Tree(
                {key: self.value[key] for key in left},
                Node(mark, {key: keys[key] for key in left}, {key: nodes[key] for key in left}),
            )
        kept = [index for index in range(len(self.value)) if index not in gone]
        value = tuple(self.value[index] for index in kept)
        return Tree(value, Node(mark, keys, {new: nodes[old] for new, old in enumerate(kept)}))

    def edited(self, edits: Mapping[Path, Edit]) -> Tree:
        """Return a copy in which the value at each path is what its edit makes of it, inner ones first."""
        below: dict[str | int, dict[Path, Edit]] = {}
        for path, edit in edits.items():
            if path:
                below.setdefault(path[0], {})[path[1:]] = edit
        tree = self.with_parts({key: self.part(key).edited(inner) for key, inner in below.items()}) if below else self
        return edits[()](tree) if () in edits else tree


Edit: TypeAlias = Callable[[Tree], Tree]
"""Makes another value of a value."""


def placed_in(node: Node, file: str) -> Node:
    """Return a tree of places that name their file, so that they can stand among those of another file."""
    keys = {key: _elsewhere(mark, file) for key, mark in node.keys.items()}
    return Node(_elsewhere(node.mark, file), keys, {key: placed_in(part, file) for key, part in node.parts.items()})


def _elsewhere(mark: Mark, file: str) -> MarkElsewhere:
    if isinstance(mark, MarkElsewhere):
        return mark
    placed = MarkElsewhere(*mark)
    placed.file = file
    return placed


def is_inherited(node: Node) -> bool:
    """Tell whether a value comes from the base, and not from the file that tailors it."""
    return isinstance(node.mark, MarkElsewhere)


def text_of(value: Any) -> str:
    """Return an id or a version as its author wrote it: `2024` and `1.10` are numbers to YAML."""
    return str(getattr(value, "text", value))


def key_in(mapping: dict[str | int, Any], key: str | int) -> str | int:
    """Return the key of a mapping that reads the same, or the key itself: one may be a text, the other a number."""
    if key in mapping:
        return key
    written = text_of(key)
    other: str | int = int(written) if isinstance(key, str) and written.isascii() and written.isdigit() else written
    return other if other in mapping and text_of(other) == written else key
