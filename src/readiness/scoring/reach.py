"""Whether a framework's own targets can be reached."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TypeVar

from readiness.checks.constant import decider_for
from readiness.checks.deciding import NOT_FALSE, NOT_TRUE, Decider, Goal
from readiness.checks.finding import Finding
from readiness.checks.gates import MOST_QUESTIONS, met, questions_below, variants
from readiness.checks.outline import Outline
from readiness.model.direction import Direction
from readiness.model.framework import Area, Framework, Gate
from readiness.model.targets import TargetProfile
from readiness.scoring.engine import Headline, Scorer
from readiness.scoring.reading import Reading
from readiness.scoring.result import State
from readiness.scoring.score import target_levels

__all__ = ["check_reach"]

_AVERAGES = frozenset({"mean", "sum", "min", "max", "gmean", "hmean"})
_Node = TypeVar("_Node", Framework, Area)


def check_reach(framework: Framework) -> Iterator[Finding]:
    """Find targets that nobody reaches: a gate holds whenever they are met, and caps short of what they ask.

    The framework is composed and free of errors: ids resolve, and conditions have no circle.
    """
    outline = Outline(framework)
    decider = decider_for(outline)
    for path, gate in outline.gates:
        node = outline.node_with(path)
        asked = [Goal(one, NOT_FALSE) for _, one in outline.asked_when(path)]
        questions = sorted(decider.questions(gate.when))
        if len(questions) > MOST_QUESTIONS:
            continue
        direction, cap = framework.direction[node.id], framework.scale.ratio_of(gate.cap_at_level)
        for id_, profile in framework.targets.items():
            if any(
                _always_holds(decider, gate, [*asked, *met(decider, framework, named)])
                and direction.short(cap, _asked_of(framework, node, variant, decider))
                for variant, named in variants(framework, profile, questions)
            ):
                message = f"whoever meets the target `{id_}` is still held at level {gate.cap_at_level} in `{node.id}`"
                yield Finding("RF210", ("targets", id_), message, at_key=True, help=_advice(questions, direction))


def _always_holds(decider: Decider, gate: Gate, goals: list[Goal]) -> bool:
    """Tell whether a gate holds in every case that meets the goals, and there is such a case."""
    return decider.can([*goals, Goal(gate.when, NOT_TRUE)]) is False and decider.can(goals) is not False


def _asked_of(framework: Framework, node: Framework | Area, profile: TargetProfile, decider: Decider) -> Fraction:
    """Return the ratio that a target asks of an area: what it has before any gate when each question is at its level.

    Where questions may be hidden, the worst of these levels: whatever is hidden, no average asks less. Nothing is
    claimed of other roll-ups and of adjustments, which can ask less, or make up for a gate.
    """
    direction = framework.direction[node.id]
    if not _is_average(node, framework):
        return direction.worst
    scale, levels = framework.scale, target_levels(framework, profile)
    below = [question.id for question in questions_below(node) if question.scored]
    if not below:
        return direction.worst
    if any(decider.asked(name) for name in below):
        return scale.ratio_of(direction.pick(min, max)(levels[name] for name in below))
    scorer = Scorer(_without_gates(framework), {})
    readings = {name: Reading(State.ANSWERED, scale.ratio_of(level)) for name, level in levels.items()}
    return Headline(scorer, readings, hidden=frozenset()).value(scorer.branch[node.id]).ratio or Fraction(0)


def _is_average(node: Framework | Area, framework: Framework) -> bool:
    """Tell whether a node, and all below it, lie between their lowest and their highest part."""
    rules = node.scoring.completed(framework.scoring)
    rollup = rules.rollup or "mean"
    own = rollup in _AVERAGES and rules.maxima != "all" and not node.adjust
    return own and all(_is_average(area, framework) for area in node.areas if not area.measure)


def _without_gates(node: _Node) -> _Node:
    return node.changed(gates=(), areas=tuple(map(_without_gates, node.areas)))


def _advice(questions: list[str], direction: Direction) -> str:
    names = ", ".join(f"`{name}`" for name in questions[:3])
    return f"mend its gate on {names}, or {direction.pick('lower', 'raise')} the target"
