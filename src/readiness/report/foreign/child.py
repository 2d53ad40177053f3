"""The process that renders templates that somebody else wrote; `apart` starts it.

Takes a `Job` from standard input and answers with JSON on standard output: what was made, or what is wrong and where.
"""

from __future__ import annotations

import json
import math
import pickle
import resource
import signal
import sys
import time
import traceback
from types import FrameType
from typing import NoReturn

from jinja2 import TemplateSyntaxError

from readiness.report.foreign.job import Job, Limits
from readiness.report.html import render_html, render_pages
from readiness.report.painting import painting
from readiness.report.sandbox import PLACE

__all__ = ["main"]

_GRACE = 2
"""Seconds between the request to end and the end."""


class _TooLongError(Exception):
    """The time is up."""


def main() -> None:
    """Render, and say what came of it."""
    job = pickle.loads(sys.stdin.buffer.read())  # noqa: S301  our own process wrote it
    _limit(job.limits)
    try:
        made = _made(job)
    except Exception as error:  # noqa: BLE001  whatever a template can raise is told with its place
        made = {"wrong": _said(error), "place": _place(error)}
    sys.stdout.buffer.write(json.dumps(made).encode())


def _limit(limits: Limits) -> None:
    """Leave this process so much time and memory, and so long an answer; no process can take that back."""
    end = math.ceil(time.process_time()) + limits.seconds
    resource.setrlimit(resource.RLIMIT_CPU, (end, end + _GRACE))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.answer, limits.answer))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGXCPU, _end)


def _end(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise _TooLongError


def _made(job: Job) -> dict[str, object]:
    view = job.view
    with painting(view.look.palette):
        if not job.paper:
            return {"html": render_html(view)}
        pages = render_pages(view, large=view.look.is_large)
    return {"html": pages.html, "drawings": {name: drawing.decode() for name, drawing in pages.drawings.items()}}


def _said(error: Exception) -> str:
    match error:
        case _TooLongError():
            return "it takes too long"
        case MemoryError():
            return "it needs too much memory"
        case RecursionError():
            return "it includes or calls itself without end"
    return str(error).splitlines()[0] if str(error) else type(error).__name__


def _place(error: Exception) -> str:
    """Return the innermost line of a template of the user, as `report.html:3`; nothing where none is under way."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.name}:{error.lineno}"
    lines = [(frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(error.__traceback__)]
    theirs = [f"{file.removeprefix(PLACE)}:{line}" for file, line in lines if file.startswith(PLACE)]
    return theirs[-1] if theirs else ""


if __name__ == "__main__":
    main()
