"""One question as people are asked it: what to tick, what the answers are worth, who answers, what backs it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, assert_never

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
from readiness.model.direction import Direction
from readiness.model.framework import Framework
from readiness.report.conditions import condition_words
from readiness.report.exact import exact_text
from readiness.report.view.parts import Labelled
from readiness.report.words import joined

__all__ = ["Choice", "Sheet", "sheet"]

Kind = Literal["level", "some", "one", "value", "open"]
"""A level of the scale; some of a list; one of a list; a number; words or a day."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be ticked."""

    label: str
    """The number of a level; empty for everything else."""
    text: str
    note: str = ""
    """What it is worth, or the rung on which it stands."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One question in full."""

    id: str
    topic: str
    weight: str
    ask: str
    why: str
    asked_when: str
    kind: Kind
    how: str
    """What somebody with a pen is asked to do."""
    choices: tuple[Choice, ...]
    unit: str
    may_not_apply: bool
    """Whether the reason why it does not apply is an answer."""
    worth: str
    """How the answer becomes points, where the choices do not say it."""
    enough: tuple[Labelled, ...]
    """For a level: when it is good enough."""
    targets: str
    """The level that each target profile asks for."""
    basis: str
    evidence: tuple[str, ...]
    needed: str
    """From which level evidence is needed."""
    answered_by: str
    references: str
    actions: tuple[str, ...]
    """The titles of the actions that improve it."""


def sheet(framework: Framework, question: Question, actions: Sequence[str]) -> Sheet:
    """Return a question in full; the actions are the titles of those that improve it."""
    direction, rule = framework.direction[question.id], framework.evidence_rule(question)
    kind, how = _asked(question, direction)
    level = rule.required_from
    return Sheet(
        id=question.id,
        topic=question.topic,
        weight=exact_text(question.weight),
        ask=question.ask,
        why=question.why or "",
        asked_when=condition_words(question.applies_when, framework) if question.applies_when else "",
        kind=kind,
        how=how,
        choices=_choices(framework, question),
        unit=question.unit if isinstance(question, NumberQuestion) else "",
        may_not_apply=framework.may_not_apply(question.id),
        worth=_worth(question, direction),
        enough=tuple(
            Labelled(f"Level {one} is good enough when", text) for one, text in question.good_enough_when.items()
        ),
        targets=_targets(framework, question),
        basis=question.basis or "",
        evidence=rule.expect,
        needed="" if level is None else direction.pick(f"from level {level}", f"at level {level} and below"),
        answered_by=joined([framework.role_name(role) for role in question.answered_by], "or"),
        references=_references(framework, question),
        actions=tuple(actions),
    )


def _targets(framework: Framework, question: Question) -> str:
    if not question.scored:
        return ""
    profiles = framework.targets.values()
    return ", ".join(f"{one.title} {framework.target_level(one, question.id)}" for one in profiles)


def _references(framework: Framework, question: Question) -> str:
    named = ((framework.sources[id_].title, items) for id_, items in question.references.items() if items)
    return "; ".join(f"{title}: {', '.join(items)}" for title, items in named)


def _asked(question: Question, direction: Direction) -> tuple[Kind, str]:
    match question:
        case LevelQuestion():
            fits = direction.pick(
                "Tick the highest level of which everything is true today.", "Tick the level that fits today."
            )
            return "level", fits
        case ChecklistQuestion(score="ladder"):
            return "some", "Tick what is done today."
        case ChecklistQuestion():
            return "some", "Tick what is done today, and write P beside what is partly done."
        case MultipleQuestion():
            return "some", "Tick all that apply today."
        case ChoiceQuestion() | YesNoQuestion():
            return "one", "Tick one."
        case NumberQuestion():
            return "value", "Write the number, and how it was measured."
        case TextQuestion():
            return "open", "Answer in a few words."
        case DateQuestion():
            return "open", "Write the day."
        case _:
            assert_never(question)


def _choices(framework: Framework, question: Question) -> tuple[Choice, ...]:
    match question:
        case LevelQuestion(levels=levels):
            steps = framework.scale.levels
            return tuple(Choice(str(step.level), levels.get(step.level, ""), step.name) for step in steps)
        case ChecklistQuestion(items=items):
            return tuple(Choice("", item.text, f"rung {item.rung}" if item.rung else "") for item in items)
        case ChoiceQuestion(options=options) | MultipleQuestion(options=options):
            return tuple(Choice("", option.text, _points(option.points)) for option in options)
        case YesNoQuestion():
            return Choice("", "Yes"), Choice("", "No")
        case NumberQuestion() | TextQuestion() | DateQuestion():
            return ()
        case _:
            assert_never(question)


def _worth(question: Question, direction: Direction) -> str:
    match question:
        case ChecklistQuestion(score="ladder"):
            return "A rung counts when all on it and below it is done."
        case YesNoQuestion(good=good):
            return f"{good.capitalize()} {direction.pick('is the good answer', 'has the point')}."
        case NumberQuestion():
            return f"{_worth_of_number(question, direction)}."
        case TextQuestion() | DateQuestion():
            return "Not scored."
        case _:
            return ""


def _worth_of_number(question: NumberQuestion, direction: Direction) -> str:
    if question.bounds is not None:
        least, most = direction.pick(("is worst", "is best"), ("has no points", "has all"))
        return f"{exact_text(question.bounds.worst)} {least}, {exact_text(question.bounds.best)} {most}"
    steps = [f"from {exact_text(step.from_)} on {_points(step.points)}" for step in question.steps or ()]
    said = "; ".join([*steps, "below that nothing"])
    return said[:1].upper() + said[1:]


def _points(points: Fraction) -> str:
    return "1 point" if points == 1 else f"{exact_text(points)} points"
