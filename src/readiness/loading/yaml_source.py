"""Reads YAML 1.2 into plain values and a tree of places. The only module that imports yaml.

libyaml's events are turned into values here, because every ready-made constructor reads YAML 1.1 (`no`, `010`,
`1:30`), forgets places, keeps the last of two equal keys, or recurses until the process dies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml
from yaml.cyaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from readiness.model.base import WrittenDecimal, WrittenInt

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from readiness.diagnostics import Path

__all__ = ["MAX_BYTES", "Mark", "Node", "Problem", "Source", "read_yaml"]

MAX_BYTES = 8_000_000
"""More than ten times the largest framework that anybody would answer."""
MAX_DEPTH = 40
MAX_NODES = 400_000
"""Values after aliases are expanded."""

_INT = re.compile(r"[-+]?[0-9]+$")
_OCTAL_OR_HEX = re.compile(r"0o[0-7]+$|0x[0-9a-fA-F]+$")
_DECIMAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?$")
_CANONICAL_INT = re.compile(r"-?(0|[1-9][0-9]{0,17})$")
_NOTHING: Mapping[Any, Any] = MappingProxyType({})
_WORDS = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip


class Mark(NamedTuple):
    """A stretch of one line; lines and columns count from 1, the end is exclusive."""

    line: int
    column: int
    end_column: int


class Node(NamedTuple):
    """Where a value stands, and where its keys and parts stand."""

    mark: Mark
    keys: Mapping[str | int, Mark] = _NOTHING
    parts: Mapping[str | int, Node] = _NOTHING

    def find(self, path: Path) -> tuple[Node, int]:
        """Return the deepest known node on a path, and how many steps of the path lead to it."""
        node, steps = self, 0
        for step in path:
            if step not in node.parts:
                break
            node, steps = node.parts[step], steps + 1
        return node, steps


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that keeps the text from being plain, safe YAML 1.2."""

    code: str
    message: str
    mark: Mark
    help: str = ""
    other: Mark | None = None
    """A second place that explains the first."""


@dataclass(frozen=True, slots=True)
class Source:
    """A text, what it says, and where it says it."""

    value: Any
    root: Node
    problems: tuple[Problem, ...]
    readable: bool
    """False when the text broke off before its end: the value is then not to be used."""


