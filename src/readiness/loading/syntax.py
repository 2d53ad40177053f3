"""Reads YAML as somebody wrote it: every value with its text, its style and the comments around it.

`yaml_source` says what a text means; this says how it is written, for whoever has to write it anew. libyaml gives both
ends of every token; between two tokens lie white space, signs such as `-` and `,`, and comments.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple, TypeAlias

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from readiness.loading.yaml_source import LINE_BREAK, events_of

__all__ = ["BLANK", "Alias", "Collection", "Entry", "Scalar", "Syntax", "Value", "read_syntax"]

BLANK: Final = ""
"""Stands for an empty line among comments."""
_ANCHOR = re.compile(r"&[^\s,\[\]{}]+")
_HEADER_COMMENT = re.compile(r"[|>][-+0-9]*[ \t]+(#[^\r\n]*)")
_SPACE = re.compile(r"(?:\s+|(?<=\s)#[^\r\n]*)*")


@dataclass(slots=True)
class Scalar:
    """A text, a number or a word."""

    raw: str
    """As it is written, without its anchor."""
    value: str
    """As YAML reads it, before a number or a word is made of it."""
    style: str
    """Empty for plain, otherwise the sign that it begins with: a quote, `|` or `>`."""
    anchor: str
    """With its `&`; empty when there is none."""
    start: int
    end: int
    """Where it ends in the text; a block ends where the next token begins."""


@dataclass(slots=True)
class Alias:
    """A name that stands for a value with an anchor."""

    raw: str
    start: int
    end: int


@dataclass(slots=True)
class Collection:
    """A mapping or a list."""

    is_mapping: bool
    is_flow: bool
    """Written in brackets."""
    anchor: str
    column: int
    """Where its lines begin, from 0."""
    entries: list[Entry] = field(default_factory=list)
    foot: list[str] = field(default_factory=list)
    """Comments below the last entry."""


Value: TypeAlias = Scalar | Alias | Collection
_NOTHING: Final = Alias("", 0, 0)
"""The value of a key until it is read."""


@dataclass(slots=True)
class Entry:
    """A key with its value, or an item of a list, and the comments that go with it."""

    key: Scalar | None
    value: Value
    before: list[str]
    """Comments on lines of their own above it, and `BLANK` for empty lines."""
    head: str = ""
    """A comment on the line of the key, above what the key holds."""
    after: str = ""
    """A comment behind the value."""


@dataclass(slots=True)
class Syntax:
    """How a whole text is written."""

    head: list[str]
    """Comments above the first key."""
    directives: list[str]
    """Lines such as `%YAML 1.2`."""
    root: Entry
    foot: list[str]
    """Comments below everything."""
    comments: list[str]
    """All comments, wherever they stand, in the order of the text."""


class _Note(NamedTuple):
    column: int
    text: str


def read_syntax(text: str) -> Syntax:
    """Return how a text is written; it has to be one in which `read_yaml` finds no problem."""
    reader = _Reader(text)
    for event in events_of(text):
        reader.take(event)
    return reader.finished()


class _Reader:
    """Follows the events and hands every comment to what it belongs to."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        """How far the text has been read."""
        self.notes: list[_Note] = []
        """Comments that belong to what comes next."""
        self.open: list[tuple[Collection, Entry]] = []
        """Collections whose end has not been read, each with the entry that holds it."""
        self.root = Entry(None, _NOTHING, [])
        self.last = self.root
        """The entry to which a comment on the same line belongs."""
        self.is_above_content = False
        """Whether the last token was the beginning of a collection."""
        self.directives: list[str] = []
        self.seen: list[str] = []

    def take(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        match event:
            case DocumentStartEvent():
                self.start_document(start, end)
            case ScalarEvent():
                self.skip_to(start)
                self.scalar(event)
            case AliasEvent():
                self.skip_to(start)
                self.put(Alias(self.text[start:end], start, end))
                self.at = end
            case MappingStartEvent() | SequenceStartEvent():
                self.skip_to(start)
                self.start_collection(event)
            case MappingEndEvent() | SequenceEndEvent():
                self.skip_to(start)
                self.end_collection(event)

    def finished(self) -> Syntax:
        self.skip_to(len(self.text))
        head = self.root.before
        if isinstance(self.root.value, Collection) and self.root.value.entries:
            head += self.root.value.entries[0].before
            self.root.value.entries[0].before = []
        return Syntax(head, self.directives, self.root, self.comments(), self.seen)

    def start_document(self, start: int, end: int) -> None:
        above = LINE_BREAK.split(self.text[self.at : start])
        self.directives = [line.rstrip() for line in above if line.startswith("%")]
        if self.directives:
            self.seen = [line.strip() for line in above if line.lstrip().startswith("#")]
            self.notes = [_Note(0, comment) for comment in self.seen]
            self.at = start
        self.skip_to(start)
        self.at = end

    def scalar(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        anchor = self.anchor(start, end)
        start = max(start, self.at)
        scalar = Scalar(self.text[start:end], event.value, event.style or "", anchor, start, end)
        self.at = max(self.at, end)
        holder = self.open[-1][0] if self.open else None
        if holder and holder.is_mapping and not (holder.entries and holder.entries[-1].value is _NOTHING):
            self.last = Entry(scalar, _NOTHING, self.comments())
            holder.entries.append(self.last)
            self.is_above_content = False
            if len(holder.entries) == 1:
                holder.column = event.start_mark.column
            return
        self.put(scalar)
        if scalar.style in {"|", ">"}:
            self.finish_block(scalar)

    def finish_block(self, block: Scalar) -> None:
        """Take what a block of text ends with and what stands behind its sign: both lie within the token."""
        if found := _HEADER_COMMENT.match(block.raw):
            self.last.head = found[1].rstrip()
            self.seen.append(self.last.head)
        last_lines = LINE_BREAK.split(block.raw)[-2:]
        if not any(line.strip() for line in last_lines):
            self.notes.append(_Note(0, BLANK))

    def anchor(self, start: int, end: int) -> str:
        """Return the anchor that a value begins with, and read past it and what separates it from the value."""
        found = _ANCHOR.match(self.text, start, end)
        if not found:
            return ""
        self.at = found.end()
        space = _SPACE.match(self.text, found.end(), end)
        assert space is not None
        self.skip_to(space.end())
        return found[0]

    def put(self, value: Scalar | Alias) -> None:
        """Add a value without parts to what holds it; comments between a key and such a value go above the key."""
        entry = self.entry_for(value)
        if entry.key is not None:
            entry.before += [note for note in (entry.head, *self.comments()) if note]
            entry.head = ""
        self.last = entry
        self.is_above_content = False

    def entry_for(self, value: Value) -> Entry:
        """Return the entry that a value belongs to, with the value in it."""
        if not self.open:
            self.root.value = value
            return self.root
        holder, _ = self.open[-1]
        if holder.is_mapping:
            holder.entries[-1].value = value
        else:
            holder.entries.append(Entry(None, value, self.comments()))
        return holder.entries[-1]

    def start_collection(self, event: Any) -> None:
        start, end = event.start_mark, event.end_mark
        found = _ANCHOR.match(self.text, start.index)
        anchor = found[0] if found else ""
        is_mapping = isinstance(event, MappingStartEvent)
        has_sign = bool(anchor) and not event.flow_style and self.text[end.index - 1] == "-"
        column = end.column - has_sign if anchor else start.column
        collection = Collection(is_mapping, bool(event.flow_style), anchor, column)
        entry = self.entry_for(collection)
        if event.flow_style:
            entry.before += [note for note in self.comments() if note] if entry.key else []
            self.at = end.index
        elif anchor:
            self.at = start.index + len(anchor)
        self.open.append((collection, entry))
        self.last = entry
        self.is_above_content = True

    def end_collection(self, event: Any) -> None:
        collection, entry = self.open.pop()
        if collection.is_flow:
            collection.foot = [note for note in self.comments() if note]
            self.at = max(self.at, event.end_mark.index)
            self.last = entry
        else:
            collection.foot = self.comments(below=max(event.start_mark.column, collection.column - 1))
        self.is_above_content = False

    def skip_to(self, stop: int) -> None:
        """Take the comments between the last token and the next."""
        between = self.text[self.at : stop]
        has_lines = "#" in between or between.count("\n") + between.count("\r") > 0
        is_own = has_lines and self.begins_line()
        self.at = max(self.at, stop)
        *lines, rest = LINE_BREAK.split(between) if has_lines else ("",)
        for line in [*lines, rest] if "#" in rest else lines:
            self.take_line(line, is_own=is_own)
            is_own = True

    def begins_line(self) -> bool:
        """Tell whether nothing stands on this line so far."""
        start = self.at
        while start and self.text[start - 1] in " \t":
            start -= 1
        return not start or self.text[start - 1] in "\r\n"

    def take_line(self, line: str, *, is_own: bool) -> None:
        before, sign, rest = line.partition("#")
        comment = f"{sign}{rest}".rstrip()
        self.seen += [comment] if comment else []
        signs = before.strip()
        if is_own and not signs:
            self.notes.append(_Note(len(before), comment))
        elif not comment:
            return
        elif self.last.key and not self.last.head and (":" in signs or (self.is_above_content and not signs)):
            self.last.head = comment
        elif signs in {"", ","} and not self.is_above_content and not self.last.after:
            self.last.after = comment
        else:
            self.notes.append(_Note(len(before), comment))

    def comments(self, *, below: int | None = None) -> list[str]:
        """Return the comments that wait for what comes next; with `below`, the first ones further in than that."""
        end = len(self.notes)
        if below is not None:
            outer = (i for i, note in enumerate(self.notes) if note.text and note.column <= below)
            end = next(outer, end)
            while end and not self.notes[end - 1].text:
                end -= 1
        taken, self.notes = self.notes[:end], self.notes[end:]
        return [note.text for note in taken]
