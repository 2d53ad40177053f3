"""How a framework was made of another one, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from readiness.model.framework import Framework
from readiness.model.tailoring import ChangedValue, Tailoring, Thing
from readiness.report.wording import gettext, ngettext, pgettext
from readiness.report.words import capitalised, joined, sentence, shortened

__all__ = ["tailoring_in_short", "tailoring_words"]

_LONGEST = 120
"""Enough to recognise a text by; the result file has all of it."""
_MOST_NAMED = 6
"""What goes with something else is named when it is this much, otherwise counted."""
_SAY_IT = ("because", "topic", "title", "text", "ask")
"""Keys of a mapping that say what it is about."""


def tailoring_words(framework: Framework) -> tuple[tuple[str, str], ...]:
    """Return what was tailored, each with its name, the last step first; nothing for a framework of its own."""
    return tuple(line for record in framework.tailorings for line in _lines(record, framework))


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


def _lines(record: Tailoring, framework: Framework) -> Iterator[tuple[str, str]]:
    base = gettext(
        "{title} ({id}), version {version}.", title=record.base_title, id=record.base, version=record.base_version
    )
    yield (gettext("Base of {name}", name=record.framework), base)
    if record.kept:
        topics = joined([_named(_as_now(thing, framework)) for thing in record.kept])
        yield (
            ngettext("Kept: {count} question", "Kept: {count} questions", len(record.kept)),
            gettext("{names}; all other questions of it are left out.", names=topics),
        )
    things = dict.fromkeys(change.thing for change in record.changed)
    for thing in things:
        changes = [_change(change) for change in record.changed if change.thing == thing]
        yield (gettext("Changed: {name}", name=_named(thing)), " ".join(sentence(capitalised(one)) for one in changes))
    for thing in record.dropped:
        if not thing.because:
            kind = capitalised(_kind_word(thing.kind))
            yield (gettext("Dropped: {name}", name=_named(thing)), sentence(kind + _company(thing, record)))
    for thing in record.added:
        yield (gettext("Added: {name}", name=_named(thing)), sentence(capitalised(_kind_word(thing.kind))))


def _as_now(thing: Thing, framework: Framework) -> Thing:
    """Return a question that was kept under the topic that it has in the reader's language."""
    question = framework.question.get(thing.id)
    return thing if question is None else replace(thing, title=question.topic)


def _named(thing: Thing) -> str:
    return thing.title if thing.title == thing.id else f"{thing.title} ({thing.id})"


def _change(change: ChangedValue) -> str:
    """Return what is different: weight: from 2 to 3."""
    name = _path(change.keys) or gettext("name")
    before, after = _brief(change.before), _brief(change.after)
    if change.after is None:
        return gettext("{key}: removed, {value}", key=name, value=before)
    if change.before is None:
        return gettext("{key}: new, {value}", key=name, value=after)
    return gettext("{key}: from {before} to {after}", key=name, before=before, after=after)


def _path(keys: tuple[str, ...]) -> str:
    """Return the keys that lead to a value: weight, level 3, item malware text."""
    first, *below = keys or ("",)
    word = first.removesuffix("s") if below else first
    return " ".join([word.replace("-", " "), *below])


def _brief(value: Any) -> str:  # noqa: ANN401  any value of a framework file
    """Return a plain value, short enough for a line."""
    match value:
        case None | ():
            return gettext("nothing")
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
                else ngettext("{count} entry", "{count} entries", len(value))
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
    company = joined([_of_kind([one for one in went if one.kind == kind]) for kind in kinds])
    return gettext("; with it went {company}", company=company)


def _of_kind(things: Sequence[Thing]) -> str:
    """Return things of one kind: named when they are few, counted when they are many."""
    kind, count = things[0].kind, len(things)
    if count > _MOST_NAMED:
        return _counted(kind, count)
    names = [one.id if kind == "recommendation" else f"“{one.title.rstrip('.')}”" for one in things]
    return _the(kind, count, pgettext("between the parts of a list", ", ").join(names))


def _kind_word(kind: str) -> str:
    return {
        "framework": pgettext("part of a framework", "framework"),
        "area": pgettext("part of a framework", "area"),
        "question": pgettext("part of a framework", "question"),
        "action": pgettext("part of a framework", "action"),
        "target": pgettext("part of a framework", "target"),
        "fact": pgettext("part of a framework", "fact"),
        "role": pgettext("part of a framework", "role"),
        "source": pgettext("part of a framework", "source"),
        "item": pgettext("part of a framework", "item"),
        "recommendation": pgettext("part of a framework", "recommendation"),
    }.get(kind, kind)


def _counted(kind: str, count: int) -> str:
    return {
        "framework": ngettext("{count} framework", "{count} frameworks", count),
        "area": ngettext("{count} area", "{count} areas", count),
        "question": ngettext("{count} question", "{count} questions", count),
        "action": ngettext("{count} action", "{count} actions", count),
        "target": ngettext("{count} target", "{count} targets", count),
        "fact": ngettext("{count} fact", "{count} facts", count),
        "role": ngettext("{count} role", "{count} roles", count),
        "source": ngettext("{count} source", "{count} sources", count),
        "item": ngettext("{count} item", "{count} items", count),
        "recommendation": ngettext("{count} recommendation", "{count} recommendations", count),
    }[kind]


def _the(kind: str, count: int, names: str) -> str:
    return {
        "framework": ngettext("the framework {names}", "the frameworks {names}", count, names=names),
        "area": ngettext("the area {names}", "the areas {names}", count, names=names),
        "question": ngettext("the question {names}", "the questions {names}", count, names=names),
        "action": ngettext("the action {names}", "the actions {names}", count, names=names),
        "target": ngettext("the target {names}", "the targets {names}", count, names=names),
        "fact": ngettext("the fact {names}", "the facts {names}", count, names=names),
        "role": ngettext("the role {names}", "the roles {names}", count, names=names),
        "source": ngettext("the source {names}", "the sources {names}", count, names=names),
        "item": ngettext("the item {names}", "the items {names}", count, names=names),
        "recommendation": ngettext("the recommendation {names}", "the recommendations {names}", count, names=names),
    }[kind]


def _root(id_: str, reason: Mapping[str, str]) -> str:
    """Return the id of what the author dropped, for something that went because of something that went."""
    while reason.get(id_):
        id_ = reason[id_]
    return id_
