"""The result as data: `readiness: result/1`. Every exact number stands as a string beside a rounded one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from readiness.gaps import Gap
from readiness.model.framework import Framework
from readiness.model.tailoring import Tailoring, Thing
from readiness.report.conflict import conflict_values
from readiness.report.crosswalk import Crosswalk
from readiness.report.exact import exactly
from readiness.report.inputs import ReportInput
from readiness.report.left_out import left_out_words
from readiness.report.money_json import estimate_json, estimates_json, money_json, value_json
from readiness.report.result_schema import result_schema
from readiness.report.risk_json import risk_json
from readiness.report.robustness_json import robustness
from readiness.report.settled import settled_values
from readiness.report.solution_json import solution_json
from readiness.report.why import loss_words
from readiness.roadmap.loss import Loss
from readiness.roadmap.plan import LeftOut, PlannedAction, Quarter, Reached, Roadmap
from readiness.scoring.fitting import SwitchOutcome
from readiness.scoring.result import AdjustmentOutcome, GateOutcome, NodeScore

__all__ = ["result", "result_bytes", "result_schema", "roadmap_values"]


def result_bytes(given: ReportInput) -> bytes:
    """Return the result as JSON text: the same bytes for the same input."""
    return (json.dumps(result(given), ensure_ascii=False, indent=2) + "\n").encode()


def result(given: ReportInput) -> dict[str, Any]:
    """Return the result as plain values; `result_schema` describes them."""
    scorecard, assessment = given.scorecard, given.assessment
    tailored = [_tailoring(record) for record in given.framework.tailorings]
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
        "higher-is": str(scorecard.root.direction),
        "scale": [{"level": step.level, "name": step.name} for step in scorecard.scale.levels],
        "score": _node(scorecard.root),
        "gaps": [_gap(gap) for gap in given.gaps],
        "estimates": estimates_json(given.fitting),
        "roadmap": roadmap_values(given.roadmap, given.framework, risk_json(given.risk)) if given.roadmap else None,
        "conflict": conflict_values(given.conflict) if given.conflict else None,
        "crosswalk": [_crosswalk(one, scorecard.node) for one in given.crosswalks],
        "robustness": robustness(given.sensitivity, given.framework),
        "files": dict(sorted(given.digests.items())),
    }


def _target(given: ReportInput) -> dict[str, Any]:
    assert given.target is not None
    return {
        "id": given.scorecard.target_id,
        "title": given.target.title,
        "switches": [_switch(one) for one in given.fitting.switches.get(given.scorecard.target_id or "", ())],
    }


def _switch(one: SwitchOutcome) -> dict[str, Any]:
    return {
        "because": one.switch.because,
        "holds": one.holds,
        "missing": list(one.missing),
        "default": one.switch.default,
        "areas": dict(one.switch.areas),
        "questions": dict(one.switch.questions),
    }


def _tailoring(record: Tailoring) -> dict[str, Any]:
    return {
        "framework": record.framework,
        "version": record.version,
        "base": {"id": record.base, "version": record.base_version, "title": record.base_title},
        **({"kept": [_thing(one) for one in record.kept]} if record.kept else {}),
        "changed": [
            {
                **_thing(one.thing),
                "keys": list(one.keys),
                "from": _plain(one.before),
                "to": _plain(one.after),
            }
            for one in record.changed
        ],
        "dropped": [{**_thing(one), "because": one.because or None} for one in record.dropped],
        "added": [_thing(one) for one in record.added],
    }


def _thing(one: Thing) -> dict[str, Any]:
    return {"kind": one.kind, "id": one.id, "title": one.title}


def _plain(value: Any) -> Any:  # noqa: ANN401  any value of a framework file
    """Return a value of a file as JSON has it; numbers that are not whole stand as they were written."""
    match value:
        case dict():
            return {str(key): _plain(one) for key, one in value.items()}
        case tuple():
            return [_plain(one) for one in value]
        case None | bool() | str():
            return value
        case int() | Fraction(denominator=1):
            return int(value)
        case _:
            return str(value)


def _node(node: NodeScore) -> dict[str, Any]:
    return {
        "id": node.id,
        "title": node.title,
        "kind": node.kind,
        "measure": node.measure,
        "weight": exactly(node.weight),
        "higher-is": str(node.direction),
        "rollup": node.rollup,
        "score": exactly(node.score),
        "level": node.level,
        "band": node.band.name if node.band else None,
        "ratio": exactly(node.ratio),
        "raw-ratio": exactly(node.raw_ratio),
        "points": exactly(node.points),
        "maximum": exactly(node.maximum),
        "low": exactly(node.low),
        "high": exactly(node.high),
        "evidenced": exactly(node.evidenced),
        "target": exactly(node.target),
        "gap": exactly(node.gap),
        "share-of-whole": exactly(node.share_of_whole),
        "coverage": {
            "answered": node.coverage.answered,
            "applicable": node.coverage.applicable,
            "weight": exactly(node.coverage.weight),
        },
        "state": node.state.value if node.state else None,
        "evidence": node.evidence.value if node.evidence else None,
        "needs-evidence": node.needs_evidence,
        "contributions": [
            {"child": one.child, "share": exactly(one.share), "adds": exactly(one.adds), "costs": exactly(one.costs)}
            for one in node.contributions
        ],
        "gates": [_gate(gate) for gate in node.gates],
        "adjustments": [_adjustment(one) for one in node.adjustments],
        "children": [_node(child) for child in node.children],
    }


def _adjustment(one: AdjustmentOutcome) -> dict[str, Any]:
    return {
        "questions": list(one.questions),
        "because": one.because,
        "holds": one.holds,
        "certain": one.certain,
        "change": exactly(one.change),
    }


def _gate(gate: GateOutcome) -> dict[str, Any]:
    return {
        "questions": list(gate.questions),
        "cap": gate.cap,
        "because": gate.because,
        "holds": gate.holds,
        "certain": gate.certain,
        "loss": exactly(gate.loss),
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


def roadmap_values(roadmap: Roadmap, framework: Framework, risk: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return a roadmap as plain values, as a result has it."""
    totals = roadmap.totals
    return {
        "target": roadmap.target_id,
        "starts": roadmap.starts.isoformat(),
        "currency": roadmap.currency,
        "day-rate": exactly(roadmap.day_rate),
        "start-score": exactly(roadmap.start_score),
        "target-score": exactly(roadmap.target_score),
        "quarters": [_quarter(quarter) for quarter in roadmap.quarters],
        "actions": [_action(one, roadmap, framework) for one in roadmap.actions],
        "left-out": [_left_out(one, left_out_words(one, framework, roadmap.currency)) for one in roadmap.left_out],
        "totals": {
            "cost": estimate_json(totals.cost),
            "effort-days": estimate_json(totals.effort_days),
            "running-cost-a-year": estimate_json(totals.running_cost_a_year),
            "benefit-a-year": estimate_json(totals.benefit_a_year),
        },
        "money": money_json(roadmap),
        "critical-chain": list(roadmap.critical_chain),
        "unmet": list(roadmap.unmet),
        "open-gates": [{"node": node, "because": because} for node, because in roadmap.open_gates],
        "solution": solution_json(roadmap.solution),
        "compared": [_reached(one) for one in roadmap.compared],
        "risk": risk,
    }


