"""Amends the text of a document: names and values are written anew, what is left out stays as a comment.

Everything else keeps its place, its comments, its quotes and its line ends, because nothing else is touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, TypeAlias

from readiness.diagnostics import Path
from readiness.errors import InputError
from readiness.loading.yaml_source import written_nodes
from readiness.versions.carrying import Edit, Leave, Rename, Rewrite

__all__ = ["amended", "written_at"]

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9._-]*|[0-9]+\.[0-9]+\.[0-9]+")
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
"""Text only in quotes, to one reader of YAML or another."""
_LINE = re.compile(r"[^\r\n]*(?:\r\n|[\r\n]|\Z)")
_BREAK = re.compile(r"\r\n|[\r\n]")
_ALIAS = re.compile(r"[^\r\n,\]}#]*")

_WRITE_OUT = "write answers out on lines of their own, without anchors and aliases, then try again"

_Replacement: TypeAlias = tuple[int, int, str]
"""Start, end and the new text."""


class _Place(NamedTuple):
    """An entry of a mapping or of a list."""

    holder: Any
    number: int
    key: Any
    """None for an entry of a list."""
    value: Any
    above: _Place | None

    @property
    def start(self) -> int:
        return _start(self.key or self.value)

    @property
    def is_alias(self) -> bool:
        """Whether the value stands elsewhere, at its anchor."""
        return _start(self.value) < (_start(self.key) if self.key else _start(self.holder))


def amended(text: str, edits: Iterable[Edit], because: str) -> str:
    """Return the text after the edits, whose paths are those before any edit.

    Args:
        text: A document that can be read.
        edits: At most one for each path.
        because: What a comment says before the reason why something is left out.

    Raises:
        InputError: something is written in a way that cannot be amended where it stands.
    """
    edits = tuple(edits)
    text = _replaced(text, _rewritten(text, [edit for edit in edits if isinstance(edit, Rewrite)]))
    leaves = [edit for edit in edits if isinstance(edit, Leave)]
    for depth in sorted({len(edit.path) for edit in leaves}, reverse=True):
        text = _replaced(text, _left_out(text, [edit for edit in leaves if len(edit.path) == depth], because))
    return _replaced(text, _renamed(text, [edit for edit in edits if isinstance(edit, Rename)]))


def written_at(text: str, path: Path) -> str:
    """Return an entry as it is written, without what its lines are indented by."""
    place = _find(_nodes(text), path)
    column = place.start - _line_start(text, place.start)
    end = _end(text, place)
    first, *others = _lines(text[place.start : end if place.holder.flow_style else _line_end(text, end)])
    return "\n".join([first, *(line[min(column, _indent(line)) :] for line in others)])


def _replaced(text: str, replacements: Iterable[_Replacement]) -> str:
    for start, end, new in sorted(replacements, reverse=True):
        text = text[:start] + new + text[end:]
    return text


# --- places --------------------------------------------------------------------------------------------------------


def _nodes(text: str) -> Any:
    try:
        return written_nodes(text)
    except ValueError:
        raise InputError("what has to be left out is needed elsewhere, through an alias", hint=_WRITE_OUT) from None


def _find(root: Any, path: Path) -> _Place:
    node, place = root, None
    for step in path:
        if node.id == "mapping":
            number = next(i for i, (key, _) in enumerate(node.value) if key.value == str(step))
            key, value = node.value[number]
        else:
            assert isinstance(step, int)
            number, key, value = step, None, node.value[step]
        place = _Place(node, number, key, value, place)
        node = value
    assert place is not None, "a path has at least one step"
    return place


def _start(node: Any) -> int:
    return int(node.start_mark.index)


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _line_end(text: str, at: int) -> int:
    """Return where the line ends, its break included."""
    found = _LINE.match(text, at)
    assert found is not None
    return found.end()


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _end(text: str, place: _Place) -> int:
    """Return where an entry ends: after the last sign of its value, without comments or white space behind it."""
    if place.is_alias:
        found = _ALIAS.match(text, place.start)
        assert found is not None
        return place.start + len(found[0].rstrip())
    end = _node_end(text, place.value)
    return max(end, int(place.key.end_mark.index)) if place.key else end


def _node_end(text: str, node: Any) -> int:
    end = int(node.end_mark.index)
    if node.id == "scalar" or node.flow_style:
        return len(text[:end].rstrip())
    *_, last = node.value
    key, value = last if isinstance(last, tuple) else (None, last)
    return _end(text, _Place(node, len(node.value) - 1, key, value, None))


# --- names and values ----------------------------------------------------------------------------------------------


def _rewritten(text: str, edits: Iterable[Rewrite]) -> Iterator[_Replacement]:
    root = _nodes(text)
    for edit in edits:
        place = _find(root, edit.path)
        if place.is_alias:
            raise _unable(place)
        yield _start(place.value), _node_end(text, place.value), _written(edit.to)


def _renamed(text: str, edits: Iterable[Rename]) -> Iterator[_Replacement]:
    root = _nodes(text)
    for edit in edits:
        place = _find(root, edit.path)
        yield _start(place.key), int(place.key.end_mark.index), _written(edit.to)


def _written(name: str) -> str:
    is_plain = _PLAIN.fullmatch(name) and name.lower() not in _WORDS
    return name if is_plain else f'"{name}"'


def _unable(place: _Place) -> InputError:
    line = (place.key or place.holder).start_mark.line + 1
    return InputError(
        f"line {line} cannot be amended where it stands",
        hint=_WRITE_OUT,
    )


# --- what is left out ----------------------------------------------------------------------------------------------


def _left_out(text: str, leaves: Iterable[Leave], because: str) -> Iterator[_Replacement]:
    """Yield what makes comments of entries, mapping by mapping and list by list."""
    root = _nodes(text)
    groups: dict[int, list[tuple[_Place, str]]] = {}
    for leave in leaves:
        place = _find(root, leave.path)
        groups.setdefault(id(place.holder), []).append((place, f"{because}: {leave.why}"))
    for group in groups.values():
        yield from _out_of_flow(text, group) if group[0][0].holder.flow_style else _out_of_block(text, group)


def _out_of_block(text: str, group: list[tuple[_Place, str]]) -> Iterator[_Replacement]:
    for place, why in group:
        start, end = _line_start(text, place.start), _line_end(text, _end(text, place))
        before = r" *" if place.key else r" *- +"
        if not re.fullmatch(before, text[start : place.start]):
            raise _unable(place)
        yield start, end, _comment(text[start:end], why, _indent(text[start : place.start]))
    first = group[0][0]
    if len(group) == len(first.holder.value):
        if first.above is None or first.above.key is None:
            raise _unable(first)
        after_colon = text.index(":", int(first.above.key.end_mark.index)) + 1
        yield after_colon, after_colon, " {}" if first.key else " []"


def _out_of_flow(text: str, group: list[tuple[_Place, str]]) -> Iterator[_Replacement]:
    """Yield the brackets without the entries, and a comment with the whole of what they held above them."""
    first = group[0][0]
    signs = "{}" if first.key else "[]"
    start, end = text.index(signs[0], _start(first.holder)), _node_end(text, first.holder)
    gone = {place.number for place, _ in group}
    entries = [_Place(first.holder, i, *_key_and_value(one), None) for i, one in enumerate(first.holder.value)]
    kept = [text[one.start : _end(text, one)] for one in entries if one.number not in gone]
    if any(one.is_alias and not one.key for one in entries):
        raise _unable(first)
    yield start, end, f"{signs[0]}{', '.join(kept)}{signs[1]}"
    above = first.above
    while above and above.holder.flow_style:
        above = above.above
    at = _line_start(text, above.start if above else start)
    indent = _indent(text[at : above.start]) if above else 0
    key = f"{first.above.key.value}: " if first.above and first.above.key else ""
    reasons = "; ".join(dict.fromkeys(why for _, why in group))
    held = "\n".join(line.strip() for line in _lines(f"{key}{text[start:end]}"))
    yield at, at, _comment(held, reasons, indent, line_break=_break_of(text))


def _key_and_value(entry: Any) -> tuple[Any, Any]:
    return entry if isinstance(entry, tuple) else (None, entry)


def _comment(block: str, why: str, indent: int, *, line_break: str | None = None) -> str:
    """Return lines as comments, with a line above them that says why."""
    line_break = line_break or _break_of(block)
    space = " " * indent
    lines = [f"{space}# {line[min(indent, _indent(line)) :]}".rstrip() for line in _lines(block)]
    return "".join(f"{line}{line_break}" for line in [f"{space}# {why}", *lines])


def _lines(text: str) -> list[str]:
    """Return the lines of a text; a break at its end begins no further one."""
    lines = _BREAK.split(text)
    return lines if lines[-1] else lines[:-1]


def _break_of(text: str) -> str:
    found = _BREAK.search(text)
    return found[0] if found else "\n"
