"""Says what takes so long, on standard error."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

from readiness.cli.console import messages

__all__ = ["told_if_long"]

_PATIENCE = 4.0
"""Seconds after which people wonder."""


@contextmanager
def told_if_long(doing: str) -> Iterator[None]:
    """Say what is being done, once, if it is not over soon."""
    timer = Timer(_PATIENCE, lambda: messages().print(f"{doing} …"))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
