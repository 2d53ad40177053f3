"""Reads YAML 1.2 into plain values and a tree of places.

libyaml's events are turned into values here, because every ready-made constructor reads YAML 1.1 (`no`, `010`,
`1:30`), forgets places, keeps the last of two equal keys, or recurses until the process dies.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import yaml
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from yaml.reader import ReaderError

from readiness.diagnostics import lines_of
from readiness.loading.json_escapes import with_pairs, without_pairs
from readiness.loading.places import Mark, Node, Problem, Source
from readiness.loading.yaml_values import is_same, key_of, plain_value

if TYPE_CHECKING:
    from collections.abc import Iterator


__all__ = [
    "LINE_BREAK",
    "MAX_BYTES",
    "MAX_ERRORS",
    "Span",
    "end_of",
    "events_of",
    "read_yaml",
    "scalar_spans",
    "shown",
    "written_nodes",
]

MAX_BYTES = 8_000_000
"""More than ten times the largest framework that anybody would answer."""
MAX_ERRORS = 1_000
"""More than anybody reads; what takes long is the search for what an author may have meant."""
MAX_DEPTH = 40
MAX_NODES = 400_000
"""Values after aliases are expanded; a long text counts as one more for every 64 characters."""

_CHARACTERS_A_NODE = 64
_LONGEST_SHOWN = 60
LINE_BREAK = re.compile(r"\r\n|[\r\n]")
"""The end of a line in YAML 1.2."""
_OTHER_BREAKS = re.compile("[\x85\u2028\u2029]")
"""Line breaks in YAML 1.1, and so in libyaml. In YAML 1.2, as in editors, they are characters like any other."""
_SYNTAX_ADVICE = {"mapping values are not allowed in this context": "a text with a colon needs quotes"}
"""What is nearly always wrong, by libyaml's complaint."""


