"""Adds to the base what the tailoring file brings of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from readiness.loading.places import Mark, Node
from readiness.loading.tailor.change import defaults_of, places
from readiness.loading.tailor.merge import Merge
from readiness.loading.tailor.things import Found, things_in
from readiness.loading.tailor.tree import Tree, key_in, text_of
from readiness.model.tailoring import ChangedValue

if TYPE_CHECKING:
    from readiness.diagnostics import Path
    from readiness.loading.tailor.draft import Draft
    from readiness.loading.tailor.things import Key
    from readiness.loading.tailor.tree import Edit
    from readiness.model.tailoring import Thing

__all__ = ["add"]

_OF_THE_TAILORING = frozenset({"extends", "keep", "drop", "change"})
_OF_THE_FILE = frozenset({"readiness", "id", "version", "title", "description"})
"""What every framework says of itself; that it is different is no change to report."""
_NAMED = ("targets", "facts", "roles", "sources")
_APPENDED = ("areas", "questions", "actions", "gates", "adjust", "includes")
"""Lists whose entries come after those of the base; any other list is written anew as a whole."""


def add(draft: Draft) -> None:
    """Give the base what stands beside `extends`, `drop` and `change` in the tailoring file."""
    addition = _Addition(draft)
    addition.plan(Found(draft.base, (), ("framework", draft.base)), draft.own.without(_OF_THE_TAILORING), ())
    draft.edit(addition.edits)
    draft.added += [thing for _, thing in sorted(addition.added, key=lambda one: one[0][:2])]


@dataclass
class _Addition:
    """What is added where; places are those of the base before anything is added, and hold as lists only grow."""

    draft: Draft
    edits: dict[tuple[str, Path], Edit] = field(default_factory=dict)
    taken: set[Key] = field(default_factory=set)
    """The areas of the base to which something comes; an area stands once in a file."""
    added: list[tuple[Mark, Thing]] = field(default_factory=list)

    def plan(self, holder: Found, own: Tree, path: Path) -> None:
        """Plan what an entry at a path of the tailoring file gives to the base or to one of its areas."""
        for key in [key for key in own.value if key not in {*_OF_THE_FILE, *_APPENDED, *_NAMED}]:
            self.draft.causes.setdefault(holder.key, own.node.keys[key])
        known = self._known_areas(holder, own)
        for index, found in known.items():
            inner = own.at(("areas", index))
            self.plan(found, inner.without({"id"}), (*path, "areas", index))
        if known:
            own = own.with_parts({"areas": own.part("areas").without(known.keys())})
        for place, part in places(self.draft, holder, own):
            self.edits[place] = lambda base, part=part: self._joined(base, part, holder, path)  # type: ignore[misc]

    def _known_areas(self, holder: Found, own: Tree) -> dict[str | int, Found]:
        """Return the entries that name an area of the base: any at the top of the file, inner ones below it."""
        found: dict[str | int, Found] = {}
        for index, entry in enumerate(own.value.get("areas", ())):
            for one in self.draft.things.get(text_of(entry["id"]), ()):
                is_area = one.key[0] in {"areas", "framework"} and one.key != ("framework", self.draft.base)
                is_inside = one.member == holder.member and one.path[: len(holder.path)] == holder.path
                if is_area and (is_inside or not holder.path) and one.key not in self.taken:
                    found[index] = one
                    self.taken.add(one.key)
        return found

    def _joined(self, base: Tree, own: Tree, holder: Found, path: Path) -> Tree:
        for key in own.value:
            if key in _APPENDED:
                base = self._appended(base, own, key, holder)
            elif key in _NAMED and not path:
                base = self._named(base, own, key)
        rest = own.without({*_APPENDED, *(() if path else _NAMED)})
        merge = Merge(holder.described(), adding=True, defaults=defaults_of(holder, base.value))
        base = merge.mapping(base, rest, path)
        self.draft.changed += [one for one in merge.changed if path or one.keys[0] not in _OF_THE_FILE]
        return base

    def _appended(self, base: Tree, own: Tree, key: str, holder: Found) -> Tree:
        part = own.part(key)
        if not part.value:
            return base
        for index in range(len(part.value)):
            self._note_entry(key, part.part(index), holder)
        listed = base.part(key) if base.value.get(key) else Tree((), Node(part.node.mark))
        marks: dict[str | int, Mark] = {} if key in base.value else {key: own.node.keys[key]}
        return base.with_parts({key: listed.with_entries(part.part(index) for index in range(len(part.value)))}, marks)

    def _note_entry(self, key: str, entry: Tree, holder: Found) -> None:
        if key in {"gates", "adjust"}:
            self.draft.changed.append(ChangedValue(holder.described(), (key,), None, entry.value))
        elif key == "includes":
            self._note(Found("", (), ("framework", text_of(entry.value["framework"]))), entry)
        else:
            self._note(Found("", (), (key, text_of(entry.value["id"])), entry.value), entry)
            for one in things_in("", entry.value, (key,)):
                self._note(one, entry.at(one.path[1:]))

    def _note(self, found: Found, tree: Tree) -> None:
        self.added.append((tree.node.mark, found.described()))

    def _named(self, base: Tree, own: Tree, key: str) -> Tree:
        """Return the base with more targets, facts, roles or sources, and with what comes to those that it has."""
        part, known = own.part(key), base.value.get(key, {})
        listed = base.part(key) if known else Tree({}, Node(part.node.mark))
        merged: dict[str | int, Tree] = {}
        for name in part.value:
            place = key_in(known, name)
            one = Found("", (), (key, text_of(name)), known.get(place, part.value[name]))
            if place in known:
                merge = Merge(one.described(), adding=True)
                merged[place] = merge.value(listed.part(place), part.part(name), (key, name), ())
                self.draft.changed += merge.changed
            else:
                merged[place] = part.part(name)
                self._note(one, part.part(name))
        marks = {name: part.node.keys[name] for name in part.value if key_in(known, name) not in known}
        new: dict[str | int, Mark] = {} if key in base.value else {key: own.node.keys[key]}
        return base.with_parts({key: listed.with_parts(merged, marks)}, new)
