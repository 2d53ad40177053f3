"""The canonical layout of a document: keys in the order of the models, one way to indent, quote and break lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from readiness.editing.scalars import INDENT, WIDTH, block_lines, folded, inline, literal
from readiness.loading.suppressions import is_suppression
from readiness.loading.syntax import BLANK, Alias, Collection, Entry, Scalar, Syntax, Value
from readiness.loading.syntax_reader import read_syntax
from readiness.loading.yaml_source import read_yaml
from readiness.loading.yaml_values import is_same
from readiness.model.order import Place

__all__ = ["entry_lines", "flow_text", "laid_out"]

_EDITOR_LINE = "# yaml-language-server:"


def laid_out(text: str, model: type) -> str | None:
    """Return a text in the canonical layout, or None when that would change what it says or lose a comment.

    Args:
        text: A document in which `read_yaml` finds no problem.
        model: What it is; its fields give the order of the keys.
    """
    syntax = read_syntax(text)
    made = "\n".join(_Writer(Place([model])).document(syntax)) + "\n"
    if made == text:
        return text
    before, after = read_yaml(text), read_yaml(made)
    if after.problems or not is_same(before.value, after.value):
        return None
    return made if sorted(read_syntax(made).comments) == sorted(syntax.comments) else None


def entry_lines(entry: Entry, place: Place, column: int) -> list[str]:
    """Return the lines of one entry of a mapping.

    Args:
        entry: Its key and value, which no comments belong to.
        place: Where its value stands in a document.
        column: Where its key begins.
    """
    writer = _Writer(place)
    writer.entry(entry, place, column, f"{' ' * column}{_key(entry)}")
    return writer.lines


def flow_text(value: Value, place: Place) -> str:
    """Return a value without comments on one line, collections in brackets."""
    text = _flow_value(value, place)
    assert text is not None, "collections in brackets, without comments, have a line"
    return text


class _Writer:
    """Writes a document line by line."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.lines: list[str] = []
        self.leaves_blank = False
        """Whether an empty line comes before the next one."""
        self.ends_in_text = False
        """Whether an empty line would become part of the text above it, which keeps all its line breaks."""

    def document(self, syntax: Syntax) -> list[str]:
        if syntax.directives:
            self.lines += [*syntax.directives, "---"]
        first = [note for note in syntax.head if note.startswith(_EDITOR_LINE)]
        self.comments([*first, *(note for note in syntax.head if note not in first)], 0)
        if isinstance(syntax.root.value, Collection):
            self.block(syntax.root.value, self.place, 0, is_ordered=not _has_suppression(syntax.head))
        self.comments([*(note for note in (syntax.root.head, syntax.root.after) if note), *syntax.foot], 0)
        return self.lines

    def comments(self, notes: Iterable[str], column: int) -> None:
        for note in notes:
            if note != BLANK:
                self.line(" " * column + note)
            elif self.lines:
                self.leaves_blank = True

    def block(
        self,
        collection: Collection,
        place: Place,
        column: int,
        opening: str | None = None,
        *,
        is_ordered: bool = True,
    ) -> None:
        """Write a collection, one entry below the other.

        Args:
            collection: What to write.
            place: What it is.
            column: Where its lines begin.
            opening: What the line of the first entry begins with, instead of spaces.
            is_ordered: Whether another entry may become the first one.
        """
        margin = " " * column
        written = _keys(collection)
        for index, entry in enumerate(_ordered(collection, place) if is_ordered else collection.entries):
            before = margin if index or opening is None else opening
            notes = entry.before if index else entry.before[_blanks(entry.before) :]
            self.comments(notes, _margin(before))
            below = place.item() if entry.key is None else place.below(entry.key.value, written)
            self.entry(entry, below, column, f"{before}{_key(entry)}")
        self.comments(collection.foot, column)

    def entry(self, entry: Entry, place: Place, column: int, opening: str) -> None:
        """Write an entry whose line begins with its key or its dash."""
        match entry.value:
            case Alias(raw=raw):
                self.line(f"{opening} {raw}", entry.after)
            case Scalar() as scalar:
                self.scalar(scalar, entry, column, opening)
            case Collection(entries=[]) as collection:
                self.comments([*filter(None, [entry.head]), *collection.foot], _margin(opening))
                signs = "{}" if collection.is_mapping else "[]"
                self.line(f"{_joined(opening, collection.anchor)} {signs}", entry.after)
            case Collection() as collection:
                start = _joined(opening, collection.anchor)
                flow = _flow(collection, place)
                keeps_line = _has_suppression([*entry.before, entry.after])
                if flow is not None and not entry.head and (len(start) + 1 + len(flow) <= WIDTH or keeps_line):
                    self.line(f"{start} {flow}", entry.after)
                else:
                    self.nested(collection, entry, place, column, start)

    def nested(self, collection: Collection, entry: Entry, place: Place, column: int, opening: str) -> None:
        """Write a collection below its key, or behind its dash."""
        if entry.key is None and not collection.anchor:
            if entry.after:
                # no line is left to carry it
                self.comments([entry.after], _margin(opening))
            is_ordered = not _has_suppression([*entry.before, entry.head, entry.after])
            self.block(collection, place, column + INDENT, f"{opening} ", is_ordered=is_ordered)
            return
        self.line(opening, entry.head or entry.after)
        if entry.head and entry.after:
            collection.foot.append(entry.after)
        self.block(collection, place, column + INDENT)

    def scalar(self, scalar: Scalar, entry: Entry, column: int, opening: str) -> None:
        start = _joined(opening, scalar.anchor)
        if scalar.style in {"|", ">"} and scalar.raw[0] in "|>":
            lines = block_lines(scalar, column + INDENT)
        else:
            lines = [inline(scalar, in_flow=False)]
            if len(start) + 1 + len(lines[0]) > WIDTH or "\n" in scalar.raw or "\r" in scalar.raw:
                lines = self.broken(scalar, column, fits=len(start) + 1 + len(lines[0]) <= WIDTH) or lines
        self.line(_joined(start, lines[0]), entry.head or entry.after)
        self.lines += lines[1:]
        self.ends_in_text = scalar.style in {"|", ">"} and lines[0].endswith("+")

    def broken(self, scalar: Scalar, column: int, *, fits: bool) -> list[str] | None:
        """Return a text as a block, where it has several lines or does not fit on one; None when it cannot be one."""
        block = literal(scalar, column + INDENT)
        return block if block or fits else folded(scalar, column + INDENT)

    def line(self, content: str, comment: str = "") -> None:
        if self.leaves_blank and not self.ends_in_text:
            self.lines.append("")
        self.leaves_blank = self.ends_in_text = False
        self.lines.append(f"{content}  {comment}" if comment else content)


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _joined(opening: str, more: str) -> str:
    return f"{opening} {more}" if more else opening