class _StopReading(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def _mark(event: Any) -> Mark:
    start, end = event.start_mark, event.end_mark
    line, column = start.line, start.column + 1
    is_on_line = end.line == line and end.column >= column
    return Mark(line + 1, column, end.column + 1 if is_on_line else column + 1)


class _Built(NamedTuple):
    """A finished value, where it stands, and how large it is once aliases are expanded."""

    value: Any
    node: Node
    nodes: int
    height: int
    """Containers within containers; 0 for a scalar."""


class _Builder:
    """Turns events into values; a stack of open containers instead of recursion."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.anchors: dict[str, _Built] = {}
        self.nodes = 0

    def stop(self, code: str, message: str, mark: Mark, *, help: str = "") -> _StopReading:  # noqa: A002
        return _StopReading(Problem(code, message, mark, help))

    def note(self, problem: Problem) -> None:
        """Keep a problem that reading goes on after, unless there are more than anybody reads."""
        if len(self.problems) == MAX_ERRORS:
            message = f"the document has more than {MAX_ERRORS:,} errors; the first ones are shown"
            raise self.stop("RF003", message, problem.mark)
        self.problems.append(problem)

    def count(self, mark: Mark, nodes: int) -> None:
        self.nodes += nodes
        if self.nodes > MAX_NODES:
            message = f"the document is larger than {MAX_NODES:,} short values once aliases are expanded"
            raise self.stop("RF003", message, mark)

    def refuse_tag(self, event: Any, mark: Mark) -> None:
        message = f"the tag {shown(event.tag)} is not allowed"
        self.note(Problem("RF005", message, mark, help="remove it; quotes make a value text"))

    def build(self, events: Iterator[Any]) -> tuple[Any, Node]:
        stack: list[_Open] = []
        result: _Built | None = None
        for event in events:
            kind = type(event)
            if kind is ScalarEvent:
                if stack and stack[-1].wants_key:
                    self.open_key(stack[-1], event)
                    continue
                built = self.scalar(event)
            elif kind in (MappingStartEvent, SequenceStartEvent):
                stack.append(self.open(event, stack))
                continue
            elif kind in (MappingEndEvent, SequenceEndEvent):
                built = self.close(stack.pop())
            elif kind is AliasEvent:
                built = self.alias(event, stack)
            elif kind is DocumentStartEvent and result is not None:
                raise self.stop(
                    "RF005", "the file holds more than one document", _mark(event), help="keep one document in a file"
                )
            else:
                continue
            if stack:
                if stack[-1].repeated is not None:
                    self.compare_repeated(stack[-1], built, event)
                stack[-1].add(built)
            else:
                result = built
        return (result.value, result.node) if result else (None, Node(Mark(1, 1, 2)))

    def scalar(self, event: Any) -> _Built:
        mark, text = _mark(event), event.value
        nodes = 1 + len(text) // _CHARACTERS_A_NODE
        self.count(mark, nodes)
        if event.tag is not None:
            self.refuse_tag(event, mark)
        built = _Built(plain_value(text) if event.implicit[0] else text, Node(mark), nodes, height=0)
        if event.anchor:
            self.anchors[event.anchor] = built
        return built

    def open(self, event: Any, stack: list[_Open]) -> _Open:
        mark = _mark(event)
        self.refuse_depth(len(stack) + 1, mark)
        if stack and stack[-1].wants_key:
            raise self.stop("RF005", "a key must be plain text or a number", mark)
        self.count(mark, 1)
        if event.tag is not None:
            self.refuse_tag(event, mark)
        value: dict[str | int, Any] | list[Any] = {} if type(event) is MappingStartEvent else []
        return _Open(event.anchor, mark, value, nodes_before=self.nodes)

    def refuse_depth(self, depth: int, mark: Mark) -> None:
        if depth > MAX_DEPTH:
            raise self.stop("RF003", f"the document is nested more than {MAX_DEPTH} levels deep", mark)

    def close(self, done: _Open) -> _Built:
        value = tuple(done.value) if isinstance(done.value, list) else done.value
        node = Node(done.mark, done.keys, done.parts)
        built = _Built(value, node, self.nodes - done.nodes_before + 1, done.height)
        if done.anchor:
            self.anchors[done.anchor] = built
        return built

    def alias(self, event: Any, stack: list[_Open]) -> _Built:
        mark = _mark(event)
        if stack and stack[-1].wants_key:
            raise self.stop("RF005", "a key must be plain text or a number", mark)
        known = self.anchors.get(event.anchor)
        if known is None:
            name = shown(event.anchor)
            raise self.stop("RF001", f"the alias *{name} has no complete anchor &{name} before it", mark)
        self.refuse_depth(len(stack) + known.height, mark)
        self.count(mark, known.nodes)
        return known._replace(node=Node(mark, known.node.keys, known.node.parts))

    def compare_repeated(self, holder: _Open, built: _Built, event: Any) -> None:
        """Note where the value of a key ends that stands twice, when it is short and says the same both times."""
        assert holder.repeated is not None
        assert isinstance(holder.value, dict)
        problem = self.problems[holder.repeated]
        is_on_line = event.start_mark.line == event.end_mark.line == problem.mark.line - 1
        if built.height == 0 and is_on_line and is_same(built.value, holder.value[holder.key]):
            self.problems[holder.repeated] = replace(problem, end_of_copy=event.end_mark.column + 1)

    def open_key(self, holder: _Open, event: Any) -> None:
        mark, key = _mark(event), key_of(event)
        self.count(mark, 1 + len(event.value) // _CHARACTERS_A_NODE)
        if event.tag is not None:
            self.refuse_tag(event, mark)
        holder.key = holder.written.setdefault(event.value, key)
        holder.wants_key = False
        first = holder.keys.setdefault(holder.key, mark)
        holder.repeated = None
        if first is not mark:
            holder.repeated = len(self.problems)
            message = f"the key `{shown(event.value)}` stands twice in the same mapping"
            self.note(Problem("RF004", message, mark, help="keep one of them", other=first))


def shown(text: str) -> str:
    """Return a name that somebody wrote, short enough for a message."""
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


class _Open:
    """A container whose end has not been read yet."""

    __slots__ = (
        "anchor",
        "height",
        "key",
        "keys",
        "mark",
        "nodes_before",
        "parts",
        "repeated",
        "value",
        "wants_key",
        "written",
    )

    def __init__(
        self, anchor: str | None, mark: Mark, value: dict[str | int, Any] | list[Any], *, nodes_before: int
    ) -> None:
        self.anchor, self.mark, self.value, self.nodes_before = anchor, mark, value, nodes_before
        self.keys: dict[str | int, Mark] = {}
        self.written: dict[str, str | int] = {}
        self.parts: dict[str | int, Node] = {}
        self.key: str | int = 0
        self.repeated: int | None = None
        """Which problem says that the key stands here for the second time."""
        self.height = 1
        self.wants_key = isinstance(value, dict)

    def add(self, built: _Built) -> None:
        self.height = max(self.height, built.height + 1)
        if isinstance(self.value, list):
            self.parts[len(self.value)] = built.node
            self.value.append(built.value)
            return
        self.value.setdefault(self.key, built.value)
        self.parts.setdefault(self.key, built.node)
        self.wants_key = True


def events_of(text: str) -> Iterator[Any]:
    """Yield libyaml's events; their marks count characters of the text, and both ends of a token are known.

    Raises:
        yaml.YAMLError: the text is not YAML.
    """
    readable = without_pairs(text)
    parser = CParser(_OTHER_BREAKS.sub(" ", readable))
    events = iter(parser.get_event, None)
    try:
        yield from events if readable is text else (with_pairs(event, text) for event in events)
    finally:
        parser.dispose()


def read_yaml(text: str) -> Source:
    """Return what a YAML 1.2 text says and where, with everything that is wrong with it as YAML."""
    builder = _Builder()
    try:
        value, root = builder.build(events_of(text))
    except _StopReading as stop:
        return Source(None, Node(stop.problem.mark), (*builder.problems, stop.problem), readable=False)
    except yaml.YAMLError as error:
        problem = _syntax_problem(error, text)
        return Source(None, Node(problem.mark), (*builder.problems, problem), readable=False)
    return Source(value, root, tuple(builder.problems), readable=True)


def written_nodes(text: str) -> Any:
    """Return the nodes of a text that `read_yaml` has bounded, each with the ends of what is written.

    Raises:
        ValueError: the text is not YAML.
    """
    try:
        return yaml.compose(_OTHER_BREAKS.sub(" ", without_pairs(text)), Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from None


class Span(NamedTuple):
    """Where a scalar begins and where it ends, by line and column; the end is exclusive."""

    start: tuple[int, int]
    end: tuple[int, int]
    is_block: bool
    """Whether it is in literal or folded style, with its text below its first line."""


def scalar_spans(text: str) -> Iterator[Span]:
    """Yield the place of every scalar, in order, as far as the text is YAML."""
    with suppress(yaml.YAMLError):
        for event in events_of(text):
            if type(event) is ScalarEvent:
                start, end = cast("Any", event.start_mark), cast("Any", event.end_mark)
                yield Span(
                    (start.line + 1, start.column + 1), (end.line + 1, end.column + 1), event.style in {"|", ">"}
                )


def _syntax_problem(error: yaml.YAMLError, text: str) -> Problem:
    """Return libyaml's complaint with its place."""
    if isinstance(error, ReaderError):
        before = _OTHER_BREAKS.sub(" ", text).encode()[: error.position].decode(errors="ignore")
        line, column = end_of(before)
        message = f"the character U+{error.character:04X} is not allowed"
        return Problem("RF001", message, Mark(line, column, column + 1), help="remove it")
    start = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None) or start
    said = getattr(error, "problem", None) or getattr(error, "reason", None) or "the text is not YAML"
    context = getattr(error, "context", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if not any(rest.strip() for rest in lines_of(text)[line - 1 :]):
        line, column = end_of(text.rstrip())  # it ended too early: its last words show more than an empty line
    began = Mark(start.line + 1, start.column + 1, start.column + 2) if start and start.line + 1 < line else None
    return Problem(
        "RF001",
        f"{said}, {context}" if context else str(said),
        Mark(line, column, column + 1),
        help=_SYNTAX_ADVICE.get(str(said), "check indentation, quotes and colons near this place"),
        other=began,
        label="it begins here",
    )


def end_of(text: str) -> tuple[int, int]:
    """Return the line and the column that follow a text."""
    *above, last = lines_of(text)
    return len(above) + 1, len(last) + 1
