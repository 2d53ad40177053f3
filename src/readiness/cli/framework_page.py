"""A framework as a page to read: areas, questions with all their answers, gates, targets, actions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import assert_never

from readiness.cli.console import Line, Styled
from readiness.cli.text import wrapped
from readiness.model.actions import Action
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
from readiness.model.base import Estimate
from readiness.model.direction import Direction
from readiness.model.estimates import Size
from readiness.model.framework import Area, Framework
from readiness.report.conditions import condition_words
from readiness.report.exact import exact_text
from readiness.report.fitting import levels_text
from readiness.report.numbers import days_range_text, integer_text
from readiness.report.tailoring import tailoring_words
from readiness.report.words import capitalised, joined

__all__ = ["page"]


def page(framework: Framework, file: str, width: int) -> Iterator[Line]:
    """Yield the lines of the page."""
    yield from _title(f"{framework.title} {framework.version} ({framework.id})", width)
    yield (Styled(f"{file}, {framework.licence}", "faint"),)
    if framework.description:
        yield ("",)
        yield from _paragraph(framework.description, width)
    for name, text in tailoring_words(framework):
        yield ("",)
        yield from _paragraph(f"{name}. {text}", width, "  ", "")
    yield ("",)
    scale = ", ".join(f"{step.level} {step.name}" for step in framework.scale.levels)
    yield from _paragraph(f"Scale: {scale}.", width)
    if framework.higher_is == "worse":
        yield ("Higher is worse.",)
    yield from _gates(framework, framework, width)
    for question in framework.questions:
        yield from _question(question, framework, width)
    for area, above in framework.walk():
        yield from _area(area, framework.labels[min(len(above), len(framework.labels) - 1)], framework, width)
    yield from _targets(framework, width)
    yield from _actions(framework, width)


def _paragraph(text: str, width: int, indent: str = "", first: str | None = None) -> Iterator[Line]:
    for line in wrapped(text, width, indent=indent, first=first):
        yield (line,)


def _title(text: str, width: int, indent: str = "") -> Iterator[Line]:
    for line in wrapped(text, width, indent=indent):
        yield (Styled(line, "strong"),)


def _area(area: Area, label: str, framework: Framework, width: int) -> Iterator[Line]:
    yield ("",)
    counts = "measured beside the score" if area.measure else f"weight {exact_text(area.weight)}"
    yield from _title(f"{label}: {area.title} ({area.id}), {counts}", width)
    if area.description:
        yield from _paragraph(area.description, width)
    if area.higher_is is not None:
        yield (f"Higher is {area.higher_is}.",)
    yield from _gates(area, framework, width)
    for question in area.questions:
        yield from _question(question, framework, width)


def _gates(node: Area | Framework, framework: Framework, width: int) -> Iterator[Line]:
    does = framework.direction[node.id].pick("Cap at", "Held at or above")
    for gate in node.gates:
        name = framework.scale.name_of(gate.cap_at_level)
        yield from _paragraph(f"{does} level {gate.cap_at_level} {name}: {gate.because}", width, "  ")


def _question(question: Question, framework: Framework, width: int) -> Iterator[Line]:
    yield ("",)
    yield from _title(f"{question.topic} ({question.id}), weight {exact_text(question.weight)}", width, "  ")
    yield from _paragraph(question.ask, width, "  ")
    if question.why:
        yield from _paragraph(f"Why: {question.why}", width, "  ")
    yield from _answers(question, framework, width)
    for level, text in question.good_enough_when.items():
        yield from _paragraph(f"Level {level} is good enough when: {text}", width, "  ")
    if question.basis:
        yield from _paragraph(f"Where this comes from: {question.basis}", width, "  ")
    rule = framework.evidence_rule(question)
    if rule.expect:
        since = "" if rule.required_from is None else f" (needed {_from(framework, question, rule.required_from)})"
        yield from _paragraph(f"Evidence{since}: {'; '.join(rule.expect)}", width, "  ")
    if question.answered_by:
        roles = joined([framework.role_name(role) for role in question.answered_by], "or")
        yield from _paragraph(f"Answered by: {roles}", width, "  ")


def _from(framework: Framework, question: Question, level: int) -> str:
    return framework.direction[question.id].pick(f"from level {level}", f"at level {level} and below")


def _answers(question: Question, framework: Framework, width: int) -> Iterator[Line]:
    """Yield every possible answer of a question."""
    direction = framework.direction[question.id]
    match question:
        case LevelQuestion(levels=levels):
            for level in framework.scale.levels:
                text = levels.get(level.level, "")
                yield from _paragraph(text, width, " " * 7, f"    {level.level}  ")
        case ChecklistQuestion(items=items):
            texts = [f"{item.text} (rung {item.rung})" if item.rung else item.text for item in items]
            yield from _choices(texts, "[ ]", width)
            if question.score == "ladder":
                rule = "A rung counts when all on it and below it is done."
                yield from _paragraph(rule, width, "    ")
        case ChoiceQuestion(options=options) | MultipleQuestion(options=options):
            mark = "-" if isinstance(question, ChoiceQuestion) else "[ ]"
            texts = [f"{option.text} ({_points(option.points)})" for option in options]
            yield from _choices(texts, mark, width)
        case YesNoQuestion(good=good):
            yield ("    yes or no; ", f"{good} {direction.pick('is the good answer', 'has the point')}")
        case NumberQuestion():
            yield from _paragraph(f"a number, {question.unit}: {_worth(question, direction)}", width, "    ")
        case TextQuestion() | DateQuestion():
            yield (f"    {'in words' if isinstance(question, TextQuestion) else 'a day'}, not scored",)
        case _:
            assert_never(question)


def _worth(question: NumberQuestion, direction: Direction) -> str:
    if question.bounds is not None:
        least, most = direction.pick(("is worst", "is best"), ("has no points", "has all"))
        return f"{exact_text(question.bounds.worst)} {least}, {exact_text(question.bounds.best)} {most}"
    steps = [f"from {exact_text(step.from_)} on {_points(step.points)}" for step in question.steps or ()]
    return f"{'; '.join(steps)}; below that nothing"


def _points(points: Fraction) -> str:
    return "1 point" if points == 1 else f"{exact_text(points)} points"


def _choices(texts: Sequence[str], mark: str, width: int) -> Iterator[Line]:
    for text in texts:
        yield from _paragraph(text, width, " " * (5 + len(mark)), f"    {mark} ")


def _targets(framework: Framework, width: int) -> Iterator[Line]:
    if not framework.targets:
        return
    yield ("",)
    yield (Styled("Target profiles", "strong"),)
    for id_, profile in framework.targets.items():
        others = [f"{name} {level}" for name, level in (*profile.areas.items(), *profile.questions.items())]
        levels = f"level {profile.default}" + (f" but for {', '.join(others)}" if others else "")
        about = f" {profile.description}" if profile.description else ""
        yield from _paragraph(f"{profile.title} ({id_}): {levels}.{about}", width, "    ", "  ")
        for switch in profile.switches:
            when = condition_words(switch.when, framework)
            text = f"Where {when}: {levels_text(switch, framework)}. {switch.because}"
            yield from _paragraph(text, width, "      ", "    ")


def _actions(framework: Framework, width: int) -> Iterator[Line]:
    if not framework.actions:
        return
    yield ("",)
    currency = f", in {framework.estimates.currency}" if framework.estimates.currency else ""
    yield (Styled("Actions", "strong"), f", {len(framework.actions)}; estimates are planning assumptions{currency}")
    for size in framework.estimates.sizes:
        yield from _paragraph(_size(size), width, "  ")
    if framework.estimates.basis:
        yield from _paragraph(framework.estimates.basis, width, "  ")
    for action in framework.actions:
        yield from _action(action, framework, width)


def _size(size: Size) -> str:
    least = "" if size.staff_at_least is None else f"from {integer_text(size.staff_at_least)} staff"
    most = "" if size.staff_below is None else f"below {integer_text(size.staff_below)} staff"
    ends = " and ".join(end for end in (least, most) if end)
    effort, money = exact_text(size.effort), exact_text(size.money)
    return f"{capitalised(ends)}, days are multiplied by {effort} and amounts by {money}."


def _action(action: Action, framework: Framework, width: int) -> Iterator[Line]:
    yield ("",)
    yield from _title(f"{action.title} ({action.id})", width, "  ")
    if action.why:
        yield from _paragraph(action.why, width, "  ")
    lifts = [_lift(framework, id_, to) for id_, to in action.lifts.items()]
    does = framework.direction[next(iter(action.lifts))].pick("Lifts", "Brings")
    yield from _paragraph(f"{does} {'; '.join(lifts)}.", width, "  ")
    yield from _paragraph(_effort(action, framework), width, "  ")
    if action.needs:
        yield from _paragraph(f"After {', '.join(action.needs)}.", width, "  ")
    if action.instead_of:
        yield from _paragraph(f"Instead of {', '.join(action.instead_of)}.", width, "  ")


def _lift(framework: Framework, id_: str, to: int | tuple[str, ...]) -> str:
    topic = framework.question[id_].topic
    if isinstance(to, int):
        return f"{topic} to level {to}"
    return f"{topic} {framework.direction[id_].pick('with', 'without')} {joined(to)}"


def _effort(action: Action, framework: Framework) -> str:
    low, _, high = action.effort_days.points
    parts = [f"{framework.role_name(action.owner)}, {days_range_text(low, high)} of staff time"]
    for role, days in action.effort_of_others.items():
        low, _, high = days.points
        parts.append(f"{days_range_text(low, high)} of the team of the {framework.role_name(role)}")
    parts.append(f"{_span(action.duration_weeks)} weeks")
    if any(action.cost.points):
        parts.append(f"{_span(action.cost)} to spend")
    return f"{', '.join(parts)}."


def _span(estimate: Estimate) -> str:
    low, _, high = (integer_text(point) for point in estimate.points)
    return low if low == high else f"{low} to {high}"
