"""The loop of an interview: shows what is asked, reads a line, says what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readiness.cli.console import Console, Line, output
from readiness.cli.failures import show_error
from readiness.cli.interview.guidance import guidance_lines, help_lines, score_lines, why_lines
from readiness.cli.interview.overview import check_lines, list_lines, todo_lines
from readiness.cli.interview.question import prompt_of, question_lines
from readiness.cli.interview.spread import spread_lines
from readiness.cli.interview.told import told
from readiness.errors import ReadinessError
from readiness.interview import events as happened
from readiness.interview.commands import WORDS, View
from readiness.interview.events import Event
from readiness.interview.state import CHECK, State

if TYPE_CHECKING:
    from readiness.cli.interview.readers import Reader
    from readiness.workflows.interviewing import Interview

__all__ = ["Session"]


class Session:
    """Somebody answering questions."""

    def __init__(self, interview: Interview, reader: Reader) -> None:
        """Take an interview that was opened, and where the lines come from."""
        self._interview = interview
        self._reader = reader
        self._is_first = True
        self._has_checked = False

    @property
    def _state(self) -> State:
        return self._interview.state

    def run(self) -> bool:
        """Ask until the end, and return whether it was reached; whoever leaves before can go on later."""
        self._show_asked()
        while True:
            line = self._read()
            if line is None:
                return self._state.at == CHECK
            events = self._said(line)
            if any(isinstance(event, happened.Finished) for event in events):
                return True
            if any(isinstance(event, happened.Left) for event in events):
                return False

    def _console(self) -> Console:
        """Return the console anew, for a window may have another size by now."""
        console = output()
        console.is_plain = console.is_plain or self._reader.is_plain
        return console

    def _read(self) -> str | None:
        console = self._console()
        lead, prompt = prompt_of(self._state, console)
        if lead:
            console.wrap(lead, indent="  ", first="  ")
        return self._reader.read(prompt, (*WORDS, *self._state.asked))

    def _said(self, line: str) -> tuple[Event, ...]:
        """Do what a line asks for, and show what came of it."""
        try:
            events = self._interview.say(line)
        except ReadinessError as error:  # not saved: the answer can be given again
            show_error(output(), error)
            self._show_asked()
            return ()
        self._show(events)
        return events

    def _show(self, events: tuple[Event, ...]) -> None:
        console = self._console()
        console.print_all(told(events, self._state, console))
        for event in events:
            match event:
                case happened.Shown(view=view, of=of):
                    console.print_all(self._view(view, of, console))
                case happened.Voted():
                    console.print_all(spread_lines(self._state, console))
                case happened.EditorWanted(text=text):
                    self._show(self._edited(text))
                case happened.Moved():
                    self._show_asked()

    def _show_asked(self) -> None:
        console = self._console()
        if self._state.at == CHECK:
            console.print_all(check_lines(self._state, console, is_first=not self._has_checked))
            self._has_checked = True
        else:
            console.print_all(question_lines(self._state, console, is_first=self._is_first))
            self._is_first = False

    def _view(self, view: View, of: str, console: Console) -> Iterator[Line]:
        match view:
            case View.GUIDANCE:
                return guidance_lines(self._state, console)
            case View.HELP:
                return help_lines(self._state, console)
            case View.WHY:
                return why_lines(self._state, console)
            case View.LIST:
                return list_lines(self._state, of, console)
            case View.TODO:
                return todo_lines(self._state, console)
            case View.SCORE:
                return score_lines(self._state, console)
            case View.VOTES:
                return spread_lines(self._state, console)

    def _edited(self, text: str) -> tuple[Event, ...]:
        """Return what came of a note that was written in an editor."""
        from readiness.cli.interview.editor import edited

        if not self._reader.can_edit:
            return (happened.Refused("there is no terminal for an editor", "n TEXT writes a note"),)
        note = edited(text)
        return self._interview.note(note) if isinstance(note, str) else (note,)
