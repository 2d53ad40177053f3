"""Any way in which somebody may write a document: YAML texts for laws, each with the comments that are in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from hypothesis import strategies as st

__all__ = ["Written", "assessments", "texts"]

KEYS = ["id", "title", "areas", "questions", "levels", "weight", "type", "note", "1", '"2"', "'a: b'", "gates", "other"]
PLAIN = [
    "a",
    "no",
    "010",
    "1:30",
    "3.10",
    "1e3",
    "2026-11-20",
    "~",
    "",
    "null",
    "true",
    "0x1f",
    "it's",
    "a#b",
    "-1",
    "x y",
]
LETTERS = st.text(st.sampled_from("ab1 :#-?'\"{}[],&*!|>%@\\é😀~.0\n\t\x85\u2028\xa0"), max_size=12)
WORDS = st.lists(
    st.sampled_from(["digital", "a", "  ", "#no-comment", "key:", "- dash", "é" * 30]), min_size=1, max_size=40
)
T = TypeVar("T")
Draw = Callable[[st.SearchStrategy[Any]], Any]


class Written(NamedTuple):
    """A text and its comments."""

    text: str
    comments: list[str]


@st.composite
def texts(draw: Draw) -> Written:
    """Draw the text of a mapping with anything in it."""
    scribe = _Scribe(draw)
    lines = ["readiness: framework/1", *scribe.entries(0, depth=3)]
    end = draw(st.sampled_from(["\n", "\r\n"]))
    last = draw(st.sampled_from(["", end, end * 3]))
    return Written(end.join(lines) + last, scribe.comments)


@st.composite
def assessments(draw: Draw, *, anchors: bool = False) -> Written:
    """Draw the text of an assessment whose answers are written in any way, with or without anchors."""
    scribe = _Scribe(draw, has_anchors=anchors)
    style = scribe.one_of("block", "block", "block", "flow", "empty", "missing")
    answers: dict[str, Callable[[], list[str]]] = {
        "block": lambda: [f"answers:{scribe.behind()}", *scribe.entries(scribe.one_of(1, 2, 4), depth=3)],
        "flow": lambda: [f"answers: {scribe.flow_mapping(2)}{scribe.behind()}"],
        "empty": lambda: [f"answers:{scribe.one_of('', ' {}', ' ~')}{scribe.behind()}"],
        "missing": list,
    }
    plan = ["plan:", *scribe.entries(2, depth=1)] if scribe.is_so() else []
    lines = ["# top", "readiness: assessment/1", *scribe.own_lines(0), *answers[style](), *plan]
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return Written(end.join(lines) + draw(st.sampled_from(["", end, end * 3])), ["# top", *scribe.comments])


class _Scribe:
    """Writes as people do, everyone in another way."""

    def __init__(self, draw: Draw, *, has_anchors: bool = True) -> None:
        self.draw = draw
        self.has_anchors = has_anchors
        self.comments: list[str] = []
        self.anchors: list[str] = []

    def one_of(self, *choices: T) -> T:
        choice: T = self.draw(st.sampled_from(choices))
        return choice

    def is_so(self, *, rarely: bool = False) -> bool:
        return bool(self.one_of(*range(4 if rarely else 2)) == 1)

    def comment(self) -> str:
        self.comments.append(f"#{self.one_of('', ' ')}comment {len(self.comments)}")
        return self.comments[-1]

    def own_lines(self, indent: int) -> list[str]:
        kinds = self.draw(st.lists(st.sampled_from(["blank", "comment", "outdented"]), max_size=2))
        columns = {"comment": indent, "outdented": max(0, indent - 1)}
        return ["" if kind == "blank" else " " * columns[kind] + self.comment() for kind in kinds]

    def behind(self) -> str:
        return f"{self.one_of(' ', '   ')}{self.comment()}" if self.is_so(rarely=True) else ""

    def entries(self, indent: int, depth: int) -> list[str]:
        """Return a block mapping."""
        lines = []
        for key in self.draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=4, unique=True)):
            lines += [*self.own_lines(indent), *self.value(f"{' ' * indent}{key}:", indent, depth)]
        return [*lines, *self.own_lines(indent)]

    def items(self, indent: int, depth: int) -> list[str]:
        """Return a block list."""
        lines = []
        for _ in range(self.one_of(1, 2)):
            lines += [*self.own_lines(indent), *self.value(f"{' ' * indent}-", indent, depth)]
        return [*lines, *self.own_lines(indent)]

    def value(self, opening: str, indent: int, depth: int) -> list[str]:
        kinds = ["scalar", "block"] if depth == 0 else ["scalar", "block", "mapping", "list", "flow", "wide", "alias"]
        match self.one_of(*kinds):
            case "mapping":
                return [f"{opening}{self.behind()}", *self.entries(indent + self.one_of(1, 2, 4), depth - 1)]
            case "list":
                return [f"{opening}{self.behind()}", *self.items(indent + self.one_of(1, 2), depth - 1)]
            case "flow":
                return [f"{opening} {self.flow(depth)}{self.behind()}"]
            case "wide":
                return self.wide(opening, indent)
            case "block":
                return self.block(opening, indent)
            case "alias" if self.anchors:
                return [f"{opening} {self.one_of(*self.anchors).replace('&', '*')}{self.behind()}"]
            case _:
                anchor = f" &a{len(self.anchors)}" if self.has_anchors and self.is_so(rarely=True) else ""
                self.anchors += [anchor.strip()] if anchor else []
                return [f"{opening}{anchor} {self.scalar()}{self.behind()}"]

    def scalar(self) -> str:
        match self.one_of("plain", "single", "double", "long"):
            case "plain":
                return self.one_of(*PLAIN)
            case "long":
                return '"' + " ".join(self.draw(WORDS)) + '"'
            case "single":
                letters: str = self.draw(LETTERS.filter(str.isprintable))
                return "'" + letters.replace("'", "''") + "'"
            case _:
                escaped = [c if c.isprintable() and c not in '"\\' else f"\\U{ord(c):08x}" for c in self.draw(LETTERS)]
                return '"' + "".join(escaped) + '"'

    def flow(self, depth: int) -> str:
        scalars = [
            self.one_of("a", "no", "'it''s'", '"a, b"', "1", "{}", "[]", '"a: b"')
            for _ in range(self.one_of(0, 1, 3, 30))
        ]
        if depth and self.is_so():
            scalars.append(self.flow(depth - 1))
        if self.is_so():
            return "[" + ", ".join(scalars) + "]"
        return self.braces(scalars)

    def flow_mapping(self, depth: int) -> str:
        """Return a mapping in braces."""
        return self.braces([self.flow(depth - 1) for _ in range(self.one_of(0, 1, 2, 3))])

    @staticmethod
    def braces(values: list[str]) -> str:
        return "{" + ", ".join(f"k{number}: {value}" for number, value in enumerate(values)) + "}"

    def wide(self, opening: str, indent: int) -> list[str]:
        """Return brackets over several lines, with comments."""
        inner = " " * (indent + 3)
        lines = [f"{opening} [{self.behind()}"]
        for _ in range(self.one_of(1, 3)):
            lines += [*self.own_lines(indent + 3), f"{inner}{self.one_of('a', '{b: c}', 'd')},{self.behind()}"]
        return [*lines, *self.own_lines(indent + 3), f"{' ' * (indent + 1)}]{self.behind()}"]

    def block(self, opening: str, indent: int) -> list[str]:
        """Return a text in a `|` or `>` block, or without quotes over several lines."""
        margin = " " * (indent + self.one_of(1, 2, 5))
        lines = [
            " ".join(["word", *self.draw(WORDS)]) if kind == "text" else f"  {kind}" if kind else ""
            for kind in self.draw(st.lists(st.sampled_from(["text", "text", "", "further in"]), min_size=1, max_size=4))
        ]
        sign = self.one_of("|", "|-", "|+", ">", ">-", ">+")
        content = [margin + line if line else "" for line in ["First.", *lines]]
        return [f"{opening} {sign}{self.behind()}", *content]
