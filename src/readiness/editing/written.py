"""Where the entries of a mapping begin and end in the text of a document."""

from __future__ import annotations

import re

from readiness.errors import InputError
from readiness.loading.syntax import Alias, Entry, Scalar
from readiness.loading.syntax_reader import read_syntax

__all__ = ["Written", "key_of", "line_end", "line_start", "lines_in", "start_of"]

_BREAK = re.compile(r"\r\n|[\r\n]")
_BEHIND = re.compile(r"[ \t]*(#[^\r\n]*)?")
_COLON = re.compile(r"[ \t]*:")
_BLANK_LINE = re.compile(r"[ \t]*(?:\r\n|[\r\n])")


class Written:
    """A text in which `read_yaml` finds no problem."""

    def __init__(self, text: str) -> None:
        """Find out how its lines end."""
        self.text = text
        found = _BREAK.search(text)
        self.line_break = found[0] if found else "\n"

    def after_colon(self, entry: Entry) -> int:
        """Return where the value of a key can begin.

        Raises:
            InputError: the colon stands on another line.
        """
        assert entry.key is not None
        found = _COLON.match(self.text, entry.key.end)
        if not found:
            raise self.unable(entry)
        return found.end()

    def end(self, entry: Entry) -> int:
        """Return where the value of an entry ends, without comments and white space behind it."""
        value = entry.value
        if isinstance(value, Alias):
            return value.end
        if isinstance(value, Scalar):
            return self._end_of_scalar(entry, value)
        if value.is_flow:
            return value.end
        return self.end(value.entries[-1])

    def _end_of_scalar(self, entry: Entry, scalar: Scalar) -> int:
        if not scalar.raw:
            return max(self.after_colon(entry) if entry.key else 0, len(self.text[: scalar.end].rstrip()))
        header = _BREAK.split(scalar.raw)[0].partition("#")[0]
        if scalar.style in {"|", ">"} and "+" in header:
            return scalar.end
        return scalar.start + len(scalar.raw.rstrip())

    def end_with_comment(self, entry: Entry) -> tuple[int, str]:
        """Return where the last line of an entry ends, without its break, and the comment behind the value."""
        end = self.end(entry)
        if self.keeps_last_breaks(entry):
            return end - (2 if self.text[end - 2 : end] == "\r\n" else 1), ""
        found = _BEHIND.match(self.text, end)
        assert found is not None
        return found.end(), (found[1] or "").rstrip()

    def keeps_last_breaks(self, entry: Entry) -> bool:
        """Tell whether an entry ends with a text to which the empty lines below it belong."""
        return self.text[: self.end(entry)].endswith(("\r", "\n"))

    def own_line(self, entry: Entry) -> int:
        """Return where the line of an entry begins, on which nothing stands before it.

        Raises:
            InputError: something does.
        """
        start = start_of(entry)
        at = line_start(self.text, start)
        if self.text[at:start].strip(" "):
            raise self.unable(entry)
        return at

    def unable(self, entry: Entry) -> InputError:
        """Return what to tell the user about an entry that is written in a rare way."""
        line = len(lines_in(self.text[: start_of(entry)]))
        return InputError(
            f"line {line} cannot be edited where it stands",
            hint="write this entry on lines of its own, as `key: value` without anchors, then try again",
        )

    def comments_in(self, start: int, end: int) -> list[str]:
        """Return the comments in the value of an entry: those that the text has no longer without it."""
        if "#" not in self.text[start:end]:
            return []
        before, after = (read_syntax(text).comments for text in (self.text, f"{self.text[:start]} x{self.text[end:]}"))
        same = next((i for i, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), len(after))
        return before[same : same + len(before) - len(after)]

    def is_among_blank_lines(self, start: int, end: int) -> bool:
        """Tell whether empty lines stand both above and below what a stretch of whole lines holds."""
        above = self.text[line_start(self.text, max(0, start - len(self.line_break))) : start]
        return not above.strip() and bool(_BLANK_LINE.match(self.text, end))


def key_of(entry: Entry) -> str:
    """Return the key of an entry of a mapping."""
    assert entry.key is not None, "it is no entry of a list"
    return entry.key.value


def start_of(entry: Entry) -> int:
    """Return where an entry begins, an anchor before its key included."""
    if entry.key:
        return entry.key.start - len(entry.key.anchor) - bool(entry.key.anchor)
    return entry.value.start


def line_start(text: str, at: int) -> int:
    """Return where the line begins on which a place lies."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def line_end(text: str, at: int) -> int:
    """Return where the line ends, its break included."""
    found = _BREAK.search(text, at)
    return found.end() if found else len(text)


def lines_in(text: str) -> list[str]:
    """Return the lines of a text without their breaks."""
    return _BREAK.split(text)
