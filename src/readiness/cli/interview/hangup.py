"""What happens when a connection is lost or somebody ends the program from outside."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

__all__ = ["leaving_in_order"]

_SIGNALS = tuple(getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name))
_BY_SIGNAL = 128
"""What a shell adds to the number of a signal for the exit code."""


@contextmanager
def leaving_in_order() -> Iterator[None]:
    """Let SIGHUP and SIGTERM end the program by an exception, so that the terminal and the file are put in order.

    What the parent process has chosen to ignore, as nohup does, stays ignored.
    """
    before = {one: signal.getsignal(one) for one in _SIGNALS}
    taken = [one for one, handler in before.items() if handler is not signal.SIG_IGN]
    for one in taken:
        signal.signal(one, _leave)
    try:
        yield
    finally:
        for one in taken:
            signal.signal(one, before[one])


def _leave(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(_BY_SIGNAL + number)
