"""Where the lines of an interview come from: a pipe or a simple terminal, or one with keys."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Protocol, TypeAlias

from readiness.cli.text import safe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from prompt_toolkit import PromptSession
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

    Handler: TypeAlias = Callable[[KeyPressEvent], None]

__all__ = ["KeyReader", "PlainReader", "Reader", "reader_for"]

_KEYS: Mapping[tuple[str, ...], str] = {
    ("escape", "left"): "back",
    ("escape", "right"): "skip",
    ("escape", "u"): "undo",
    ("f1",): "?",
    ("f2",): "list",
    ("f3",): "score",
    ("f4",): "why",
}
"""Keys that stand for a whole line."""
_BEGINNINGS = {("escape", "n"): "note ", ("escape", "e"): "evidence ", ("escape", "c"): "confidence "}
"""Keys that begin a line."""


class Reader(Protocol):
    """Reads what somebody types."""

    is_plain: bool
    """Whether what is shown has to do without marks and signs."""
    can_edit: bool
    """Whether a person sits there, for whom an editor can be opened."""

    def read(self, prompt: str, words: Iterable[str]) -> str | None:
        """Return one line, or None at the end; the words can be completed."""


class PlainReader:
    """Reads plain lines: nothing moves the cursor, and a screen reader hears each line once."""

    def __init__(self) -> None:
        """Find out whether a person sits there."""
        self.is_plain = True
        self.can_edit = sys.stdin.isatty()
        if hasattr(sys.stdin, "reconfigure"):
            sys.stdin.reconfigure(errors="replace")

    def read(self, prompt: str, words: Iterable[str]) -> str | None:  # noqa: ARG002  same call for every reader
        """Return one line, or None at the end."""
        sys.stdout.write(safe(prompt))
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not sys.stdin.isatty():
            sys.stdout.write("\n")  # nobody has pressed Enter
        return line.removeprefix("\ufeff").rstrip("\r\n") if line else None


class KeyReader:
    """Reads lines on a terminal, with keys for the commands and completion of words and ids."""

    is_plain = False
    can_edit = True

    def __init__(self) -> None:
        """Set the terminal up."""
        self._draft = ""
        os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")  # a slow connection would answer too late
        self._session = self._made()

    def _made(self) -> PromptSession[str]:
        from prompt_toolkit import PromptSession
        from prompt_toolkit.history import DummyHistory

        return PromptSession(
            key_bindings=self._bindings(),
            history=DummyHistory(),
            reserve_space_for_menu=0,
            complete_while_typing=False,
            enable_system_prompt=False,
            enable_suspend=True,
        )

    def _bindings(self) -> KeyBindings:
        from prompt_toolkit.key_binding import KeyBindings

        bindings = KeyBindings()
        for keys, line in _KEYS.items():
            bindings.add(*keys)(self._whole(line))
        for keys, start in _BEGINNINGS.items():
            bindings.add(*keys)(_begun(start))
        return bindings

    def _whole(self, line: str) -> Handler:
        def press(event: KeyPressEvent) -> None:
            """Say a command; what was typed so far comes back after it."""
            self._draft = event.current_buffer.text
            event.current_buffer.text = line
            event.current_buffer.validate_and_handle()

        return press

    def read(self, prompt: str, words: Iterable[str]) -> str | None:
        """Return one line, or None at the end."""
        from prompt_toolkit.completion import WordCompleter

        draft, self._draft = self._draft, ""
        completer = WordCompleter(sorted(words), sentence=False, WORD=True)
        try:
            return self._session.prompt(safe(prompt), default=draft, completer=completer)
        except EOFError:
            return None


def _begun(start: str) -> Handler:
    def press(event: KeyPressEvent) -> None:
        """Begin a line; what was typed so far follows."""
        event.current_buffer.text = start + event.current_buffer.text
        event.current_buffer.cursor_position = len(event.current_buffer.text)

    return press


def reader_for(*, plain: bool) -> Reader:
    """Return how lines are read: plainly when that is asked for or nothing else would work."""
    is_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    is_simple = os.environ.get("TERM", "dumb") == "dumb" and os.name != "nt"
    wants_plain = plain or bool(os.environ.get("READINESS_ACCESSIBLE"))
    return PlainReader() if wants_plain or is_simple or not is_terminal else KeyReader()
