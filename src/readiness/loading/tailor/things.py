"""Finds the parts of plain frameworks that have ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from readiness.diagnostics import Path
from readiness.loading.tailor.tree import Tree, text_of
from readiness.model.tailoring import Thing

__all__ = ["KINDS", "Found", "Key", "find_things", "included_in", "items_of", "keys_above", "things_in"]

KINDS: Mapping[str, str] = {
    "areas": "area",
    "questions": "question",
    "actions": "action",
    "targets": "target",
    "facts": "fact",
    "roles": "role",
    "sources": "source",
    "items": "item",
}
"""The keys under which things with ids stand, and what one of them is called."""
LISTED = ("areas", "questions", "actions")
"""Kinds that stand in lists; their ids are unique over all frameworks that are used together."""
_MAPPINGS = ("targets", "facts", "roles", "sources")
_ITEMS = ("items", "options")
_TITLES = ("topic", "title", "ask", "text")
"""Where the words stand that people know a thing by."""

Key = tuple[str, str]
"""A key of `KINDS` or `framework` with an id; or `items` with a question and an item: `question/item`."""


class Found(NamedTuple):
    """Where a thing stands."""

    member: str
    """The framework in which it stands: the base, or one that it includes."""
    path: Path
    key: Key
    value: Any = None
    """What it said when it was looked up."""

    def described(self, because: str = "") -> Thing:
        """Return what people call it."""
        kind, id_ = self.key
        title = self.value
        if isinstance(title, dict):
            title = next((title[key] for key in _TITLES if isinstance(title.get(key), str)), None)
        return Thing(KINDS.get(kind, kind), id_, " ".join(text_of(title or id_).split()), because)


def find_things(members: Mapping[str, Tree]) -> dict[str, list[Found]]:
    """Return everything that has an id, by id, in the order of the files."""
    found: dict[str, list[Found]] = {}
    for member, tree in members.items():
        for one in (Found(member, (), ("framework", member), tree.value), *things_in(member, tree.value)):
            found.setdefault(one.key[1], []).append(one)
    return found


def things_in(member: str, value: Any, path: Path = ()) -> Iterator[Found]:
    """Yield what has an id in a plain framework or area, outer things first."""
    for kind in LISTED:
        for index, one in _entries(value, kind):
            here = (*path, kind, index)
            yield Found(member, here, (kind, text_of(one["id"])), one)
            if kind == "areas":
                yield from things_in(member, one, here)
    for kind in () if path else _MAPPINGS:
        listed = value.get(kind)
        if isinstance(listed, dict):
            yield from (Found(member, (kind, key), (kind, text_of(key)), one) for key, one in listed.items())


def items_of(question: Found, value: Any) -> Iterator[Found]:
    """Yield the items of a plain checklist, or the options of a choice."""
    for kind in _ITEMS:
        for index, one in _entries(value, kind):
            key = ("items", f"{question.key[1]}/{text_of(one['id'])}")
            yield Found(question.member, (*question.path, kind, index), key, one)


def _entries(value: Any, kind: str) -> list[tuple[int, Any]]:
    """Return what stands in a list and has an id; an author's change can have put anything there."""
    listed = value.get(kind)
    if not isinstance(listed, tuple):
        return []
    return [(index, one) for index, one in enumerate(listed) if isinstance(one, dict) and one.get("id") is not None]


def included_in(value: Any) -> list[str]:
    """Return the ids of the frameworks that a plain one includes."""
    return [text_of(include["framework"]) for include in value.get("includes", ())]


def keys_above(value: Any, path: Path) -> Iterator[Key]:
    """Yield the things that lie on a path of a plain framework, outermost first."""
    for depth, step in enumerate(path):
        if not (step in value if isinstance(value, dict) else isinstance(value, tuple) and step in range(len(value))):
            return
        value = value[step]
        above = path[depth - 1] if depth else ""
        if above in LISTED and isinstance(value, dict) and value.get("id") is not None:
            yield str(above), text_of(value["id"])
        elif depth == 1 and above in _MAPPINGS:
            yield str(above), text_of(step)
