"""Forgets what is dropped, where it is mentioned and nothing else is lost.

Conditions are left alone: a gate that hangs on a question that is gone would silently mean something else.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from readiness.loading.tailor.things import things_in
from readiness.loading.tailor.tree import Tree, is_inherited, text_of
from readiness.model.tailoring import Thing

if TYPE_CHECKING:
    from readiness.diagnostics import Path
    from readiness.loading.tailor.draft import Draft
    from readiness.loading.tailor.things import Found, Key
    from readiness.loading.tailor.tree import Edit

__all__ = ["forget", "forget_recommendations"]

_NAMES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "targets": {"questions": ("questions",), "areas": ("areas", "framework")},
    "actions": {
        "needs": ("actions",),
        "instead-of": ("actions",),
        "lifts": ("questions",),
        "effort-of-others": ("roles",),
    },
    "questions": {"answered-by": ("roles",), "covers": ("sources",), "references": ("sources",)},
}
"""For a kind of thing: its keys that name others, and the kinds that are named there."""


def forget(draft: Draft) -> None:
    """Remove the names of dropped things from targets, actions and questions of the base.

    An action that then lifts nothing is noted as idle: a change may still give it something to lift.
    """
    edits: dict[tuple[str, Path], Edit] = {}
    for found in [one for everything in draft.things.values() for one in everything if one.key[0] in _NAMES]:
        hits: list[Key] = []
        thing = _without_names(draft.tree(found), found.key[0], draft.gone, hits)
        if found.key[0] == "actions":
            thing = _without_items(thing, draft.gone, hits)
        if found.key[0] == "targets":
            thing = _without_switches(thing, draft.gone, hits)
        if hits:
            edits[found.member, found.path] = lambda _, thing=thing: thing  # type: ignore[misc]
            draft.causes.setdefault(found.key, draft.gone[hits[0]])
            if found.key[0] == "actions" and not thing.value.get("lifts"):
                draft.idle.setdefault(found.key, hits[-1][1])
    draft.edit(edits)


def _without_names(thing: Tree, kind: str, gone: Collection[Key], hits: list[Key]) -> Tree:
    for key, kinds in _NAMES[kind].items():
        if thing.value.get(key):
            left = _without(thing.part(key), lambda name: [(one, name.rpartition("/")[2]) for one in kinds], gone, hits)  # noqa: B023
            thing = thing.with_parts({key: left})
    return thing


def _without_switches(target: Tree, gone: Collection[Key], hits: list[Key]) -> Tree:
    """Return a target whose switches name nothing that is dropped; those that then switch nothing go too."""
    if not isinstance(target.value.get("switches"), tuple):
        return target
    switches, idle = target.part("switches"), set()
    for index, switch in enumerate(switches.value):
        left = _without_names(switches.part(index), "targets", gone, hits)
        if left.value == switch:
            continue
        switches = switches.with_parts({index: left})
        if not any(left.value.get(key) for key in ("default", "areas", "questions")):
            idle.add(index)
    return target.with_parts({"switches": switches.without(idle) if idle else switches})


def _without_items(action: Tree, gone: Collection[Key], hits: list[Key]) -> Tree:
    """Return an action that no longer gets dropped items of a checklist done."""
    if not isinstance(action.value.get("lifts"), dict):
        return action
    lifts = action.part("lifts")
    for question, items in lifts.value.items():
        if isinstance(items, tuple):
            holder = text_of(question)
            left = _without(lifts.part(question), lambda name: [("items", f"{holder}/{name}")], gone, hits)  # noqa: B023
            lifts = lifts.with_parts({question: left}) if left.value else lifts.without({question})
    return action.with_parts({"lifts": lifts})


def _without(names: Tree, meanings: Callable[[str], Iterable[Key]], gone: Collection[Key], hits: list[Key]) -> Tree:
    """Return a list without the dropped names, or a mapping without such keys, and note what they stood for.

    A name that the author of the tailoring wrote stays: it is a mistake, and is found as such.
    """
    left_out = set()
    for place, part in names.node.parts.items():
        name = text_of(place if isinstance(names.value, dict) else names.value[place])
        hit = next((key for key in meanings(name) if key in gone), None)
        if hit is not None and is_inherited(part):
            left_out.add(place)
            hits.append(hit)
    return names.without(left_out) if left_out else names


def forget_recommendations(draft: Draft) -> None:
    """Remove the recommendations that only dropped questions covered: nobody is asked for them any more."""
    edits: dict[tuple[str, Path], Edit] = {}
    for member in {found.member: found for found in draft.lost}:
        if member in draft.members:
            tree = draft.members[member]
            covered = _covered(one for one in things_in(member, tree.value) if one.key[0] == "questions")
            lost = _covered(one for one in draft.lost if one.member == member)
            for source in tree.value.get("sources", {}):
                gone = _uncovered(tree.at(("sources", source)), text_of(source), lost.keys() - covered.keys())
                causes = [(one, lost[text_of(source), one[0]]) for one in gone.values()]
                draft.dropped += [
                    Thing("recommendation", *one, cause)
                    for one, cause in causes
                    if ("questions", cause) not in draft.unkept
                ]
                if gone:
                    path = ("sources", source, "items")
                    edits[member, path] = lambda items, gone=gone: items.without(gone)  # type: ignore[misc]
    draft.edit(edits)


def _covered(questions: Iterable[Found]) -> dict[tuple[str, str], str]:
    """Return what questions cover, by source and item, each with the id of a question."""
    return {
        (text_of(source), text_of(item)): one.key[1]
        for one in questions
        if isinstance(covers := one.value.get("covers"), dict)
        for source, items in covers.items()
        if isinstance(items, tuple)
        for item in items
    }


def _uncovered(source: Tree, name: str, lost: Collection[tuple[str, str]]) -> dict[str | int, tuple[str, str]]:
    """Return the recommendations of a checklist that are lost, by key: the id and the text of each."""
    if source.value.get("kind") != "checklist" or not isinstance(source.value.get("items"), dict):
        return {}
    items = source.part("items")
    return {
        key: (text_of(key), text_of(text or key))
        for key, text in items.value.items()
        if (name, text_of(key)) in lost and is_inherited(items.node.parts[key])
    }
