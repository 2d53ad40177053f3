"""The result as data: `readiness: result/1`. Every exact number stands as a string beside a rounded one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from readiness.gaps import Gap
from readiness.report.agreement_json import agreement_json
from readiness.report.conflict import conflict_values
from readiness.report.crosswalk import Crosswalk
from readiness.report.exact import exactly
from readiness.report.inputs import ReportInput
from readiness.report.money_json import estimates_json
from readiness.report.node_json import node_json
from readiness.report.result_schema import result_schema
from readiness.report.risk_json import risk_json
from readiness.report.roadmap_json import roadmap_values
from readiness.report.robustness_json import robustness
from readiness.report.since_json import since_json
from readiness.report.tailoring_json import tailoring_json
from readiness.report.wording import ENGLISH, speaking
from readiness.roadmap.planners import Planner
from readiness.roadmap.solution import Method
from readiness.scoring.fitting import SwitchOutcome
from readiness.scoring.result import NodeScore

__all__ = ["attached_result", "result", "result_bytes", "result_schema"]


def result_bytes(given: ReportInput) -> bytes:
    """Return the result as JSON text, with all that it was made from: the same bytes for the same input."""
    inputs = {"inputs": dict(sorted(given.files.items()))} if given.carries_inputs else {}
    return _as_bytes(result(given) | inputs)


def attached_result(given: ReportInput) -> bytes:
    """Return the result as JSON text for a report, which carries its inputs beside it."""
    return _as_bytes(result(given))


def _as_bytes(values: Mapping[str, Any]) -> bytes:
    return (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode()


@speaking(ENGLISH)
def result(given: ReportInput) -> dict[str, Any]:
    """Return the result as plain values; `result_schema` describes them. What it says is in English in every report."""
    scorecard, assessment = given.scorecard, given.assessment
    tailored = [tailoring_json(record) for record in given.framework.tailorings]
    return {
        "readiness": "result/1",
        "tool": {"name": "readiness", "version": given.version},
        "framework": {"id": given.framework.id, "version": given.framework.version, "title": given.framework.title},
        **({"tailoring": tailored} if tailored else {}),
        "organisation": {
            "name": assessment.organisation.name,
            "sector": assessment.organisation.sector,
            "staff": assessment.organisation.staff,
        },
        "assessed-on": assessment.assessed_on.isoformat(),
        "as-of": given.as_of.isoformat(),
        "target": _target(given) if given.target else None,
        "language": given.texts.language if given.texts else None,
        "planner": _planner(given),
        "plan": given.plan.model_dump(mode="json", by_alias=True, exclude_unset=True) if given.plan else None,
        "higher-is": str(scorecard.root.direction),
        "scale": [{"level": step.level, "name": step.name} for step in scorecard.scale.levels],
        "score": node_json(scorecard.root),
        "gaps": [_gap(gap) for gap in given.gaps],
        "estimates": estimates_json(given.fitting),
        "roadmap": roadmap_values(given.roadmap, given.framework, risk_json(given.risk)) if given.roadmap else None,
        "conflict": conflict_values(given.conflict) if given.conflict else None,
        "crosswalk": [_crosswalk(one, scorecard.node) for one in given.crosswalks],
        "robustness": robustness(given.sensitivity, given.framework),
        **({"respondents": agreement_json(given.agreement, assessment)} if given.agreement else {}),
        **({"since": since_json(given.since)} if given.since else {}),
        "files": given.digests,
    }


def _target(given: ReportInput) -> dict[str, Any]:
    assert given.target is not None
    return {
        "id": given.scorecard.target_id,
        "title": given.target.title,
        "switches": [_switch(one) for one in given.fitting.switches.get(given.scorecard.target_id or "", ())],
    }


def _planner(given: ReportInput) -> str | None:
    """Return how the roadmap was made, so that it can be made again; None where the way that is installed made none."""
    if given.roadmap is None:
        return given.planner
    is_ranked = given.roadmap.solution.method is Method.RANKED
    return Planner.RANKED if is_ranked else Planner.BEST


def _switch(one: SwitchOutcome) -> dict[str, Any]:
    return {
        "because": one.switch.because,
        "holds": one.holds,
        "missing": list(one.missing),
        "default": one.switch.default,
        "areas": dict(one.switch.areas),
        "questions": dict(one.switch.questions),
    }


def _gap(gap: Gap) -> dict[str, Any]:
    return {
        "question": gap.question,
        "state": gap.state.value,
        "score": exactly(gap.score),
        "target": gap.target,
        "size": exactly(gap.size),
        "gain": exactly(gap.gain),
        "gates": gap.gates,
    }


def _crosswalk(one: Crosswalk, nodes: Mapping[str, NodeScore]) -> dict[str, Any]:
    return {
        "instrument": one.id,
        "title": one.title,
        "whole": one.is_whole,
        "outcomes": [
            {
                "id": entry.id,
                "title": entry.title or None,
                "questions": [_speaks(nodes[id_]) for id_ in entry.questions],
            }
            for entry in one.entries
            if entry.questions
        ],
        "without-question": [entry.id for entry in one.silent],
    }


def _speaks(node: NodeScore) -> dict[str, Any]:
    return {
        "id": node.id,
        "state": node.state.value if node.state else None,
        "level": node.level,
        "target": exactly(node.target),
    }
