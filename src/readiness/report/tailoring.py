"""How a framework was made of another one, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from readiness.model.framework import Framework
from readiness.model.tailoring import ChangedValue, Tailoring, Thing
from readiness.report.wording import gettext, ngettext
from readiness.report.words import capitalised, joined, plural, sentence, shortened, sized

__all__ = ["tailoring_in_short", "tailoring_words"]

_LONGEST = 120
"""Enough to recognise a text by; the result file has all of it."""
_MOST_NAMED = 6
"""What goes with something else is named when it is this much, otherwise counted."""
_SAY_IT = ("because", "topic", "title", "text", "ask")
"""Keys of a mapping that say what it is about."""


def tailoring_words(framework: Framework) -> tuple[tuple[str, str], ...]:
    """Return what was tailored, each with its name, the last step first; nothing for a framework of its own."""
    return tuple(line for record in framework.tailorings for line in _lines(record))


def tailoring_in_short(framework: Framework) -> str:
    """Return one sentence on what was tailored, or nothing."""
    said = []
    for record in framework.tailorings:
        changed, dropped = (
            len({change.thing for change in record.changed}),
            sum(not one.because for one in record.dropped),
        )
        added = len(record.added)
        kept = len(record.kept)
        parts = [ngettext("{count} question kept", "{count} questions kept", kept)] if kept else []
        parts += [ngettext("{count} changed", "{count} changed", changed)] if changed else []
        parts += [ngettext("{count} dropped", "{count} dropped", dropped)] if dropped else []
        parts += [ngettext("{count} added", "{count} added", added)] if added else []
        said.append(
            gettext(
                "tailored from “{title}” {version} ({changes})",
                title=record.base_title,
                version=record.base_version,
                changes=", ".join(parts) or gettext("nothing changed"),
            )
        )
    return joined(said)


def _lines(record: Tailoring) -> Iterator[tuple[str, str]]:
    base = f"{record.base_title} ({record.base}), version {record.base_version}"
    yield (f"Base of {record.framework}", sentence(base))
    if record.kept:
        topics = joined([_named(thing) for thing in record.kept])
        yield (
            f"Kept: {sized(len(record.kept), 'question')}",
            sentence(f"{topics}; all other questions of it are left out"),
        )
    things = dict.fromkeys(change.thing for change in record.changed)
    for thing in things:
        changes = [_change(change) for change in record.changed if change.thing == thing]
        yield (f"Changed: {_named(thing)}", " ".join(sentence(capitalised(one)) for one in changes))
    for thing in record.dropped:
        if not thing.because:
            yield (f"Dropped: {_named(thing)}", sentence(capitalised(thing.kind) + _company(thing, record)))
    for thing in record.added:
        yield (f"Added: {_named(thing)}", sentence(capitalised(thing.kind)))


def _named(thing: Thing) -> str:
    return thing.title if thing.title == thing.id else f"{thing.title} ({thing.id})"


def _change(change: ChangedValue) -> str:
    """Return what is different: weight: from 2 to 3."""
    name = _path(change.keys) or "name"
    if change.after is None:
        return f"{name}: removed, {_brief(change.before)}"
    if change.before is None:
        return f"{name}: new, {_brief(change.after)}"
    return f"{name}: from {_brief(change.before)} to {_brief(change.after)}"


def _path(keys: tuple[str, ...]) -> str:
    """Return the keys that lead to a value: weight, level 3, item malware text."""
    first, *below = keys or ("",)
    word = first.removesuffix("s") if below else first
    return " ".join([word.replace("-", " "), *below])


def _brief(value: Any) -> str:  # noqa: ANN401  any value of a framework file
    """Return a plain value, short enough for a line."""
    match value:
        case None | ():
            return "nothing"
        case bool():
            return str(value).lower()
        case str():
            return f"“{shortened(' '.join(value.split()), _LONGEST).rstrip('.')}”"
        case dict():
            said = next((value[key] for key in _SAY_IT if isinstance(value.get(key), str)), None)
            return _brief(said) if said else joined([f"{key} {_brief(one)}" for key, one in value.items()])
        case tuple():
            return (
                joined([_brief(one) for one in value])
                if len(value) <= _MOST_NAMED
                else sized(len(value), "entry", "entries")
            )
        case _:
            return str(getattr(value, "text", value))


def _company(thing: Thing, record: Tailoring) -> str:
    """Return what went with a dropped thing: named when it is little, counted when it is much."""
    reason = {one.id: one.because for one in record.dropped}
    went = [one for one in record.dropped if one.because and _root(one.because, reason) == thing.id]
    if not went:
        return ""
    kinds = dict.fromkeys(one.kind for one in went)
    return f"; with it went {joined([_of_kind([one for one in went if one.kind == kind]) for kind in kinds])}"


def _of_kind(things: Sequence[Thing]) -> str:
    """Return things of one kind: named when they are few, counted when they are many."""
    kind = things[0].kind
    if len(things) > _MOST_NAMED:
        return sized(len(things), kind)
    names = [one.id if kind == "recommendation" else f"“{one.title.rstrip('.')}”" for one in things]
    return f"the {plural(len(things), kind)} {', '.join(names)}"


def _root(id_: str, reason: Mapping[str, str]) -> str:
    """Return the id of what the author dropped, for something that went because of something that went."""
    while reason.get(id_):
        id_ = reason[id_]
    return id_
