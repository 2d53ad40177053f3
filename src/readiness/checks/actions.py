"""Actions lift what there is to lift, and close the gaps that targets make."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readiness.checks.finding import Finding
from readiness.checks.outline import Outline, suggestion, unknown
from readiness.checks.spelling import respelt
from readiness.model.answers import ChecklistQuestion

if TYPE_CHECKING:
    from readiness.diagnostics import Path
    from readiness.model.answers import Question
    from readiness.model.framework import Framework

__all__ = ["check_effects", "check_gaps_closable", "check_lifts", "check_questions_lifted"]


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
            elif name in outline.repeated:
                continue
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


def check_effects(outline: Outline) -> Iterator[Finding]:
    """Find lifts that change nothing: to the worst level, or with no items."""
    scale = outline.framework.scale
    for index, action in enumerate(outline.framework.actions):
        for name, to in action.lifts.items():
            path: Path = ("actions", index, "lifts", name)
            direction = outline.direction(name)
            if to == ():
                yield Finding("RF406", path, f"`{action.id}` lists no items of `{name}`", help="list what it gets done")
            elif to == direction.worst_level(scale):
                end, side = direction.pick(("lowest", "above"), ("highest", "below"))
                message = f"`{action.id}` lifts `{name}` to level {to}, the {end}, which everybody has"
                yield Finding("RF406", path, message, help=f"name a level {side} {to}, or leave it out")


def check_gaps_closable(outline: Outline) -> Iterator[Finding]:
    """Find levels that a target asks for and no action reaches."""
    framework = outline.framework
    if not framework.actions:
        return
    best: dict[str, int] = {}
    for action in framework.actions:
        for name, to in action.lifts.items():
            if isinstance(to, int):
                best[name] = outline.direction(name).pick(max, min)(best.get(name, to), to)
    for id_, profile in framework.targets.items():
        for path, question in outline.questions:
            if not question.scored or isinstance(question, ChecklistQuestion):
                continue
            direction = outline.direction(question.id)
            levels = [framework.target_level(variant, question.id) for variant in profile.variants]
            wanted = direction.pick(max, min)(levels)
            reached = best.get(question.id, direction.worst_level(framework.scale))
            if wanted in framework.scale and not direction.is_met(reached, wanted):
                message = f"the target `{id_}` asks level {wanted} of `{question.id}`, which no action reaches"
                yield Finding(
                    "RF403", (*path, "id"), message, help=f"add an action with `lifts: {{{question.id}: {wanted}}}`"
                )


def check_questions_lifted(outline: Outline) -> Iterator[Finding]:
    """Find questions that no action lifts, where no target shows them as gaps that nothing closes."""
    framework = outline.framework
    if not framework.actions or not outline.knows_all:
        return
    lifted = {name for action in outline.scope.actions for name in action.lifts}
    for path, question in outline.questions:
        if question.scored and question.id not in lifted and not _wanted(framework, question):
            yield Finding(
                "RF405",
                (*path, "id"),
                f"no action lifts `{question.id}`",
                help="add an action that does, so that a roadmap can offer it",
            )


def _wanted(framework: Framework, question: Question) -> bool:
    """Tell whether a target asks for a level of a question that is lifted to levels."""
    if isinstance(question, ChecklistQuestion):
        return False
    levels = (framework.target_level(profile, question.id) for profile in framework.targets.values())
    return any(level != framework.direction[question.id].worst_level(framework.scale) for level in levels)
