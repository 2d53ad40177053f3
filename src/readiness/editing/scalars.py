"""How a text, a number or a word is written in the canonical layout."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from readiness.diagnostics import lines_of
from readiness.loading.syntax import Scalar
from readiness.loading.yaml_source import LINE_BREAK
from readiness.loading.yaml_values import is_text

__all__ = ["INDENT", "WIDTH", "block_lines", "folded", "inline", "literal", "quoted"]

INDENT = 2
WIDTH = 120
"""The longest line, where a text can be broken."""
_SIGNS = frozenset("-?:,[]{}#&*!|>'\"%@`")
"""What a text without quotes does not begin with."""
_FLOW_SIGNS = frozenset(",[]{}:?")
"""What a text without quotes does not hold within brackets; at a question mark the readers of YAML differ."""
_HEADER = re.compile(r"[|>]([-+]?)([1-9]?)([-+]?)")
_BETWEEN_WORDS = re.compile(r"(?<=[^ ]) (?=[^ \t])")
_HEX_ESCAPES = (("x", 2), ("u", 4), ("U", 8))
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def inline(scalar: Scalar, *, in_flow: bool) -> str:
    """Return a scalar on one line, quoted only where that is needed."""
    is_one_line = LINE_BREAK.search(scalar.raw) is None
    if not scalar.style and is_one_line:
        return scalar.raw or ("null" if in_flow else "")
    if _can_be_plain(scalar.value, in_flow=in_flow):
        return scalar.value
    if is_one_line and (scalar.style == '"' or '"' in scalar.value or "\\" in scalar.value):
        return scalar.raw
    return quoted(scalar.value)


def quoted(text: str) -> str:
    """Return a text in double quotes, on one line."""
    return '"' + "".join(map(_escaped, text)) + '"'


def _can_be_plain(text: str, *, in_flow: bool) -> bool:
    return (
        bool(text)
        and text.isprintable()
        and text == text.strip()
        and text[0] not in _SIGNS
        and ": " not in text
        and " #" not in text
        and not text.endswith(":")
        and not text.startswith("...")
        and not (in_flow and _FLOW_SIGNS & set(text))
        and is_text(text)
    )


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable():
        return character
    code = f"{ord(character):x}"
    sign, digits = next((sign, digits) for sign, digits in _HEX_ESCAPES if len(code) <= digits)
    return f"\\{sign}{code:>0{digits}}"


def folded(scalar: Scalar, column: int) -> list[str] | None:
    """Return a long text as a `>-` block whose lines begin at a column; None when it cannot be one."""
    text = scalar.value
    is_number_or_word = not scalar.style and not is_text(text)
    if is_number_or_word or not text.isprintable() or text != text.strip() or " " not in text:
        return None
    return [">-", *_indented(_filled(text, column), column)]


def literal(scalar: Scalar, column: int) -> list[str] | None:
    """Return a text of several lines as a `|` block whose lines begin at a column; None when it cannot be one."""
    first, *others = scalar.value.removesuffix("\n").split("\n")
    is_safe = first.strip() and first[0] != " " and all(line.isprintable() for line in (first, *others))
    if not others or not others[-1] or not is_safe:
        return None
    return ["|" if scalar.value.endswith("\n") else "|-", *_indented([first, *others], column)]


def block_lines(block: Scalar, column: int) -> list[str]:
    """Return a `|` or `>` block whose lines begin at a column: as its author broke them, but for those too long."""
    header = _HEADER.match(block.raw)
    assert header is not None
    chomping = header[1] or header[3]
    if not block.value.endswith("\n"):
        chomping = "-"  # a block at the end of a text without a last line break has none either
    lines = _content(block)
    while lines and not lines[-1] and chomping != "+":
        lines.pop()
    if block.style == ">":
        lines = list(_refilled(lines, column))
    indicator = str(INDENT) if header[2] else ""
    return [f"{block.style}{indicator}{chomping}", *_indented(lines, column)]


def _content(block: Scalar) -> list[str]:
    """Return the lines of a block without their indentation."""
    _, *lines = lines_of(block.raw)
    if lines and not lines[-1]:
        lines.pop()
    first = next((line for line in lines if line.strip(" ")), "")
    text = block.value.lstrip("\n")
    margin = _leading_spaces(first) - _leading_spaces(text)
    return [line[margin:] if line.strip(" ") or first else "" for line in lines]


def _leading_spaces(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _refilled(lines: Iterable[str], column: int) -> Iterator[str]:
    """Yield the lines of a folded text, paragraphs with a line that is too long broken anew."""
    for is_paragraph, group in groupby(lines, lambda line: bool(line) and line[0] not in " \t"):
        paragraph = list(group)
        if is_paragraph and any(column + len(line) > WIDTH for line in paragraph):
            yield from _filled(" ".join(paragraph), column)
        else:
            yield from paragraph


def _filled(text: str, column: int) -> Iterator[str]:
    """Yield a text as lines that fit behind a column; they are broken where one space stands, so no other is lost."""
    first, *words = _BETWEEN_WORDS.split(text)
    line = first
    for word in words:
        if column + len(line) + 1 + len(word) > WIDTH:
            yield line
            line = word
        else:
            line = f"{line} {word}"
    yield line


def _indented(lines: Iterable[str], column: int) -> Iterator[str]:
    return (" " * column + line if line else "" for line in lines)
