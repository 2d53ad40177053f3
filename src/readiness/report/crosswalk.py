"""Which outcomes of public instruments the questions of a framework speak to, and which they do not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readiness.model.framework import Framework, Source
from readiness.model.instrument import Instrument
from readiness.report.wording import gettext, gettext_noop
from readiness.report.words import sized

__all__ = ["NO_CERTIFICATE", "Crosswalk", "Entry", "crosswalk", "crosswalks", "said_of", "speaking"]

NO_CERTIFICATE = gettext_noop(
    "A question speaks to an outcome when its answer says something about it. "
    "That is less than an audit: nothing here certifies that an instrument is complied with."
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of an instrument with the questions that refer to it."""

    id: str
    title: str
    kind: str
    depth: int
    """How many items hold it."""
    is_outcome: bool
    """Whether it holds no other items."""
    questions: tuple[str, ...]
    """The ids of the questions, in the order of the framework."""

    @property
    def name(self) -> str:
        """The identifier with the title, where it has one."""
        return f"{self.id} {self.title}" if self.title else self.id


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """One instrument beside the questions of a framework."""

    id: str
    title: str
    publisher: str
    checked: str
    note: str
    is_whole: bool
    """Whether all items of the instrument are listed; otherwise only those that the framework names."""
    entries: tuple[Entry, ...]
    """In the order of the instrument."""

    @property
    def outcomes(self) -> tuple[Entry, ...]:
        """The items that hold no others."""
        return tuple(one for one in self.entries if one.is_outcome)

    @property
    def spoken_to(self) -> tuple[Entry, ...]:
        """The outcomes that a question speaks to."""
        return tuple(one for one in self.outcomes if one.questions)

    @property
    def silent(self) -> tuple[Entry, ...]:
        """The outcomes that no question speaks to."""
        return tuple(one for one in self.outcomes if not one.questions)

    @property
    def groups(self) -> tuple[tuple[Entry | None, tuple[Entry, ...]], ...]:
        """The outcomes under each item that holds others; None where they stand under none."""
        found: list[tuple[Entry | None, list[Entry]]] = []
        for entry in self.entries:
            if not entry.is_outcome:
                found.append((entry, []))
            elif found:
                found[-1][1].append(entry)
            else:
                found.append((None, [entry]))
        return tuple((heading, tuple(entries)) for heading, entries in found)

    @property
    def questions(self) -> tuple[str, ...]:
        """The ids of all questions that refer to it."""
        return tuple(dict.fromkeys(id_ for one in self.entries for id_ in one.questions))


def crosswalks(framework: Framework, instruments: Mapping[str, Instrument]) -> tuple[Crosswalk, ...]:
    """Return a crosswalk for every instrument that a question refers to, those with most questions first."""
    named = {id_ for question in framework.question.values() for id_, items in question.references.items() if items}
    found = [
        crosswalk(framework, id_, instruments.get(id_))
        for id_, source in framework.sources.items()
        if source.kind == "standard" and id_ in named
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.questions), one.title)))


def crosswalk(framework: Framework, id_: str, instrument: Instrument | None) -> Crosswalk:
    """Return one instrument beside the questions of a framework.

    Args:
        framework: The framework, which need not have the instrument among its sources.
        id_: The id of the instrument.
        instrument: The list of its items; without one there are only those that the framework names.
    """
    asked: dict[str, list[str]] = {}
    for question in framework.question.values():
        for item in dict.fromkeys(question.references.get(id_, ())):
            asked.setdefault(item, []).append(question.id)
    source = framework.sources.get(id_)
    if instrument is None:
        assert source is not None, "an instrument without a list is one of the framework's sources"
        return _of_source(id_, source, asked)
    listed = [
        Entry(
            id=item,
            title=part.title or "",
            kind=part.kind,
            depth=len(tuple(instrument.above(item))),
            is_outcome=item not in instrument.holders,
            questions=tuple(asked.get(item, ())),
        )
        for item, part in instrument.items.items()
    ]
    return Crosswalk(
        id=id_,
        title=instrument.title,
        publisher=instrument.publisher,
        checked=instrument.checked,
        note=instrument.note or "",
        is_whole=True,
        entries=(*listed, *(_entry(item, "", asked) for item in asked if item not in instrument.items)),
    )


def _of_source(id_: str, source: Source, asked: Mapping[str, list[str]]) -> Crosswalk:
    return Crosswalk(
        id=id_,
        title=source.title,
        publisher="",
        checked=source.checked or "",
        note="There is no list of this instrument here: only the items that the framework names can be shown.",
        is_whole=False,
        entries=tuple(_entry(item, title or "", asked) for item, title in source.items.items()),
    )


def _entry(item: str, title: str, asked: Mapping[str, list[str]]) -> Entry:
    """Return an item of which nothing but its name is known."""
    return Entry(id=item, title=title, kind="", depth=0, is_outcome=True, questions=tuple(asked.get(item, ())))


def said_of(one: Crosswalk) -> str:
    """Return how much of an instrument the questions speak to, as a sentence."""
    count = len(one.questions)
    asked = f"{sized(count, 'question')} {'speaks' if count == 1 else 'speak'} to" if count else "no question speaks to"
    if not one.is_whole:
        return f"{asked} {sized(len(one.spoken_to), 'item')} of it. How many more it has is not known here."
    if not count:
        return f"{asked} any of its {sized(len(one.outcomes), 'outcome')}."
    return f"{asked} {len(one.spoken_to)} of its {sized(len(one.outcomes), 'outcome')}."


def speaking(silent: Sequence[Entry]) -> str:
    """Return the outcomes that no question speaks to, in one line."""
    between = "; " if any(one.title for one in silent) else ", "
    return gettext("No question speaks to: {outcomes}", outcomes=between.join(one.name for one in silent))
