"""Levels, weights and gates make sense."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readiness.checks.finding import Finding
from readiness.checks.outline import Outline
from readiness.model.answers import LevelQuestion
from readiness.model.conditions import QuestionCondition
from readiness.model.scoring import ROLLUPS_WITHOUT_WEIGHTS

if TYPE_CHECKING:
    from readiness.diagnostics import Path
    from readiness.model.framework import Area, Framework, Gate

__all__ = ["check_gates", "check_levels_on_scale", "check_structure"]


def check_levels_on_scale(outline: Outline) -> Iterator[Finding]:
    """Find levels that the scale does not have."""
    scale = outline.framework.scale
    for path, level in _levels_named(outline):
        if level not in scale:
            message = f"level {level} is off the scale, which runs from {scale.lowest} to {scale.highest}"
            yield Finding("RF201", path, message, at_key=path[-1] == level)


def _levels_named(outline: Outline) -> Iterator[tuple[Path, int]]:
    framework = outline.framework
    for id_, profile in framework.targets.items():
        yield ("targets", id_, "default"), profile.default
        yield from ((("targets", id_, "areas", name), level) for name, level in profile.areas.items())
        yield from ((("targets", id_, "questions", name), level) for name, level in profile.questions.items())
    for index, action in enumerate(framework.actions):
        yield from ((("actions", index, "lifts", name), to) for name, to in action.lifts.items() if isinstance(to, int))
    yield from (((*path, "cap-at-level"), gate.cap_at_level) for path, gate in outline.gates)
    if framework.evidence.required_from is not None:
        yield ("evidence", "required-from"), framework.evidence.required_from
    for path, question in outline.questions:
        yield from (((*path, "good-enough-when", level), level) for level in question.good_enough_when)
        if question.evidence.required_from is not None:
            yield (*path, "evidence", "required-from"), question.evidence.required_from
        if isinstance(question, LevelQuestion):
            yield from (((*path, "levels", level), level) for level in question.levels)


def check_structure(outline: Outline) -> Iterator[Finding]:
    """Find areas without content, and weights under a roll-up that ignores them."""
    for path, area in outline.areas:
        if not area.areas and not area.questions:
            yield Finding(
                "RF204", (*path, "id"), f"the area `{area.id}` is empty", help="add questions, or remove the area"
            )
    nodes: list[tuple[Path, Framework | Area]] = [((), outline.framework), *outline.areas]
    for path, node in nodes:
        rollup = node.scoring.rollup or outline.framework.scoring.rollup
        if rollup in ROLLUPS_WITHOUT_WEIGHTS:
            for key, children in (("areas", node.areas), ("questions", node.questions)):
                for index, child in enumerate(children):
                    if child.weight != 1:
                        message = f"the weight of `{child.id}` has no effect: `{node.id}` is scored by {rollup}"
                        yield Finding("RF203", (*path, key, index, "weight"), message)


def check_gates(outline: Outline) -> Iterator[Finding]:
    """Find gates that change nothing, and targets that a gate would still hold down."""
    framework = outline.framework
    for path, gate in outline.gates:
        if gate.cap_at_level >= framework.scale.highest:
            yield Finding(
                "RF205", (*path, "cap-at-level"), f"a cap at level {gate.cap_at_level}, the highest, changes nothing"
            )
        yield from _targets_below(outline, path, gate)


def _targets_below(outline: Outline, path: Path, gate: Gate) -> Iterator[Finding]:
    framework, condition = outline.scope, gate.when
    if (
        not isinstance(condition, QuestionCondition)
        or condition.below is None
        or condition.question not in framework.question
    ):
        return
    for id_, profile in framework.targets.items():
        level = framework.target_level(profile, condition.question)
        if level < condition.below:
            name = condition.question
            message = f"the target `{id_}` asks level {level} of `{name}`, and the gate holds below {condition.below}"
            yield Finding("RF206", (*path, "when"), message, at_key=True)
