"""Levels and their texts make sense."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from readiness.checks.finding import Finding
from readiness.checks.outline import Outline
from readiness.model.answers import (
    ChecklistQuestion,
    ChoiceQuestion,
    LevelQuestion,
    MultipleQuestion,
    NumberQuestion,
    Question,
)
from readiness.model.conditions import QuestionCondition
from readiness.model.scale import Scale

if TYPE_CHECKING:
    from readiness.diagnostics import Path

__all__ = ["check_levels_on_scale", "check_reachable_levels"]


def check_levels_on_scale(outline: Outline) -> Iterator[Finding]:
    """Find levels that the scale does not have."""
    scale = outline.framework.scale
    for path, level in _levels_named(outline):
        if level not in scale:
            message = f"level {level} is off the scale, which runs from {scale.lowest} to {scale.highest}"
            nearest = max(scale.lowest, min(level, scale.highest))
            yield Finding("RF201", path, message, at_key=path[-1] == level, help=_off_scale_advice(path, nearest))


def _off_scale_advice(path: Path, nearest: int) -> str:
    return f"remove it; the nearest level is {nearest}" if path[-2] == "levels" else f"the nearest level is {nearest}"


def _levels_named(outline: Outline) -> Iterator[tuple[Path, int]]:
    framework = outline.framework
    for id_, profile in framework.targets.items():
        yield ("targets", id_, "default"), profile.default
        yield from ((("targets", id_, "areas", name), level) for name, level in profile.areas.items())
        yield from ((("targets", id_, "questions", name), level) for name, level in profile.questions.items())
    for path, switch in outline.switches:
        if switch.default is not None:
            yield (*path, "default"), switch.default
        yield from (((*path, "areas", name), level) for name, level in switch.areas.items())
        yield from (((*path, "questions", name), level) for name, level in switch.questions.items())
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


def check_reachable_levels(outline: Outline) -> Iterator[Finding]:
    """Find levels that a target, action or text names of one question, and that none of its answers is at.

    A profile's general level is let pass: not every kind of answer has every level.
    """
    for path, question in outline.questions:
        if _says_nothing(question):
            parts = "steps" if isinstance(question, NumberQuestion) else "options"
            message = f"all {parts} of `{question.id}` are worth the same, so that its answer tells nothing"
            yield Finding("RF207", (*path, parts), message, at_key=True, help=f"give the better {parts} more points")
    reached: dict[str, set[int]] = {}
    for path, name, level in _levels_of_questions(outline):
        if name in outline.repeated:
            continue
        if name not in reached:
            reached[name] = _reached(outline.scope.question[name], outline.scope.scale)
        if level not in reached[name] and level in outline.scope.scale:
            levels = ", ".join(map(str, sorted(reached[name])))
            message = f"no answer to `{name}` is at level {level}"
            yield Finding("RF207", path, message, at_key=path[-1] == level, help=f"its answers are at {levels}")


def _levels_of_questions(outline: Outline) -> Iterator[tuple[Path, str, int]]:
    """Yield every level that is named of a single question whose answers may not have it."""
    partial = {
        id_: question
        for id_, question in outline.scope.question.items()
        if question.scored and not _has_every_level(question) and not _says_nothing(question)
    }
    for id_, profile in outline.framework.targets.items():
        for name, level in profile.questions.items():
            if name in partial:
                yield ("targets", id_, "questions", name), name, level
    for path, switch in outline.switches:
        switched = switch.questions.items()
        yield from (((*path, "questions", name), name, level) for name, level in switched if name in partial)
    for index, action in enumerate(outline.framework.actions):
        for name, to in action.lifts.items():
            if name in partial and isinstance(to, int) and not isinstance(partial[name], ChecklistQuestion):
                yield ("actions", index, "lifts", name), name, to
    for path, question in outline.questions:
        if question.id in partial:
            yield from (((*path, "good-enough-when", level), question.id, level) for level in question.good_enough_when)


def _has_every_level(question: Question) -> bool:
    return isinstance(question, LevelQuestion) or (isinstance(question, NumberQuestion) and question.steps is None)


def _says_nothing(question: Question) -> bool:
    match question:
        case ChoiceQuestion(options=options):
            return len({option.points for option in options}) == 1
        case MultipleQuestion(options=options):
            return not any(option.points for option in options)
        case NumberQuestion(steps=steps) if steps is not None:
            return not any(step.points for step in steps)
        case _:
            return False


def _reached(question: Question, scale: Scale) -> set[int]:
    """Return the levels that answers to a question are at; all levels, where its answers are too many to list."""
    every = [step.level for step in scale.levels]
    comparisons = [QuestionCondition.model_construct(question=question.id, at_least=Fraction(level)) for level in every]
    answers = question.representatives(comparisons, scale)
    return set(every) if answers is None else {scale.level_of(question.ratio(one, scale)) for one in answers}
