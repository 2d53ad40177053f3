"""Changes values of the base."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from readiness.checks.finding import Finding
from readiness.loading.tailor.merge import Merge
from readiness.loading.tailor.things import KINDS, Found, Key, included_in
from readiness.loading.tailor.tree import Tree, text_of
from readiness.model.actions import Action
from readiness.model.answers import ANSWER_TYPES
from readiness.model.framework import Area, Framework

if TYPE_CHECKING:
    from readiness.diagnostics import Path
    from readiness.loading.tailor.draft import Draft
    from readiness.loading.tailor.tree import Edit
    from readiness.model.base import Model

__all__ = ["change", "defaults_of", "places"]

_MODELS: Mapping[str, type[Model]] = MappingProxyType({"framework": Framework, "areas": Area, "actions": Action})
"""Whose defaults are worth showing; those of questions hang on their type."""
_OF_THE_FILE = ("readiness", "id", "version", "extends", "includes", "keep", "drop", "change")
_OF_AN_INCLUDE = frozenset({"weight", "rung", "measure"})
"""What a framework has as a part of another one, beside what it has by itself."""


def change(draft: Draft) -> None:
    """Give parts of the base other values, each where it stands."""
    edits: dict[tuple[str, Path], Edit] = {}
    merges: list[Merge] = []
    done: set[Key] = set()
    for name, wanted in draft.own.value.get("change", {}).items():
        path: Path = ("change", name)
        known = draft.resolve(text_of(name), path, at_key=True)
        if not known or not _may_change(draft, known[0], wanted, path, done):
            continue
        found = known[0]  # what the base says itself stands above what it includes
        done.add(found.key)
        _touch(draft, found, path)
        for (member, place), own in places(draft, found, draft.own.at(path)):
            value = draft.members[member].at(place).value
            merge = Merge(found.described(), defaults=defaults_of(found, value))
            merges.append(merge)
            edits[member, place] = lambda base, own=own, path=path, merge=merge: merge.mapping(base, own, path)  # type: ignore[misc]
    draft.edit(edits)
    for merge in merges:
        draft.changed += merge.changed
        draft.findings += merge.findings


def _may_change(draft: Draft, found: Found, wanted: Mapping[str, Any], path: Path, done: set[Key]) -> bool:
    """Tell whether the keys of a thing are such as can be changed; each that is not becomes a finding."""
    (kind, id_), before = found.key, len(draft.findings)
    if found.key in done:
        draft.findings.append(Finding("RF115", path, f"`{id_}` is changed twice", at_key=True, help="change it once"))
    if not wanted:
        draft.findings.append(
            Finding("RF116", path, f"nothing of `{id_}` is changed", at_key=True, help="leave it out")
        )
    for key in wanted:
        if key == "id" or (kind == "framework" and key in _OF_THE_FILE):
            help_ = "drop it and add another" if key == "id" else f"`{key}` of this file stands at its top"
            message = f"the `{key}` of `{id_}` cannot be changed"
            draft.findings.append(Finding("RF115", (*path, key), message, at_key=True, help=help_))
        elif kind in {"framework", "areas"} and key in KINDS:
            message = f"the {key} of `{id_}` are changed one by one"
            help_ = f"name one under `change` or `drop`, or add one under `{'areas' if kind == 'areas' else key}`"
            draft.findings.append(Finding("RF115", (*path, key), message, at_key=True, help=help_))
    return len(draft.findings) == before


def _touch(draft: Draft, found: Found, path: Path) -> None:
    mark = draft.own.at(path[:-1]).node.keys[path[-1]]
    if found.key[0] == "items":
        draft.causes.setdefault(draft.holder(found), mark)
    else:
        draft.causes.setdefault(found.key, mark)


def places(draft: Draft, found: Found, own: Tree) -> Iterator[tuple[tuple[str, Path], Tree]]:
    """Yield where each part of a change belongs: the weight of an included framework stands with what includes it."""
    holders = [
        (holder, ("includes", index))
        for holder, tree in draft.members.items()
        for index, id_ in enumerate(included_in(tree.value))
        if found.key == ("framework", id_)
    ]
    if holders and _OF_AN_INCLUDE & own.value.keys():
        yield holders[0], own.without(own.value.keys() - _OF_AN_INCLUDE)
        own = own.without(_OF_AN_INCLUDE)
    if own.value:
        yield (found.member, found.path), own


def defaults_of(found: Found, value: Any) -> dict[str, Any]:
    """Return what the keys of a thing stand for while they are left out: a weight of 1."""
    kind = found.key[0]
    model = _MODELS.get(kind)
    if kind == "questions":
        model = ANSWER_TYPES[text_of(value.get("type", "level"))].question
    if model is None:
        return {"weight": Fraction(1)} if kind == "items" or "framework" in value else {}
    model.model_rebuild()  # settles the aliases
    simple = {field.alias: field.default for field in model.model_fields.values()}
    return {str(key): default for key, default in simple.items() if isinstance(default, Fraction | int | str)}