class _StopReading(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def _mark(event: Any) -> Mark:
    start, end = event.start_mark, event.end_mark
    stop = end.column + 1 if end.line == start.line else start.column + 2
    return Mark(start.line + 1, start.column + 1, max(stop, start.column + 2))


def _plain(text: str) -> Any:
    """Return what an unquoted scalar means in the core schema of YAML 1.2."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "0123456789+-.":
        return text
    if _INT.match(text) and len(text) < 400:
        value = WrittenInt(text)
    elif _OCTAL_OR_HEX.match(text) and len(text) < 400:
        value = WrittenInt(text, 0)
    elif _DECIMAL.match(text) and len(text) < 400:
        number = WrittenDecimal(text)
        number.text = text
        return number
    else:
        return text
    value.text = text
    return value


def _key(event: Any) -> str | int:
    text: str = event.value
    if event.implicit[0] and _CANONICAL_INT.match(text):
        key = WrittenInt(text)
        key.text = text
        return key
    return text


class _Builder:
    """Turns events into values; a stack of open containers instead of recursion."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.anchors: dict[str, tuple[Any, Node, int]] = {}
        self.nodes = 0

    def stop(self, code: str, message: str, mark: Mark, *, help: str = "") -> _StopReading:  # noqa: A002
        return _StopReading(Problem(code, message, mark, help))

    def count(self, event: Any, mark: Mark, *, nodes: int = 1) -> None:
        if event.__class__ is not AliasEvent and event.tag is not None:
            self.problems.append(
                Problem(
                    "RF005", f"the tag {event.tag} is not allowed", mark, help="remove it; quotes make a value text"
                )
            )
        self.nodes += nodes
        if self.nodes > MAX_NODES:
            raise self.stop("RF003", f"the document has more than {MAX_NODES:,} values once aliases are expanded", mark)

    def build(self, events: Iterator[Any]) -> tuple[Any, Node]:
        stack: list[_Open] = []
        result: tuple[Any, Node] | None = None
        for event in events:
            kind = type(event)
            if kind is ScalarEvent:
                mark = _mark(event)
                self.count(event, mark)
                if stack and stack[-1].wants_key:
                    self.open_key(stack[-1], event, mark)
                    continue
                value, node = (_plain(event.value) if event.implicit[0] else event.value), Node(mark)
                if event.anchor:
                    self.anchors[event.anchor] = (value, node, 1)
            elif kind in (MappingStartEvent, SequenceStartEvent):
                stack.append(self.open(event, stack))
                continue
            elif kind in (MappingEndEvent, SequenceEndEvent):
                value, node = self.close(stack.pop())
            elif kind is AliasEvent:
                value, node = self.alias(event, wants_key=bool(stack) and stack[-1].wants_key)
            elif kind is DocumentStartEvent and result is not None:
                raise self.stop(
                    "RF005", "the file holds more than one document", _mark(event), help="keep one document in a file"
                )
            else:
                continue
            if stack:
                stack[-1].add(value, node)
            else:
                result = value, node
        return result or (None, Node(Mark(1, 1, 2)))

    def open(self, event: Any, stack: list[_Open]) -> _Open:
        mark = _mark(event)
        if len(stack) >= MAX_DEPTH:
            raise self.stop("RF003", f"the document is nested more than {MAX_DEPTH} levels deep", mark)
        if stack and stack[-1].wants_key:
            raise self.stop("RF005", "a key must be plain text or a number", mark)
        self.count(event, mark)
        value: dict[str | int, Any] | list[Any] = {} if type(event) is MappingStartEvent else []
        return _Open(event.anchor, mark, value, nodes_before=self.nodes)

    def close(self, done: _Open) -> tuple[Any, Node]:
        value = tuple(done.value) if isinstance(done.value, list) else done.value
        node = Node(done.mark, done.keys, done.parts)
        if done.anchor:
            self.anchors[done.anchor] = (value, node, self.nodes - done.nodes_before + 1)
        return value, node

    def alias(self, event: Any, *, wants_key: bool) -> tuple[Any, Node]:
        mark = _mark(event)
        if wants_key:
            raise self.stop("RF005", "a key must be plain text or a number", mark)
        if event.anchor not in self.anchors:
            raise self.stop("RF001", f"the alias *{event.anchor} stands before its anchor is complete", mark)
        value, node, size = self.anchors[event.anchor]
        self.count(event, mark, nodes=size)
        return value, Node(mark, node.keys, node.parts)

    def open_key(self, holder: _Open, event: Any, mark: Mark) -> None:
        key = _key(event)
        if key in holder.keys:
            self.problems.append(
                Problem("RF004", f"the key `{key}` stands twice in the same mapping", mark,
                        help="keep one of them", other=holder.keys[key])
            )  # fmt: skip
        else:
            holder.keys[key] = mark
        holder.key = key
        holder.wants_key = False


class _Open:
    """A container whose end has not been read yet."""

    __slots__ = ("anchor", "key", "keys", "mark", "nodes_before", "parts", "value", "wants_key")

    def __init__(
        self, anchor: str | None, mark: Mark, value: dict[str | int, Any] | list[Any], *, nodes_before: int
    ) -> None:
        self.anchor, self.mark, self.value, self.nodes_before = anchor, mark, value, nodes_before
        self.keys: dict[str | int, Mark] = {}
        self.parts: dict[str | int, Node] = {}
        self.key: str | int = 0
        self.wants_key = isinstance(value, dict)

    def add(self, value: Any, node: Node) -> None:
        if isinstance(self.value, list):
            self.parts[len(self.value)] = node
            self.value.append(value)
            return
        self.value.setdefault(self.key, value)
        self.parts.setdefault(self.key, node)
        self.wants_key = True


def _events(text: str) -> Iterator[Any]:
    parser = CParser(text)
    try:
        while (event := parser.get_event()) is not None:
            yield event
    finally:
        parser.dispose()


def read_yaml(text: str) -> Source:
    """Return what a YAML 1.2 text says and where, with everything that is wrong with it as YAML."""
    builder = _Builder()
    try:
        value, root = builder.build(_events(text))
    except _StopReading as stop:
        return Source(None, Node(stop.problem.mark), (*builder.problems, stop.problem), readable=False)
    except yaml.YAMLError as error:
        problem = _syntax_problem(error)
        return Source(None, Node(problem.mark), (*builder.problems, problem), readable=False)
    return Source(value, root, tuple(builder.problems), readable=True)


def _syntax_problem(error: yaml.YAMLError) -> Problem:
    """Return libyaml's complaint with its place."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = getattr(error, "problem", None) or getattr(error, "reason", None) or "the text is not YAML"
    place = Mark(mark.line + 1, mark.column + 1, mark.column + 2) if mark else Mark(1, 1, 2)
    context = getattr(error, "context", None)
    return Problem(
        "RF001",
        f"{said}, {context}" if context else str(said),
        place,
        help="check indentation, quotes and colons near this place",
    )
