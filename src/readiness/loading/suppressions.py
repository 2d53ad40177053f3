"""Comments that suppress findings: `# readiness: ignore[RF203] the reason`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from readiness.checks.catalogue.naming import can_be_ignored, rules_named
from readiness.diagnostics import lines_of
from readiness.errors import UnknownName
from readiness.loading.places import Mark, Problem
from readiness.loading.yaml_source import Span, scalar_spans, shown

if TYPE_CHECKING:
    from readiness.diagnostics import Diagnostic

__all__ = ["Suppressed", "Suppressions", "is_suppression"]

_SUPPRESSING = r"(?:ignor|disabl|suppress|skip|noqa|allow)\w*"
"""What authors write to this end, here and in other tools."""
_MEANT = re.compile(
    rf"(?<!\S)#+[ \t]*readiness(?:[ \t]*(?P<colon>:)[ \t]*|[ \t]+(?={_SUPPRESSING}))(?P<verb>\w+)", re.IGNORECASE
)
"""What makes a comment one of ours; other comments may speak of readiness as they like."""
_WITHOUT_BRACKETS = re.compile(rf"(?:{_SUPPRESSING}[ \t]+|\w+[ \t]*[=:(][ \t]*)R[AFMT][0-9]", re.IGNORECASE)
"""A word that means to suppress a rule, and the rule; a comment may well say where a rule is spoken of."""
_PERHAPS = re.compile(r"#[ \t]*[Rr]")
"""Most files have no such comment; this says so in a tenth of the time."""
_VERB = "ignore"
_LIST = re.compile(r"[ \t]*\[(?P<names>[^\[\]]*)\](?P<reason>.*)")
_NAME = re.compile(r"[^\s,]+")
_RULES_OF_COMMENTS = "RF9"
_FORM = "write `# readiness: ignore[CODE] the reason`"
_MOST_PROBLEMS = 300
"""More than anybody reads; what takes long is the search for what an author may have meant."""
_MOST_NAMES = 100
"""In one comment; there are not many more rules than that."""


def is_suppression(comment: str) -> bool:
    """Tell whether a comment suppresses findings, those of its own line among them."""
    return any(match["colon"] and match["verb"].lower() == _VERB for match in _MEANT.finditer(comment))


class Suppressed(NamedTuple):
    """A finding that its author has judged, and why."""

    diagnostic: Diagnostic
    reason: str


class _Named(NamedTuple):
    """One rule of a comment."""

    written: str
    mark: Mark
    codes: frozenset[str]


class _Comment(NamedTuple):
    """What one comment suppresses."""

    names: tuple[_Named, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Suppressions:
    """All suppressions of one text."""

    comments: Mapping[int, Sequence[_Comment]] = field(default_factory=dict)
    """By the line whose findings they suppress."""
    problems: Sequence[Problem] = ()
    """What is wrong with the comments themselves."""

    @classmethod
    def in_text(cls, text: str) -> Suppressions:
        """Return the suppressions that the comments of a YAML text hold."""
        if _PERHAPS.search(text) is None or _MEANT.search(text) is None:
            return cls()
        lines = lines_of(text)
        following = _lines_with_content(lines)
        comments: dict[int, list[_Comment]] = {}
        problems: list[Problem] = []
        for number, match in _comments(lines, text):
            comment, wrong = _read(match, number, lines[number - 1])
            problems += wrong
            if comment:
                is_alone = not lines[number - 1][: match.start()].strip()
                comments.setdefault(following[number] if is_alone else number, []).append(comment)
            if len(problems) > _MOST_PROBLEMS:
                break
        return cls(comments, problems)

    def split(self, diagnostics: Iterable[Diagnostic], file: str) -> tuple[list[Diagnostic], list[Suppressed]]:
        """Return the findings that remain, and those of this file that a comment suppresses."""
        kept, suppressed = [], []
        for one in diagnostics:
            comment = self._that_covers(one) if one.location.file == file else None
            if comment is None:
                kept.append(one)
            else:
                suppressed.append(Suppressed(one, comment.reason))
        return kept, suppressed

    def unused(self, suppressed: Iterable[Suppressed], is_on: Callable[[str], bool]) -> Iterator[Problem]:
        """Yield the names of rules that suppressed nothing, among those that were looked for.

        Args:
            suppressed: What this text suppressed.
            is_on: Tells whether the findings of a rule count here.
        """
        used = {(one.diagnostic.location.line, one.diagnostic.code) for one in suppressed}
        for line, comments in self.comments.items():
            for name in (name for comment in comments for name in comment.names):
                is_used = any((line, code) in used for code in name.codes)
                if not is_used and any(is_on(code) for code in name.codes):
                    yield _unused(name)

    def _that_covers(self, one: Diagnostic) -> _Comment | None:
        if not _can_be_suppressed(one.code):
            return None
        here = self.comments.get(one.location.line, ())
        return next((comment for comment in here if any(one.code in name.codes for name in comment.names)), None)


def _can_be_suppressed(code: str) -> bool:
    return can_be_ignored(code) and not code.startswith(_RULES_OF_COMMENTS)


def _unused(name: _Named) -> Problem:
    if not any(map(_can_be_suppressed, name.codes)):
        return Problem("RF903", f"`{name.written}` cannot be suppressed", name.mark, help="mend what it finds")
    return Problem("RF903", f"nothing here breaks `{name.written}`", name.mark, help="remove it from the comment")


def _lines_with_content(lines: Sequence[str]) -> list[int]:
    """Return for each line the number of the next one that holds more than a comment, or its own when none does."""
    found = list(range(1, len(lines) + 1))
    following = 0
    for index in reversed(range(len(lines))):
        found[index] = following or index + 1
        if lines[index].strip() and not lines[index].lstrip().startswith("#"):
            following = index + 1
    return [0, *found]


def _comments(lines: Sequence[str], text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the number of each line with a comment that may be ours, and the match."""
    spans = list(scalar_spans(text))
    starts = [span.start for span in spans]
    for number, line in enumerate(lines, 1):
        for match in _MEANT.finditer(line):
            at = (number, match.start() + 1)
            index = bisect_right(starts, at) - 1
            if index < 0 or not _is_text(at, spans[index]):
                yield number, match


