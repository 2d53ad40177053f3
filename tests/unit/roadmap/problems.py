"""A planning problem from plain documents, in one call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from readiness.roadmap.problem import Problem
from readiness.roadmap.quarters import first_quarter_after
from tests.builders import Plain, a_framework, an_assessment, read_assessment
from tests.unit.scoring.sheet import TODAY, a_sheet

__all__ = ["a_problem"]


def a_problem(
    areas: Sequence[Plain],
    answers: Mapping[str, Any],
    actions: Sequence[Plain],
    *,
    limits: Plain | None = None,
    **keys: Any,  # noqa: ANN401  any key of a framework
) -> Problem:
    """Return the problem of these areas, answers, actions and limits: two quarters unless they say so."""
    roles = {"lead": "Lead", "ciso": "Security officer"}
    framework = a_framework(areas=list(areas), actions=list(actions), roles=roles, **keys)
    sheet = a_sheet(framework, answers)
    _, assessment = read_assessment(an_assessment(plan={"quarters": 2} | (limits or {})), framework)
    starts = first_quarter_after(TODAY)
    return Problem(sheet.scorer, sheet.readings, sheet.scorecard.target_levels, assessment.plan, starts)
