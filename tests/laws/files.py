"""Files as `readiness validate` reads them, and what holds for every one of them, whatever it contains."""

from __future__ import annotations

import re
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from readiness.checks.catalogue import RULES
from readiness.diagnostics import Diagnostic, Location
from readiness.workflows import Checked, validate

__all__ = ["check", "lies_inside", "within"]

MOST_SECONDS = 2.0
"""For a file below 1 MB; of processor time, so that a busy machine changes nothing."""


class TookTooLong(Exception):
    """Raised within whatever is running when its time is over."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Break off what takes longer: it hangs, or would not end within any patience."""

    def stop(*_: object) -> None:
        raise TookTooLong

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def check(content: bytes, *, seconds: float = MOST_SECONDS) -> Checked:
    """Return what `readiness validate` finds in a file, after everything that has to hold for any file was asserted."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.yaml"
        path.write_bytes(content)
        with within(seconds):
            (checked,) = validate([str(path)])
        lengths = [len(line) for line in re.split(r"\r\n|\r|\n", _text(content))]
        for one in checked.diagnostics:
            assert one.code in RULES
            assert one.message.isprintable()
            assert all(lies_inside(place, lengths) for place in _places(one, str(path))), one
    return checked


def _text(content: bytes) -> str:
    return content.removeprefix(b"\xef\xbb\xbf").decode(errors="replace")


def _places(one: Diagnostic, file: str) -> Iterator[Location]:
    yield one.location
    yield from (related.location for related in one.related if related.location.file == file)


def lies_inside(place: Location, lengths: list[int]) -> bool:
    """Tell whether a place is a character of the text, or the one after the last of its line."""
    return (
        1 <= place.line <= len(lengths)
        and 1 <= place.column <= lengths[place.line - 1] + 1
        and place.column < place.end_column
    )