def _reached(one: Reached) -> dict[str, Any]:
    return {
        "way": str(one.way),
        "gates-cleared": one.gates,
        "rise": exactly(one.rise),
        "mean-rise": exactly(one.mean_rise),
        "cost": exactly(one.cost),
    }


def _quarter(quarter: Quarter) -> dict[str, Any]:
    return {
        "label": quarter.label,
        "starts": quarter.starts.isoformat(),
        "ends": quarter.ends.isoformat(),
        "cost": estimate_json(quarter.cost),
        "effort-days": estimate_json(quarter.effort_days),
        "effort-by-role": {role: exactly(days) for role, days in sorted(quarter.effort_by_role.items())},
        "score": exactly(quarter.score),
        "low": exactly(quarter.low),
        "high": exactly(quarter.high),
        "scores": {area: exactly(value) for area, value in quarter.scores.items()},
    }


def _action(one: PlannedAction, roadmap: Roadmap, framework: Framework) -> dict[str, Any]:
    action = one.action
    return {
        "number": one.number,
        "id": action.id,
        "title": action.title,
        "area": one.area,
        "owner": action.owner,
        "start-quarter": one.start,
        "quarters": one.quarters,
        "gain": exactly(one.gain),
        "after": list(one.after),
        "lifts": {id_: {"from": exactly(before), "to": exactly(then)} for id_, (before, then) in one.lifts.items()},
        "cost": estimate_json(action.cost.points),
        "effort-days": estimate_json(action.days_of_all),
        "effort-by-role": {role: estimate_json(days.points) for role, days in action.effort_by_role.items()},
        "money": value_json(roadmap.money.actions[action.id]),
        "why": _why(one.loss, roadmap, framework),
        "settled": settled_values(one.decision),
    }


def _why(loss: Loss, roadmap: Roadmap, framework: Framework) -> dict[str, Any]:
    number = {one.action.id: one.number for one in roadmap.actions}
    return {
        "reason": loss.ground.value.replace(" ", "-"),
        "detail": loss_words(loss, number.__getitem__, framework.scale.span),
        "falls-with-it": list(loss.also),
        "end": exactly(loss.end * framework.scale.span),
        "gates": loss.gates,
    }


def _left_out(one: LeftOut, detail: str) -> dict[str, Any]:
    return {
        "id": one.action.id,
        "title": one.action.title,
        "reason": one.reason.value.replace(" ", "-"),
        "detail": detail,
    }
