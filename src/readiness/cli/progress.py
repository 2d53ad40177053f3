"""How far a long run has come, on standard error, so that the answer stays clean."""

from __future__ import annotations

from readiness.cli.console import messages

__all__ = ["Progress"]

_SIZE = 30


class Progress:
    """Draws one bar on a terminal; writes a line for each step where nobody sees a bar grow. One step is not told."""

    def __init__(self) -> None:
        """Find out what standard error can show."""
        self._console = messages()
        self._full, self._empty = "█·" if self._console.shows_blocks else "#."

    def __call__(self, doing: str, done: int, of: int) -> None:
        """Show that a step is done."""
        if of == 1:
            return
        if not self._console.can_redraw:
            self._console.print(f"{doing}: {done}/{of}")
        elif done == of:
            self._console.redraw("")
        else:
            filled = _SIZE * done // of
            bar = self._full * filled + self._empty * (_SIZE - filled)
            self._console.redraw(f"{doing} {bar} {done}/{of}")
