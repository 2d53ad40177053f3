"""What a run of `validate` found, as every format gets it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readiness.diagnostics import Diagnostic
    from readiness.workflows import Checked

__all__ = ["Run"]


@dataclass(frozen=True)
class Run:
    """The files that were checked, and how the run ends."""

    checked: tuple[Checked, ...]
    exit_code: int

    @property
    def diagnostics(self) -> Iterator[Diagnostic]:
        """All findings that count, file by file."""
        return (one for checked in self.checked for one in checked.diagnostics)
