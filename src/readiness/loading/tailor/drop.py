"""Drops parts of the base, and what only made sense with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from readiness.checks.finding import Finding
from readiness.loading.tailor.keep import left_out
from readiness.loading.tailor.references import forget
from readiness.loading.tailor.things import LISTED, Found, included_in, things_in
from readiness.loading.tailor.tree import Tree, text_of
from readiness.model.tailoring import ChangedValue

if TYPE_CHECKING:
    from readiness.diagnostics import Path
    from readiness.loading.places import Mark
    from readiness.loading.tailor.draft import Draft
    from readiness.loading.tailor.tree import Edit

__all__ = ["drop", "drop_idle_actions"]


def drop(draft: Draft) -> None:
    """Remove what the tailoring file drops or does not keep, and every mention of it but those in conditions."""
    chosen: dict[int, Found] = {}
    everywhere = left_out(draft)
    _leave_out(draft, everywhere)
    for index, name in enumerate(draft.own.value.get("drop", ())):
        found = draft.resolve(text_of(name), ("drop", index))
        if found and _may_go(draft, found[0], index):
            chosen[index] = found[0]
            everywhere += found
    if everywhere:
        _note(draft, chosen)
        _remove(draft, everywhere)
        forget(draft)


def _leave_out(draft: Draft, unkept: Iterable[Found]) -> None:
    """Record what is not kept, and which other parts that touches."""
    for found in unkept:
        mark = draft.own.node.keys["keep"]
        draft.unkept.add(found.key)
        draft.gone[found.key] = mark
        draft.lighter.setdefault(draft.holder(found) if found.path else ("framework", draft.base), mark)
        _touch_related(draft, found, mark)


def _may_go(draft: Draft, found: Found, index: int) -> bool:
    """Tell whether a thing can be dropped: the whole base cannot, nor the same thing twice."""
    name = found.key[1]
    if found.key == ("framework", draft.base):
        message = f"`{name}` is the base itself"
        draft.findings.append(Finding("RF115", ("drop", index), message, help="drop the parts that do not fit"))
        return False
    if found.key in draft.gone:
        message = f"`{name}` is not kept anyway" if found.key in draft.unkept else f"`{name}` is dropped twice"
        draft.findings.append(Finding("RF116", ("drop", index), message, help="keep one of them"))
        return False
    draft.gone[found.key] = _mark(draft, index)
    return True


def _mark(draft: Draft, index: int) -> Mark:
    return draft.own.at(("drop", index)).node.mark


def _note(draft: Draft, chosen: dict[int, Found]) -> None:
    """Record what goes, with all that lies within it, and which other parts that touches."""
    index_of = {found.key: index for index, found in chosen.items()}
    for index, found in chosen.items():
        mark = _mark(draft, index)
        holder = draft.holder(found) if found.path else ("framework", draft.base)
        draft.lighter.setdefault(holder, mark)
        _touch_related(draft, found, mark)
        if found.key[0] == "items":
            _note_item(draft, found)
            continue
        draft.dropped.append(found.described())
        for inner in _within(draft, found):
            _touch_related(draft, inner, mark)
            if inner.key in index_of:
                message = f"`{inner.key[1]}` goes with `{found.key[1]}` anyway"
                path: Path = ("drop", index_of[inner.key])
                draft.findings.append(Finding("RF116", path, message, help="keep one of them"))
            elif inner.key not in draft.unkept:
                draft.gone[inner.key] = mark
                draft.dropped.append(inner.described(found.key[1]))


def _note_item(draft: Draft, found: Found) -> None:
    question, _, item = found.key[1].partition("/")
    holder = Found(found.member, found.path[:-2], ("questions", question))
    holder = holder._replace(value=draft.tree(holder).value)
    keys = (str(found.path[-2]), item)
    draft.changed.append(ChangedValue(holder.described(), keys, found.value, None))


def _within(draft: Draft, found: Found) -> Iterator[Found]:
    """Yield what lies within an area, or within an included framework and those that it includes."""
    kind, id_ = found.key
    if kind == "areas":
        yield from things_in(found.member, found.value, found.path)
    elif kind == "framework":
        inner = things_in(id_, draft.members[id_].value)
        yield from (one for one in inner if one.key[0] in LISTED)  # the others have targets and roles of that name, too
        for included in included_in(draft.members[id_].value):
            part = Found(included, (), ("framework", included), draft.members[included].value)
            yield part
            yield from _within(draft, part)


def _touch_related(draft: Draft, found: Found, mark: Mark) -> None:
    """Remember what else may break when a thing goes: its sources lose cover, the questions that it lifts an action."""
    if found.key[0] == "questions":
        draft.lost.append(found)
    for kind, key in (("sources", "covers"), ("questions", "lifts")):
        for name in found.value.get(key, ()) if isinstance(found.value, dict) else ():
            draft.causes.setdefault((kind, text_of(name)), mark)


def _remove(draft: Draft, chosen: Iterable[Found]) -> None:
    """Take things out of the lists and mappings that hold them."""
    gone: dict[tuple[str, Path], set[str | int]] = {}
    for found in chosen:
        if found.key[0] == "framework":
            if found.key[1] in draft.members:  # it may have gone with another
                _remove_member(draft, found.key[1], gone)
        else:
            gone.setdefault((found.member, found.path[:-1]), set()).add(found.path[-1])
    edits: dict[tuple[str, Path], Edit] = {
        place: partial(Tree.without, gone=frozenset(keys)) for place, keys in gone.items() if place[0] in draft.members
    }
    draft.edit(edits)
    draft.look_again()


def _remove_member(draft: Draft, member: str, gone: dict[tuple[str, Path], set[str | int]]) -> None:
    for inner in included_in(draft.members.pop(member).value):
        if inner in draft.members:
            _remove_member(draft, inner, gone)
    for holder, tree in draft.members.items():
        for index, included in enumerate(included_in(tree.value)):
            if included == member:
                gone.setdefault((holder, ("includes",)), set()).add(index)


def drop_idle_actions(draft: Draft) -> None:
    """Remove the actions that lifted nothing but what is dropped, unless a change gave them something to lift."""
    idle = [
        found
        for everything in draft.things.values()
        for found in everything
        if found.key in draft.idle and not draft.tree(found).value.get("lifts")
    ]
    for found in idle:
        draft.gone[found.key] = draft.causes[found.key]
        if ("questions", draft.idle[found.key]) not in draft.unkept:
            draft.dropped.append(found.described(draft.idle[found.key]))
    if idle:
        _remove(draft, idle)
        forget(draft)
