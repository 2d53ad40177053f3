"""What changed since the assessment before, in a line of the summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readiness.cli.comparison_causes import cause_text
from readiness.report.hundredths import added_up
from readiness.report.words import joined, long_date

if TYPE_CHECKING:
    from readiness.report.since import Since

__all__ = ["since_text"]


def since_text(since: Since) -> str:
    """Return the overall score before, and by how much each cause moved it; the parts add up to the whole."""
    comparison = since.compared.comparison
    course, day = comparison.overall.score, long_date(comparison.old.assessment.assessed_on)
    if course.before is None or course.after is None:
        return f"it cannot be held against that of {day}, because an answer is missing that it needs"
    before, changes, after = added_up(course.before, course.after, [step.change for step in course.steps])
    moved = [
        f"{change} by {cause_text(step.causes)}"
        for step, change in zip(course.steps, changes, strict=True)
        if step.change
    ]
    if not moved:
        return f"{after}, as on {day}"
    return f"{after}, was {before} on {day}: {joined(moved)}"
