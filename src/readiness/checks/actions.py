"""Actions can be done, in some order, and close the gaps that targets make."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readiness.checks.conditions import find_cycle
from readiness.checks.finding import Finding
from readiness.checks.outline import Outline, suggestion, unknown
from readiness.checks.spelling import respelt
from readiness.model.answers import ChecklistQuestion

if TYPE_CHECKING:
    from readiness.diagnostics import Path
    from readiness.model.actions import Action
    from readiness.model.base import Estimate

__all__ = ["check_action_graph", "check_estimates", "check_gaps_closable", "check_lifts", "check_needs_of_whole"]


def check_lifts(outline: Outline) -> Iterator[Finding]:
    """Find actions that lift what does not exist."""
    questions = outline.scope.question
    for index, action in enumerate(outline.framework.actions):
        for name, to in action.lifts.items():
            path: Path = ("actions", index, "lifts", name)
            question = questions.get(name)
            if question is None and not outline.knows_all:
                continue
            if question is None:
                message = f"action lifts question `{name}`, which does not exist"
                yield unknown("RF105", path, message, name=name, known=outline.question_path, at_key=True)
            elif isinstance(to, tuple):
                items = [item.id for item in question.items] if isinstance(question, ChecklistQuestion) else []
                for i, item in enumerate(to):
                    if item not in items:
                        yield Finding(
                            "RF105",
                            (*path, i),
                            f"`{name}` has no item `{item}`",
                            help=suggestion(item, items),
                            fix=respelt(item, items),
                        )
            elif isinstance(question, ChecklistQuestion) or not question.scored:
                yield Finding(
                    "RF302",
                    path,
                    f"`{name}` is a {question.type} and cannot be lifted to a level",
                    help="list the items that the action gets done",
                )


def check_action_graph(outline: Outline) -> Iterator[Finding]:
    """Find prerequisites and rivals that do not exist, contradict each other, or go round in a circle."""
    actions, own = outline.action_path, outline.framework.id
    for path, action in ((("actions", i), one) for i, one in enumerate(outline.framework.actions)):
        for i, need in enumerate(action.needs):
            framework, _, name = need.rpartition("/")
            if framework in {"", own} and name not in actions and outline.knows_all:
                yield unknown("RF106", (*path, "needs", i), f"there is no action `{name}`", name=name, known=actions)
            if name in action.instead_of:
                yield Finding("RF404", (*path, "needs", i), f"`{action.id}` needs its rival `{name}`")
        for i, name in enumerate(action.instead_of):
            if name not in actions and outline.knows_all:
                yield unknown(
                    "RF106", (*path, "instead-of", i), f"there is no action `{name}`", name=name, known=actions
                )
    yield from _cycle(outline, {action.id: action.needs for action in outline.framework.actions})


def _cycle(outline: Outline, graph: dict[str, tuple[str, ...]]) -> Iterator[Finding]:
    cycle = find_cycle(graph)
    if cycle:
        place = next((i for i, action in enumerate(outline.framework.actions) if action.id == cycle[0]), None)
        path: Path = ("includes",) if place is None else ("actions", place, "needs")
        yield Finding(
            "RF401", path, "actions wait for each other: " + " needs ".join(f"`{name}`" for name in cycle), at_key=True
        )


def check_needs_of_whole(outline: Outline) -> Iterator[Finding]:
    """Find prerequisites between included frameworks that do not exist or go round in a circle."""
    actions = outline.scope.action
    for action in outline.scope.actions:
        for need in action.needs:
            if need not in actions:
                yield Finding(
                    "RF106",
                    ("includes",),
                    f"`{action.id}` needs the action `{need}`, which none of the frameworks has",
                    at_key=True,
                    help=suggestion(need, actions),
                )
    yield from _cycle(outline, {action.id: action.needs for action in outline.scope.actions})


def check_estimates(outline: Outline) -> Iterator[Finding]:
    """Find estimates whose low, likely and high do not rise."""
    for index, action in enumerate(outline.framework.actions):
        for key, estimate in _estimates(action):
            low, likely, high = estimate.points
            if not low <= likely <= high:
                yield Finding(
                    "RF402",
                    ("actions", index, key),
                    f"`{key}` of `{action.id}` should rise from low over likely to high",
                    at_key=True,
                )


def _estimates(action: Action) -> Iterator[tuple[str, Estimate]]:
    yield "effort-days", action.effort_days
    yield "cost", action.cost
    yield "duration-weeks", action.duration_weeks
    if action.running_cost_a_year:
        yield "running-cost-a-year", action.running_cost_a_year
    if action.benefit_a_year:
        yield "benefit-a-year", action.benefit_a_year


def check_gaps_closable(outline: Outline) -> Iterator[Finding]:
    """Find levels that a target asks for and no action reaches."""
    framework = outline.framework
    if not framework.actions:
        return
    best: dict[str, int] = {}
    for action in framework.actions:
        for name, to in action.lifts.items():
            if isinstance(to, int):
                best[name] = max(best.get(name, to), to)
    for id_, profile in framework.targets.items():
        for path, question in outline.questions:
            if not question.scored or isinstance(question, ChecklistQuestion):
                continue
            wanted = framework.target_level(profile, question.id)
            if wanted > best.get(question.id, framework.scale.lowest):
                message = f"the target `{id_}` asks level {wanted} of `{question.id}`, which no action reaches"
                yield Finding(
                    "RF403", (*path, "id"), message, help=f"add an action with `lifts: {{{question.id}: {wanted}}}`"
                )
