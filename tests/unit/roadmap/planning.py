"""A roadmap from plain documents, in one call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from readiness.model.assessment import Plan
from readiness.report.left_out import left_out_words
from readiness.roadmap.plan import PlannedAction, Roadmap
from readiness.roadmap.planners import Planner
from readiness.roadmap.schedule import plan_roadmap
from readiness.roadmap.solution import Reason
from tests.builders import Plain, a_framework, a_question, an_area, an_assessment, read_assessment, read_framework
from tests.unit.scoring.sheet import TODAY, a_sheet

__all__ = ["chosen", "left_out", "planned", "questions", "roadmap"]

ROLES = {"lead": "Lead", "ciso": "Security officer"}


def questions(*ids: str, **keys: object) -> list[Plain]:
    """Return one area that holds level questions of these ids."""
    return [an_area("d1", [a_question(id_) for id_ in ids], **keys)]


def roadmap(
    areas: Sequence[Plain],
    answers: Mapping[str, Any],
    actions: Sequence[Plain],
    *,
    limits: Plain | None = None,
    planner: Planner = Planner.RANKED,
    **keys: Any,  # noqa: ANN401  any key of a framework
) -> Roadmap:
    """Return the roadmap of these areas, answers, actions and limits: two quarters from 2027 unless they say so.

    Raises:
        NoRoadmap: nothing fits.
    """
    framework = a_framework(areas=list(areas), actions=list(actions), roles=ROLES, **keys)
    sheet = a_sheet(framework, answers)
    return plan_roadmap(
        sheet.scorer,
        sheet.readings,
        sheet.scorecard,
        _plan(limits or {}, framework),
        assessed_on=TODAY,
        planner=planner,
    )


def _plan(limits: Plain, framework: Plain) -> Plan:
    merged = {"starts": "2027-01-01", "quarters": 2} | limits
    written = {key: one for key, one in merged.items() if one is not None}
    _, assessment = read_assessment(an_assessment(plan=written), framework)
    return assessment.plan


def chosen(plan: Roadmap) -> list[tuple[str, int, int]]:
    """Return each chosen action with the quarter in which it starts and the one in which it has ended."""
    return [(one.action.id, one.start, one.end) for one in plan.actions]


def planned(plan: Roadmap, id_: str) -> PlannedAction:
    """Return a chosen action."""
    return next(one for one in plan.actions if one.action.id == id_)


def left_out(plan: Roadmap) -> dict[str, Reason]:
    """Return why each action is left out."""
    return {one.action.id: one.reason for one in plan.left_out}


class Excuse(NamedTuple):
    """Why an action is left out, with the sentence that says so."""

    reason: Reason
    detail: str


def excuse(plan: Roadmap, id_: str) -> Excuse:
    """Return why one action is left out."""
    one = next(one for one in plan.left_out if one.action.id == id_)
    framework = read_framework(a_framework(areas=questions(*one.action.lifts), roles=ROLES))
    return Excuse(one.reason, left_out_words(one, framework, plan.currency))
