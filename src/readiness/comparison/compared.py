"""Two assessments that were compared, with what to know about the comparison."""

from __future__ import annotations

from dataclasses import dataclass

from readiness.comparison.compare import Comparison
from readiness.versions.carrying import Leave

__all__ = ["ComparedAssessments"]


@dataclass(frozen=True, slots=True)
class ComparedAssessments:
    """Two assessments, what moved between them, and what to know about the comparison."""

    comparison: Comparison
    old_version: str
    """The version of the framework that the old assessment names."""
    is_old_framework_known: bool
    """Without the old version, the old answers are scored under the new one."""
    left: tuple[Leave, ...]
    """What of the old assessment could not be carried over to the new version, and why."""
    scored_with: str | None
    """The version that the new assessment was scored with, when it is not the one that it names."""
