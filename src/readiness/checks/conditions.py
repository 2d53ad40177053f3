"""Conditions do not go round in a circle, and compare things with what they can be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from readiness.checks.finding import Finding, Respelling
from readiness.checks.outline import Outline, leaf_paths, suggestion
from readiness.checks.spelling import read_as_fact, respelt
from readiness.model.answers import (
    ChecklistQuestion,
    ChoiceQuestion,
    DateQuestion,
    LevelQuestion,
    MultipleQuestion,
    NumberQuestion,
    Question,
    TextQuestion,
    YesNoQuestion,
)
from readiness.model.conditions import AreaCondition, FactCondition, QuestionCondition
from readiness.model.framework import Framework
from readiness.model.scale import Scale

__all__ = ["Misfit", "check_condition_cycles", "check_condition_kinds", "find_misfit", "written"]


class Misfit(NamedTuple):
    """Why a comparison compares a thing with what it can never be."""

    key: str
    """The key of the comparison at fault."""
    message: str
    help: str = ""
    fix: Respelling | None = None
    """What the value is sure to mean."""


def check_condition_cycles(outline: Outline) -> Iterator[Finding]:
    """Find nodes whose value hangs on itself: a question asked because of itself, an area capped because of itself."""
    cycle = outline.cycle
    if cycle and outline.repeated.isdisjoint(cycle):
        path = outline.question_path.get(cycle[0]) or outline.area_path[cycle[0]]
        yield Finding(
            "RF301",
            path,
            "conditions go round in a circle: " + " waits for ".join(f"`{name}`" for name in cycle),
            help="remove the condition of one of them, or let it look at something else",
        )


def check_condition_kinds(outline: Outline) -> Iterator[Finding]:
    """Find comparisons with a value of another kind than the answer or fact, or off the scale."""
    for path, condition in outline.conditions:
        for place, leaf in leaf_paths(condition, path):
            misfit = find_misfit(leaf, outline.scope)
            if misfit and getattr(leaf, "question", None) not in outline.repeated:
                yield Finding("RF302", (*place, misfit.key), misfit.message, help=misfit.help, fix=misfit.fix)


def find_misfit(leaf: QuestionCondition | FactCondition | AreaCondition, framework: Framework) -> Misfit | None:
    """Return what is wrong with a comparison, or None; a name that the framework does not know is another matter."""
    match leaf:
        case QuestionCondition(question=name) if name in framework.question:
            return _question_misfit(leaf, framework.question[name], framework.scale)
        case FactCondition(fact=name) if name in framework.known_facts:
            return _fact_misfit(leaf, framework.known_facts[name].type)
        case _:
            return None


def _question_misfit(leaf: QuestionCondition, question: Question, scale: Scale) -> Misfit | None:
    if leaf.includes is not None:
        items = _parts(question)
        message = f"`{question.id}` has no item `{leaf.includes}`"
        if leaf.includes in items:
            return None
        return Misfit("includes", message, suggestion(leaf.includes, items), respelt(leaf.includes, items))
    if leaf.is_ is not None:
        return _value_misfit(leaf.is_, question, scale)
    if not question.scored:
        kind = "a day" if isinstance(question, DateQuestion) else "recorded in words"
        return Misfit("question", f"`{question.id}` is {kind} and has no level to compare")
    key, level = ("below", leaf.below) if leaf.at_least is None else ("at-least", leaf.at_least)
    if level is None or scale.lowest <= level <= scale.highest:
        return None
    runs = f"which runs from {scale.lowest} to {scale.highest}"
    return Misfit(key, f"`{question.id}` is compared with level {written(level)}, off the scale, {runs}")


def _value_misfit(value: object, question: Question, scale: Scale) -> Misfit | None:
    """Return what is wrong with the value after `is`."""
    number, said = not isinstance(value, bool | str), written(value)
    match question:
        case ChoiceQuestion(options=options) if value not in (known := [option.id for option in options]):
            return Misfit(
                "is", f"`{question.id}` has no option `{said}`", suggestion(said, known), respelt(said, known)
            )
        case YesNoQuestion() if not isinstance(value, bool) and value not in {"yes", "no"}:
            return Misfit("is", f"`{question.id}` is answered yes or no, never `{said}`")
        case LevelQuestion() if value not in scale:
            return Misfit("is", f"`{question.id}` is answered with a level, never `{said}`")
        case NumberQuestion() if not number:
            return Misfit("is", f"`{question.id}` is answered with a number, never `{said}`")
        case TextQuestion() if not isinstance(value, str):
            return Misfit("is", f"`{question.id}` is answered with text, never `{said}`", f'write it as "{said}"')
        case DateQuestion() if not _is_day(value):
            return Misfit("is", f"`{question.id}` is answered with a day, never `{said}`", "write it as 2026-11-20")
        case MultipleQuestion() if not number:
            message = f"`{question.id}` is answered with several options, never `{said}`"
            return Misfit("is", message, "ask whether it `includes` an option")
        case ChecklistQuestion() if not number:
            return Misfit("is", f"`{question.id}` is a checklist, never `{said}`", "ask whether it `includes` an item")
        case _:
            return None


def _parts(question: Question) -> list[str]:
    """Return what an answer can include."""
    match question:
        case ChecklistQuestion(items=items):
            return [item.id for item in items]
        case MultipleQuestion(options=options):
            return [option.id for option in options]
        case _:
            return []


def _is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _fact_misfit(leaf: FactCondition, kind: str) -> Misfit | None:
    if leaf.is_ is None:
        return None if kind == "number" else Misfit("fact", f"`{leaf.fact}` is a {kind} and has no order")
    kinds = {"boolean": isinstance(leaf.is_, bool), "text": isinstance(leaf.is_, str)}
    if kinds.get(kind, not any(kinds.values())):
        return None
    wanted = "true or false" if kind == "boolean" else f"a {kind}"
    return Misfit("is", f"`{leaf.fact}` is {wanted}, never {written(leaf.is_)}", fix=read_as_fact(leaf.is_, kind))


def written(value: object) -> str:
    """Return a value as an author would write it."""
    if isinstance(value, bool):
        return str(value).lower()
    return repr(float(value)) if isinstance(value, Fraction) and value.denominator != 1 else str(value)
