"""Gates change something, and do not hold down an agency that has met its target."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.checks.constant import decider_for
from readiness.checks.deciding import NOT_FALSE, TRUE, Decider, Goal
from readiness.checks.finding import Finding
from readiness.checks.outline import Outline
from readiness.model.conditions import Any_, Condition, Not, QuestionCondition, leaves

if TYPE_CHECKING:
    from readiness.model.answers import Question
    from readiness.model.framework import Area, Framework, Gate
    from readiness.model.targets import TargetProfile

__all__ = ["MOST_QUESTIONS", "check_gates", "check_targets_below_gates", "met", "questions_below", "variants"]

MOST_QUESTIONS = 50
"""On more questions than this no gate is decided."""
_MOST_NAMED = 2
_HAIR = Fraction(1, 10**9)
"""Conditions have no "at most"; nothing that a framework names lies this close above a level."""


def check_gates(outline: Outline) -> Iterator[Finding]:
    """Find gates that change nothing because they cap at the best level."""
    for path, gate in outline.gates:
        direction = outline.scope.direction[outline.node_with(path).id]
        if gate.cap_at_level == direction.best_level(outline.scope.scale):
            end, other = direction.pick(("highest", "lower"), ("lowest", "higher"))
            message = f"a cap at level {gate.cap_at_level}, the {end}, changes nothing"
            yield Finding("RF205", (*path, "cap-at-level"), message, help=f"cap at a {other} level, or remove the gate")


def check_targets_below_gates(outline: Outline) -> Iterator[Finding]:
    """Find targets that can be met while a gate holds their area below them, though better answers would open it."""
    framework = outline.scope
    if not outline.gates or not framework.targets or outline.cycle or outline.repeated:
        return
    decider = decider_for(outline)
    for path, gate in outline.gates:
        questions = decider.questions(gate.when)
        # What an adjustment gives back after a gate is not weighed against the cap.
        if len(questions) > MOST_QUESTIONS or outline.node_with(path).adjust:
            continue
        holds = [Goal(gate.when, TRUE), *(Goal(one, NOT_FALSE) for _, one in outline.asked_when(path))]
        best = {
            name: framework.direction[name].best_level(framework.scale)
            for name in questions & framework.question.keys()
        }
        for id_, profile in framework.targets.items():
            for variant, levels in variants(framework, profile, best):
                if (
                    decider.can([*holds, *met(decider, framework, levels)]) is True
                    and decider.can([*holds, *met(decider, framework, best)]) is False
                    and not _leaves_room(gate, framework, variant, outline.node_with(path))
                ):
                    message = f"the target `{id_}` asks {_said(gate, levels)}, and the gate can still hold"
                    advice = _advice(decider, framework, holds, levels)
                    yield Finding("RF206", (*path, "when"), message, at_key=True, help=advice)
                    break


def variants(
    framework: Framework, profile: TargetProfile, names: Iterable[str]
) -> Iterator[tuple[TargetProfile, dict[str, int]]]:
    """Yield a profile without its switches and with each of them, and the levels that it then asks of some questions.

    Where a switch leaves all these levels as they are, it is passed over.
    """
    told: list[dict[str, int]] = []
    for variant in profile.variants:
        levels = {name: framework.target_level(variant, name) for name in names}
        if levels not in told:
            told.append(levels)
            yield variant, levels


def _advice(decider: Decider, framework: Framework, holds: list[Goal], levels: dict[str, int]) -> str:
    """Return the least that a target would have to ask of one question for the gate to open; or what else would do."""
    scale = framework.scale
    for steps in range(1, scale.span + 1):
        for name in sorted(levels):
            direction = framework.direction[name]
            level = direction.worst_level(scale) + direction.pick(steps, -steps)
            better = met(decider, framework, levels | {name: level})
            if not direction.is_met(levels[name], level) and decider.can([*holds, *better]) is False:
                return f"ask level {level} of `{name}`"
    way = framework.direction[next(iter(levels))].pick("higher", "lower")
    return f"ask {way} levels of these questions, or cap at a {way} level"


def met(decider: Decider, framework: Framework, levels: Mapping[str, int]) -> list[Goal]:
    """Return goals that hold when each of these questions is as good as its level, or is not asked."""
    goals = []
    for name, level in sorted(levels.items()):
        if name in framework.question and framework.question[name].scored:
            at_least = QuestionCondition.model_construct(question=name, at_least=Fraction(level))
            at_most = QuestionCondition.model_construct(question=name, below=level + _HAIR)
            reached: Condition = framework.direction[name].pick(at_least, at_most)
            hidden = [Not.model_construct(not_=one) for one in decider.asked(name)]
            goals.append(Goal(Any_.model_construct(any=(reached, *hidden)) if hidden else reached, TRUE))
    return goals


def questions_below(node: Framework | Area) -> Iterator[Question]:
    """Yield every question that the score of an area or framework is made of."""
    waiting: list[Framework | Area] = [node]
    while waiting:
        found = waiting.pop()
        yield from found.questions
        waiting.extend(area for area in found.areas if not area.measure)


def _leaves_room(gate: Gate, framework: Framework, profile: TargetProfile, node: Framework | Area) -> bool:
    """Tell whether a cap is no worse than the best level that a profile asks for below a node."""
    direction = framework.direction[node.id]
    levels = [framework.target_level(profile, one.id) for one in questions_below(node) if one.scored]
    return all(direction.is_met(gate.cap_at_level, level) for level in levels)


def _said(gate: Gate, levels: dict[str, int]) -> str:
    """Return the levels that a target asks of the questions of a gate, in words."""
    named = dict.fromkeys(leaf.question for leaf in leaves(gate.when) if isinstance(leaf, QuestionCondition))
    said = [f"level {levels[name]} of `{name}`" for name in named if name in levels]
    return " and ".join(said) if len(said) <= _MOST_NAMED else "levels of the questions that it names"
