"""Reads YAML as somebody wrote it: every value with its text, its style and the comments around it.

`yaml_source` says what a text means; this says how it is written, for whoever has to write it anew. libyaml gives both
ends of every token; between two tokens lie white space, signs such as `-` and `,`, and comments.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from readiness.diagnostics import lines_of
from readiness.loading.syntax import BLANK, NOTHING, Alias, Collection, Entry, Scalar, Syntax, Value
from readiness.loading.yaml_source import events_of

__all__ = ["read_syntax"]

_ANCHOR = re.compile(r"&[^\s,\[\]{}]+")
_HEADER_COMMENT = re.compile(r"[|>][-+0-9]*[ \t]+(#[^\r\n]*)")
_SPACE = re.compile(r"(?:\s+|(?<=\s)#[^\r\n]*)*")


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
        self.root = Entry(None, NOTHING, [])
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
        above = lines_of(self.text[self.at : end])
        self.directives = [line.rstrip() for line in above if line.startswith("%")]
        if self.directives:
            self.seen = [line.strip() for line in above if line.lstrip().startswith("#")]
            self.notes = [_Note(0, comment) for comment in self.seen]
        else:
            self.skip_to(start)
        self.at = end

    def scalar(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        anchor = self.anchor(start, end)
        start = max(start, self.at)
        scalar = Scalar(self.text[start:end], event.value, event.style or "", anchor, start, end)
        self.at = max(self.at, end)
        holder = self.open[-1][0] if self.open else None
        if holder and holder.is_mapping and not (holder.entries and holder.entries[-1].value is NOTHING):
            self.last = Entry(scalar, NOTHING, self.comments())
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
        last_lines = lines_of(block.raw)[-2:]
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
            collection.start = end.index - 1
        elif anchor:
            self.at = start.index + len(anchor)
        self.open.append((collection, entry))
        self.last = entry
        self.is_above_content = True

    def end_collection(self, event: Any) -> None:
        collection, entry = self.open.pop()
        if collection.is_flow:
            collection.foot = [note for note in self.comments() if note]
            collection.end = event.end_mark.index
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
        *lines, rest = lines_of(between) if has_lines else ("",)
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
        elif signs in {"", ","} and not (self.is_above_content or self.last.after or self.last.value is NOTHING):
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
