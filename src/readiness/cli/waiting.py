"""Says what takes so long, on standard error."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

from readiness.cli.console import messages
from readiness.roadmap.planners import Planner

__all__ = ["told_if_long"]

_PATIENCE = 4.0
"""Seconds after which people wonder."""


@contextmanager
def told_if_long(planner: Planner | None) -> Iterator[None]:
    """Say once that the best plan is being looked for, if that is not over soon; a ranking is."""
    console = messages()
    timer = Timer(_PATIENCE, lambda: console.print("looking for the best plan …"))
    timer.daemon = True
    if planner is not Planner.RANKED:
        timer.start()
    try:
        yield
    finally:
        timer.cancel()