def _is_text(at: tuple[int, int], span: Span) -> bool:
    """Tell whether a place belongs to a scalar that begins before it; a block may have a comment on its first line."""
    return at < span.end and not (span.is_block and at[0] == span.start[0])


def _read(match: re.Match[str], number: int, line: str) -> tuple[_Comment | None, list[Problem]]:
    """Return what a comment suppresses, and what is wrong with it."""
    mark = Mark(number, match.start() + 1, len(line) + 1)
    listed = _LIST.match(line, match.end())
    if match["verb"].lower() != _VERB or not match["colon"]:
        is_meant = listed or _WITHOUT_BRACKETS.match(line, match.start("verb"))
        what = f"`{shown(match['verb'])}` is not known here" if match["colon"] else "`readiness` has no colon after it"
        return None, [Problem("RF904", what, mark, help=_FORM)] if is_meant else []
    if listed is None or not listed["names"].strip(" \t,"):
        return None, [Problem("RF904", "no rule is named in square brackets", mark, help=_FORM)]
    names, problems = _names(listed, number)
    reason = listed["reason"].strip().lstrip(":–—-").strip()
    if not reason:
        problems.append(Problem("RF901", "the suppression gives no reason", mark, help=_FORM))
    return _Comment(tuple(names), reason), problems


def _names(listed: re.Match[str], number: int) -> tuple[list[_Named], list[Problem]]:
    names, problems = [], []
    for found in islice(_NAME.finditer(listed["names"]), _MOST_NAMES):
        column = listed.start("names") + found.start() + 1
        mark = Mark(number, column, column + len(found[0]))
        try:
            codes = frozenset(rule.code for rule in rules_named(found[0]))
        except UnknownName as unknown:
            problems.append(Problem("RF902", f"there is no rule `{shown(found[0])}`", mark, help=unknown.hint or ""))
        else:
            names.append(_Named(found[0], mark, codes))
    return names, problems
