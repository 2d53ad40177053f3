"""What to know when reading progress against a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readiness.report.words import long_date, sized

if TYPE_CHECKING:
    from readiness.workflows import Followed

__all__ = ["notes"]


def notes(followed: Followed) -> list[str]:
    """Return what may make the plan and the assessment hard to compare, and what was settled for the new plan."""
    earlier, assessed = followed.earlier, followed.assessed
    found = []
    was, now = earlier.framework.version, assessed.framework.version
    if was != now:
        found.append(f"the plan was made with version {was} of the framework and this is version {now}")
    if followed.plan.target != (assessed.target_id or ""):
        found.append(f"the plan aimed at the target {followed.plan.target}, this assessment at {assessed.target_id}")
    written, rest = assessed.assessment.plan, assessed.fitting.plan
    if written.starts != rest.starts and rest.starts is not None:
        length = sized(rest.quarters, "quarter")
        found.append(f"the rest is planned from {long_date(rest.starts)}, for {length}: what came before is over")
    return found
