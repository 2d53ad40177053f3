"""The assessment before this one, as a report holds it."""

from __future__ import annotations

from dataclasses import dataclass

from readiness.comparison.compared import ComparedAssessments

__all__ = ["Since"]


@dataclass(frozen=True, slots=True)
class Since:
    """What an earlier assessment of the same framework said, and what moved from there."""

    compared: ComparedAssessments
    file: str
    """Its answers, by their name among the inputs."""
