"""What the process that renders templates of the user is asked to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from readiness.report.view import ReportView

__all__ = ["LIMITS", "Job", "Limits", "proxy"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What the process may use."""

    seconds: int
    """CPU time; four times as long by the clock."""
    memory: int
    """Bytes of address space."""
    answer: int
    """Bytes of what it makes; the system lets no longer file be written."""


LIMITS = Limits(seconds=20, memory=1 << 30, answer=32 << 20)
"""Ten times what our own templates take for the largest report."""


@dataclass(frozen=True, slots=True)
class Job:
    """What to render, and how far it may go."""

    view: ReportView
    paper: bool
    """Whether pages are asked for; a file for a browser otherwise."""
    limits: Limits


def proxy(mapping: Mapping[Any, Any]) -> Mapping[Any, Any]:
    """Return a mapping that cannot be changed; pickle finds no name for the type itself."""
    return MappingProxyType(mapping)
