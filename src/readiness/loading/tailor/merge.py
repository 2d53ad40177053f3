"""Merges what an author writes into what the base says, and keeps account of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from readiness.checks.finding import Finding
from readiness.errors import nearest
from readiness.loading.tailor.tree import Tree, is_inherited, key_in, text_of
from readiness.loading.yaml_source import shown
from readiness.model.tailoring import ChangedValue

if TYPE_CHECKING:
    from collections.abc import Mapping

    from readiness.diagnostics import Path
    from readiness.loading.places import Mark
    from readiness.model.tailoring import Thing

__all__ = ["Merge"]


@dataclass
class Merge:
    """Merges mappings key by key and lists of things with ids by id; anything else is replaced.

    Where an author changes, null removes a key, and what changes nothing is found. Where an author adds, neither holds.
    """

    thing: Thing
    """What is changed."""
    adding: bool = False
    defaults: Mapping[str, Any] = field(default_factory=dict)
    """What the keys of the thing stand for while they are left out."""
    changed: list[ChangedValue] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def mapping(self, base: Tree, own: Tree, path: Path, keys: tuple[str, ...] = ()) -> Tree:
        """Return a mapping of the base with what a mapping at a path of the tailoring file says."""
        parts: dict[str | int, Tree] = {}
        marks: dict[str | int, Mark] = {}
        gone: set[str | int] = set()
        for key, value in own.value.items():
            place, here, inner = key_in(base.value, key), (*path, key), (*keys, text_of(key))
            if value is None and self.adding and place in base.value:
                continue
            if value is None and not self.adding:
                gone |= self._removed(base, place, here, inner)
            elif place in base.value:
                parts[place] = self.value(base.part(place), own.part(key), here, inner)
            else:
                parts[place] = own.part(key)
                self._note_new(value, here, inner)
            if place in parts and not is_inherited(parts[place].node):
                marks[place] = own.node.keys[key]
        return (base.without(gone) if gone else base).with_parts(parts, marks)

    def value(self, base: Tree, own: Tree, path: Path, keys: tuple[str, ...]) -> Tree:
        """Return a value of the base with what a value at a path of the tailoring file says."""
        if isinstance(base.value, dict) and isinstance(own.value, dict):
            if not own.value:
                self._find_useless(path, keys)
            return self.mapping(base, own, path, keys)
        if _has_ids(base.value) and _has_ids(own.value):
            return self._entries(base, own, path, keys)
        self._note(base.value, own.value, path, keys)
        return own

    def _entries(self, base: Tree, own: Tree, path: Path, keys: tuple[str, ...]) -> Tree:
        """Return a list of the base in which entries with a known id are changed and others are added."""
        index_of = {text_of(one["id"]): index for index, one in enumerate(base.value)}
        known: dict[str | int, Tree] = {}
        new: list[Tree] = []
        for index, entry in enumerate(own.value):
            id_ = text_of(entry["id"])
            if id_ in index_of:
                at = index_of[id_]
                inner = self.mapping(base.part(at), own.part(index).without({"id"}), (*path, index), (*keys, id_))
                known[at] = inner
            else:
                new.append(own.part(index))
                self.changed.append(ChangedValue(self.thing, (*keys, id_), None, entry))
        return base.with_parts(known).with_entries(new)

    def _removed(self, base: Tree, place: str | int, path: Path, keys: tuple[str, ...]) -> set[str | int]:
        if place in base.value:
            self.changed.append(ChangedValue(self.thing, keys, base.value[place], None))
            return {place}
        close = nearest(text_of(place), [text_of(key) for key in base.value])
        self.findings.append(
            Finding(
                "RF115",
                path,
                f"`{self.thing.id}` has no `{shown('.'.join(keys))}` to remove",
                at_key=True,
                help=f"did you mean `{close}`?" if close else "",
            )
        )
        return set()

    def _note_new(self, value: Any, path: Path, keys: tuple[str, ...]) -> None:
        """Record a value that the base leaves out, or each value of a mapping that it leaves out."""
        if isinstance(value, dict) and value:
            for key, inner in value.items():
                self._note_new(inner, (*path, key), (*keys, text_of(key)))
        else:
            self._note(self.defaults.get(keys[0]) if len(keys) == 1 else None, value, path, keys)

    def _note(self, before: Any, after: Any, path: Path, keys: tuple[str, ...]) -> None:
        if _is_same(before, after):
            if not self.adding:
                self._find_useless(path, keys)
        else:
            self.changed.append(ChangedValue(self.thing, keys, before, after))

    def _find_useless(self, path: Path, keys: tuple[str, ...]) -> None:
        message = f"`{shown('.'.join(keys))}` of `{self.thing.id}` is so already"
        self.findings.append(Finding("RF116", path, message, at_key=True, help="leave it out"))


def _has_ids(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and all(isinstance(one, dict) and one.get("id") for one in value)


def _is_same(before: Any, after: Any) -> bool:
    """Tell whether two plain values mean the same: 1 and 1.0 do, 1 and true do not."""
    if isinstance(before, bool) or isinstance(after, bool):
        return before is after
    if isinstance(before, Fraction):
        return isinstance(after, int | float) or hasattr(after, "as_tuple") if before == after else False
    return bool(before == after)
