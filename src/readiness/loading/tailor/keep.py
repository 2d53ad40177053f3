"""Leaves out every question of the base that a tailoring file does not keep, and what then is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readiness.checks.finding import Finding
from readiness.loading.tailor.things import included_in, keys_above
from readiness.loading.tailor.tree import text_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from readiness.diagnostics import Path
    from readiness.loading.tailor.draft import Draft
    from readiness.loading.tailor.things import Found, Key

__all__ = ["left_out"]

_HOLD_QUESTIONS = ("questions", "areas", "framework")


def left_out(draft: Draft) -> list[Found]:
    """Return the questions that are not kept, and the areas and frameworks that hold no kept one.

    What is kept is recorded in the draft; nothing is removed. A file that keeps nothing leaves nothing out.
    """
    kept = _kept(draft)
    if not kept:
        return []
    everything = [found for listed in draft.things.values() for found in listed]
    above = {found.key: _above(draft, found) for found in everything if found.key[0] == "questions"}
    asked = {key for key, keys in above.items() if kept & {key, *keys}}
    if len(asked) == len(above):
        message = f"every question of `{draft.base}` is kept"
        draft.findings.append(Finding("RF116", ("keep",), message, at_key=True, help="leave `keep` out"))
    full = {("framework", draft.base), *asked, *(key for one in asked for key in above[one])}
    empty = {key for one, keys in above.items() for key in (one, *keys)} - full
    draft.kept += [found.described() for found in everything if found.key in asked]
    return [found for found in everything if found.key in empty]


def _kept(draft: Draft) -> AbstractSet[Key]:
    """Return what the file names; each name that cannot be kept, or need not be named, becomes a finding."""
    kept: dict[Key, tuple[Path, Found]] = {}
    for index, name in enumerate(draft.own.value.get("keep", ())):
        path: Path = ("keep", index)
        found = draft.resolve(text_of(name), path)
        if not found:
            continue
        key = found[0].key
        if key[0] not in _HOLD_QUESTIONS or key == ("framework", draft.base):
            message = f"`{text_of(name)}` is no question, area or included framework of `{draft.base}`"
            draft.findings.append(Finding("RF115", path, message, help="actions and roles stay with their questions"))
        elif key in kept:
            draft.findings.append(Finding("RF116", path, f"`{text_of(name)}` is kept twice", help="name it once"))
        else:
            kept[key] = path, found[0]
    _find_inner(draft, kept)
    return kept.keys()


def _find_inner(draft: Draft, kept: Mapping[Key, tuple[Path, Found]]) -> None:
    """Find what lies within something else that is kept."""
    for key, (path, found) in kept.items():
        outer = next((one for one in _above(draft, found) if one in kept), None)
        if outer:
            message = f"`{key[1]}` stays with `{outer[1]}` anyway"
            draft.findings.append(Finding("RF116", path, message, help="keep one of them"))


def _above(draft: Draft, found: Found) -> list[Key]:
    """Return the areas and frameworks that a question, an area or a framework lies in."""
    keys: list[Key] = [*keys_above(draft.members[found.member].value, found.path[:-1])]
    member: str | None = found.member
    if found.key[0] == "framework":
        member = _includes(draft, found.member)
    while member is not None:
        keys.append(("framework", member))
        member = _includes(draft, member)
    return keys


def _includes(draft: Draft, member: str) -> str | None:
    """Return the framework that includes another, or None for the base."""
    return next((id_ for id_, tree in draft.members.items() if member in included_in(tree.value)), None)
