"""Standard output and standard error: the only place that prints. Text is never read as markup."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from contextvars import ContextVar
from copy import copy
from enum import StrEnum
from typing import NamedTuple, TextIO, TypeAlias

from readiness.cli.text import padded, safe, wrapped

__all__ = ["NARROWEST", "Color", "Console", "Line", "Part", "Styled", "chosen_color", "messages", "output"]

_CODES = {
    "strong": "1",
    "faint": "2",
    "error": "1;31",
    "warning": "1;33",
    "good": "32",
    "place": "36",
    "help": "1;36",
}
_SIGNS = str.maketrans({"−": "-", "≈": "~", "×": "x", "…": "...", "“": '"', "”": '"', "‘": "'", "’": "'"})
"""What to write where the encoding of the stream lacks a sign."""
_WIDEST = 120
"""Longer lines are hard to read."""
NARROWEST = 40
"""Columns that a terminal is taken to have at the least."""
_TWO_COLUMNS = 120
_UNKNOWN_SIZE = (80, 24)


class Color(StrEnum):
    """When to use colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


chosen_color: ContextVar[Color] = ContextVar("chosen_color", default=Color.AUTO)
"""What `--color` says."""


class Styled(NamedTuple):
    """Text with a meaning that colour can underline; the words have to say it too."""

    text: str
    style: str


Part: TypeAlias = str | Styled
Line: TypeAlias = tuple[Part, ...]


class Console:
    """Writes lines to one stream."""

    def __init__(self, stream: TextIO) -> None:
        """Find out what the stream can show."""
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
        self._stream = stream
        self._colored = _wants_color(stream)
        self.width = max(NARROWEST, min(_WIDEST, shutil.get_terminal_size(_UNKNOWN_SIZE).columns))
        self.is_plain = os.environ.get("TERM") == "dumb" or bool(os.environ.get("READINESS_ACCESSIBLE"))
        """Whether to leave out what only eyes can use, such as bars."""
        self.shows_blocks = _can_encode(stream, "█▒·│")
        self._shows_signs = _can_encode(stream, "".join(map(chr, _SIGNS)))

    def print(self, *parts: Part) -> None:
        """Write one line. Control characters in it are shown, not obeyed."""
        text = "".join(self._rendered(part) for part in parts)
        self._stream.write(f"{text.rstrip()}\n")

    def print_all(self, lines: Iterable[Line]) -> None:
        """Write lines."""
        for line in lines:
            self.print(*line)

    @property
    def has_two_columns(self) -> bool:
        """Whether two blocks of text stand side by side; those who listen hear one after the other."""
        return self.width >= _TWO_COLUMNS and not self.is_plain

    def narrowed(self, width: int) -> Console:
        """Return the same console for lines that are no longer than `width`, 40 at the least."""
        narrow = copy(self)
        narrow.width = max(NARROWEST, width)
        return narrow

    @property
    def can_redraw(self) -> bool:
        """Whether a line can be written over, for somebody who sees it."""
        return self._stream.isatty() and not self.is_plain

    def redraw(self, text: str) -> None:
        """Write over the line before; without text, clear it."""
        shown = padded(text, self.width - 1)
        self._stream.write(f"\r{shown}" if text else f"\r{shown}\r")
        self._stream.flush()

    def wrap(self, text: str, *, indent: str = "", first: str | None = None) -> None:
        """Write a paragraph."""
        self.print_all((line,) for line in wrapped(text, self.width, indent=indent, first=first))

    def write_document(self, text: str) -> None:
        """Write a whole document as it stands, in UTF-8; only the name of a file may still hold what JSON escapes."""
        content = f"{text.rstrip()}\n"
        binary = getattr(self._stream, "buffer", None)
        if binary is None:
            self._stream.write(content)
        else:
            self._stream.flush()
            binary.write(content.encode(errors="backslashreplace"))

    def write_json(self, value: object) -> None:
        """Write plain values as a JSON document."""
        import json

        self.write_document(json.dumps(value, indent=2))

    def write_exactly(self, text: str) -> None:
        """Write a text byte by byte when a program or a file takes it, and line by line when people see it."""
        binary = getattr(self._stream, "buffer", None)
        if binary is None or self._stream.isatty():
            for line in text.splitlines():
                self.print(line)
        else:
            self._stream.flush()
            binary.write(text.encode(errors=sys.getfilesystemencodeerrors()))

    def write_diff(self, lines: Iterable[str]) -> None:
        """Write a unified diff: in colour where that is allowed, exactly where `patch` may read it."""
        if not self._colored and not self._stream.isatty():
            self.write_exactly("".join(lines))
            return
        styles = {"+": "good", "-": "error", "@": "place"}
        for line in lines:
            is_name = line.startswith(("+++", "---"))
            shown = line.rstrip("\n").replace("\r", "<U+000D>")  # otherwise a change of line ends shows nothing
            self.print(Styled(shown, "strong" if is_name else styles.get(line[:1], "")))

    def _rendered(self, part: Part) -> str:
        text = safe(part if isinstance(part, str) else part.text)
        if not self._shows_signs:
            text = text.translate(_SIGNS)
        if isinstance(part, str) or not self._colored or not text or not part.style:
            return text
        return f"\x1b[{_CODES[part.style]}m{text}\x1b[0m"


def output() -> Console:
    """Return the console for the answer."""
    return Console(sys.stdout)


def messages() -> Console:
    """Return the console for everything else."""
    return Console(sys.stderr)


def _wants_color(stream: TextIO) -> bool:
    choice = chosen_color.get()
    if choice is not Color.AUTO:
        return choice is Color.ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") != "0":
        return True
    return stream.isatty() and _understands_color()


def _understands_color() -> bool:
    """Tell whether the terminal knows escape sequences; the old console of Windows sets no TERM."""
    if os.name == "nt":
        return any(name in os.environ for name in ("WT_SESSION", "TERM", "ANSICON"))
    return os.environ.get("TERM", "dumb") != "dumb"


def _can_encode(stream: TextIO, text: str) -> bool:
    try:
        text.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