def _key(entry: Entry) -> str:
    """Return what the line of an entry begins with."""
    if entry.key is None:
        return "-"
    return _joined(entry.key.anchor, inline(entry.key, in_flow=False)).strip() + ":"


def _blanks(notes: list[str]) -> int:
    """Return how many empty lines comments begin with."""
    return next((index for index, note in enumerate(notes) if note != BLANK), len(notes))


def _keys(collection: Collection) -> tuple[str, ...]:
    return tuple(entry.key.value for entry in collection.entries if entry.key)


def _ordered(collection: Collection, place: Place) -> list[Entry]:
    """Return the entries of a mapping in the order of the model, what it does not know last; items as they are.

    A mapping with both an anchor and an alias in it stays as it is: an alias has to follow its anchor. So does one with
    a suppression on its first line, where findings about the whole of it stand as well.
    """
    if not collection.is_mapping or (_has_anchor(collection) and _has_alias(collection)):
        return collection.entries
    if any(_has_suppression([*first.before, first.head, first.after]) for first in collection.entries[:1]):
        return collection.entries
    ranks = {key: rank for rank, key in enumerate(place.keys(_keys(collection)))}
    return sorted(collection.entries, key=lambda entry: ranks.get(entry.key.value if entry.key else "", len(ranks)))


def _has_suppression(notes: Iterable[str]) -> bool:
    return any(map(is_suppression, notes))


def _parts(collection: Collection) -> Iterator[Value]:
    stack: list[Value] = [collection]
    while stack:
        value = stack.pop()
        yield value
        if isinstance(value, Collection):
            for entry in value.entries:
                stack.append(entry.value)
                if entry.key:
                    stack.append(entry.key)


def _has_alias(collection: Collection) -> bool:
    return any(isinstance(part, Alias) for part in _parts(collection))


def _has_anchor(collection: Collection) -> bool:
    return any(not isinstance(part, Alias) and part.anchor for part in _parts(collection))


def _flow(collection: Collection, place: Place) -> str | None:
    """Return a collection on one line, or None when it is not written in brackets or holds a comment."""
    if not collection.is_flow or any(collection.foot):
        return None
    parts = []
    written = _keys(collection)
    for entry in _ordered(collection, place):
        below = place.item() if entry.key is None else place.below(entry.key.value, written)
        part = None if any((*entry.before, entry.head, entry.after)) else _flow_value(entry.value, below)
        if part is None:
            return None
        parts.append(f"{_flow_key(entry)}{part}")
    return "{" + ", ".join(parts) + "}" if collection.is_mapping else "[" + ", ".join(parts) + "]"


def _flow_key(entry: Entry) -> str:
    if entry.key is None:
        return ""
    return _joined(entry.key.anchor, inline(entry.key, in_flow=True)).strip() + ": "


def _flow_value(value: Value, place: Place) -> str | None:
    match value:
        case Alias(raw=raw):
            return raw
        case Scalar(anchor=anchor):
            return _joined(anchor, inline(value, in_flow=True)).strip()
        case Collection(anchor=anchor):
            inner = _flow(value, place)
            return None if inner is None else _joined(anchor, inner).strip()
