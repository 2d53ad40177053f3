"""Puts, replaces and removes entries of a mapping in the text of a document; nothing else is touched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from readiness.editing.brackets import in_brackets
from readiness.editing.layout import entry_lines
from readiness.editing.replacements import Replacements
from readiness.editing.scalars import WIDTH
from readiness.editing.target import Changes, Target, name_of
from readiness.editing.values import key_and_value
from readiness.editing.written import Written, key_of, line_end, line_start, lines_in, start_of
from readiness.loading.plain_values import comparable
from readiness.loading.syntax import Collection, Entry, Scalar, Value
from readiness.model.order import Place

__all__ = ["EntryEditor"]


class EntryEditor:
    """Edits one text."""

    def __init__(self, text: str, *, is_json: bool) -> None:
        """Take a text in which `read_yaml` finds no problem; in JSON, keys and texts have to be in quotes."""
        self._written = Written(text)
        self._is_json = is_json
        self._replacements = Replacements()

    def result(self) -> str:
        """Return the text with everything replaced."""
        return self._replacements.made_in(self._written.text)

    def edit(self, target: Target, changes: Changes) -> None:
        """Make a mapping hold what it is to hold: keys that are not named stay.

        Raises:
            InputError: an entry is written in a way that cannot be edited where it stands.
        """
        if target.holder.is_flow:
            made = in_brackets(self._written, target, changes, is_json=self._is_json)
            self._replacements.replace(target.holder.start, target.holder.end, made)
            return
        entries = {key_of(entry): entry for entry in target.holder.entries}
        gone = [key for key in entries if key in changes and changes[key] is None]
        added = [key for key, value in changes.items() if key not in entries and value is not None]
        for key, entry in entries.items():
            if key in changes and key not in gone:
                self._change(entry, changes[key], target)
        for key in gone:
            self._remove(entries[key])
        if len(gone) == len(entries) and not added:
            self._replacements.put(self._written.after_colon(target.entry), " {}")
        for key in sorted(added, key=target.rank):
            self._add(key, changes[key], target)

    def replace_value(self, entry: Entry, value: Value, place: Place, column: int) -> None:
        """Write the value of a key anew. A comment behind it stays there; others in it go above the key.

        Args:
            entry: The key and its value.
            value: The value to be.
            place: Where in a document it stands.
            column: Where the key begins.

        Raises:
            InputError: the key is written in a way that cannot be edited where it stands.
        """
        start = self._written.after_colon(entry)
        end, behind = self._written.end_with_comment(entry)
        above = self._written.comments_in(start, end)
        if behind:
            above.pop()
        opening = entry_lines(Entry(entry.key, Scalar("", "", "", "", 0, 0), []), place, column)[0]
        first, *more = entry_lines(Entry(entry.key, value, []), place, column)
        first = f"{first[len(opening) :]}  {behind}" if behind else first[len(opening) :]
        self._replacements.replace(start, end, self._written.line_break.join([first, *more]))
        self._put_comments(above, entry)

    def _change(self, entry: Entry, value: object, target: Target) -> None:
        now = target.value_of(key_of(entry))
        if comparable(now) == comparable(value):
            return
        place = target.below(key_of(entry))
        holder = entry.value
        if isinstance(holder, Collection) and holder.is_mapping and holder.entries and isinstance(value, Mapping):
            written = tuple(dict.fromkeys([*map(str, value), *map(name_of, now)]))
            inner = Target(entry, holder, now, place, place.keys(written))
            changes = {**{name_of(key): None for key in now}, **value}
            if not holder.is_flow or self._fits(inner, changes):
                self.edit(inner, changes)
                return
        self.replace_value(entry, key_and_value(key_of(entry), value).value, place, target.holder.column)

    def _fits(self, target: Target, changes: Changes) -> bool:
        """Tell whether a mapping in brackets fits on its lines after the changes, and loses no comment by them."""
        holder = target.holder
        if self._written.comments_in(holder.start, holder.end):
            return False
        before = self._written.text[line_start(self._written.text, holder.start) : holder.start]
        made = before + in_brackets(self._written, target, changes, is_json=self._is_json)
        return all(len(line) <= WIDTH for line in lines_in(made))

    def _add(self, key: str, value: object, target: Target) -> None:
        written, space = self._written, [""] * target.is_spaced
        new = key_and_value(key, value, flow_from=target.flow_from)
        lines = entry_lines(new, target.below(key), target.holder.column)
        earlier = [one for one in target.holder.entries if target.rank(key_of(one)) <= target.rank(key)]
        if not earlier:
            at = written.own_line(target.holder.entries[0])
            self._put_lines(at, [*lines, *space])
            return
        if written.keeps_last_breaks(earlier[-1]):
            space = []  # an empty line would become part of the text above it
        self._put_lines(line_end(written.text, written.end_with_comment(earlier[-1])[0]), [*space, *lines])

    def _remove(self, entry: Entry) -> None:
        written = self._written
        start = written.own_line(entry)
        end, _ = written.end_with_comment(entry)
        comments = written.comments_in(written.after_colon(entry), end)
        end = line_end(written.text, end)
        if not comments and written.is_among_blank_lines(start, end):
            end = line_end(written.text, end)
        self._put_comments(comments, entry)
        self._replacements.replace(start, end, "")

    def _put_comments(self, comments: Sequence[str], entry: Entry) -> None:
        if comments:
            at = self._written.own_line(entry)
            indent = self._written.text[at : start_of(entry)]
            self._put_lines(at, [indent + comment for comment in comments])

    def _put_lines(self, at: int, lines: Sequence[str]) -> None:
        """Put whole lines at the beginning of a line, or at the end of a text whose last line has no break."""
        text, line_break = self._written.text, self._written.line_break
        if at and text[at - 1] not in "\r\n":
            self._replacements.put(at, "".join(line_break + line for line in lines))
        else:
            self._replacements.put(at, "".join(line + line_break for line in lines))
