"""Switches of target profiles look at facts only, and change something."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.checks.finding import Finding
from readiness.checks.outline import Outline, leaf_paths
from readiness.model.conditions import FactCondition, QuestionCondition
from readiness.model.framework import Framework
from readiness.model.targets import TargetProfile

__all__ = ["check_switch_conditions", "check_switch_effects"]


def check_switch_conditions(outline: Outline) -> Iterator[Finding]:
    """Find switches that look at answers or scores: what is asked of somebody would hang on what they answer."""
    for path, switch in outline.switches:
        for place, leaf in leaf_paths(switch.when, (*path, "when")):
            if not isinstance(leaf, FactCondition):
                kind = "question" if isinstance(leaf, QuestionCondition) else "area"
                message = f"a switch looks at the {kind} `{getattr(leaf, kind)}`; a target hangs on facts only"
                help_ = "ask for a fact about the organisation, or use a gate"
                yield Finding("RF221", (*place, kind), message, at_key=True, help=help_)


def check_switch_effects(outline: Outline) -> Iterator[Finding]:
    """Find switches after which every question is asked for the level that it was asked for before."""
    if not outline.knows_all or outline.repeated:
        return
    scope = outline.scope
    for path, switch in outline.switches:
        profile = scope.targets[str(path[1])]
        if _levels(scope, profile.switched(())) == _levels(scope, profile.switched([switch])):
            message = "this switch asks of every question what the profile asks of it anyway"
            yield Finding("RF222", path, message, help="name the levels that are different, or leave the switch out")


def _levels(framework: Framework, profile: TargetProfile) -> dict[str, int]:
    return {id_: framework.target_level(profile, id_) for id_, one in framework.question.items() if one.scored}
