"""Conditions can be decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from readiness.checks.finding import Finding
from readiness.checks.outline import Outline, leaf_paths, suggestion
from readiness.model.answers import ChecklistQuestion, ChoiceQuestion, MultipleQuestion, Question, YesNoQuestion
from readiness.model.conditions import Condition, FactCondition, QuestionCondition, leaves
from readiness.model.framework import deciding

if TYPE_CHECKING:
    from readiness.diagnostics import Path
    from readiness.model.framework import Area
    from readiness.model.scale import Scale

__all__ = ["check_condition_cycles", "check_condition_kinds", "find_cycle"]


def find_cycle(graph: Mapping[str, Iterable[str]]) -> list[str]:
    """Return the names on one cycle, first and last the same, or an empty list; it begins with the graph's first."""
    try:
        TopologicalSorter({name: sorted(after) for name, after in graph.items()}).prepare()
    except CycleError as error:
        _, *names = reversed(error.args[1])
        order = {name: place for place, name in enumerate(graph)}
        first = min(range(len(names)), key=lambda place: order[names[place]])
        return [*names[first:], *names[: first + 1]]
    return []


def check_condition_cycles(outline: Outline) -> Iterator[Finding]:
    """Find nodes whose value hangs on itself: a question asked because of itself, an area capped because of itself."""
    framework = outline.scope
    graph: dict[str, set[str]] = {framework.id: {node.id for node in (*framework.areas, *framework.questions)}}
    for area, _ in framework.walk():
        graph[area.id] = {child.id for child in (*area.areas, *area.questions)}
        graph[area.id] |= {name for condition in deciding(area) for name in _names(condition)}
    graph[framework.id] |= {name for condition in deciding(framework) for name in _names(condition)}
    for question, above in framework.placed.values():
        holders: tuple[Area | Question, ...] = (*above, question)
        graph[question.id] = {name for node in holders if node.applies_when for name in _names(node.applies_when)}
    cycle = find_cycle(graph)
    if cycle:
        path = outline.question_path.get(cycle[0]) or outline.area_path[cycle[0]]
        yield Finding(
            "RF301",
            path,
            "conditions go round in a circle: " + " waits for ".join(f"`{name}`" for name in cycle),
        )


def _names(condition: Condition) -> set[str]:
    """Return the questions and areas that a condition looks at."""
    parts = [part for part in leaves(condition) if not isinstance(part, FactCondition)]
    return {part.question if isinstance(part, QuestionCondition) else part.area for part in parts}


def check_condition_kinds(outline: Outline) -> Iterator[Finding]:
    """Find comparisons that an answer or a fact of its kind can never satisfy."""
    for path, condition in outline.conditions:
        for place, leaf in leaf_paths(condition, path):
            match leaf:
                case QuestionCondition() if leaf.question in outline.scope.question:
                    question = outline.scope.question[leaf.question]
                    yield from _question_kind(leaf, question, place)
                    yield from _always_or_never(leaf, question, outline.scope.scale, place)
                case FactCondition() if leaf.fact in outline.scope.facts:
                    yield from _fact_kind(leaf, outline.scope.facts[leaf.fact].type, place)
                case _:
                    pass


def _question_kind(leaf: QuestionCondition, question: Question, path: Path) -> Iterator[Finding]:
    if leaf.includes is not None:
        items = _parts(question)
        if leaf.includes not in items:
            yield Finding(
                "RF302",
                (*path, "includes"),
                f"`{question.id}` has no item `{leaf.includes}`",
                help=suggestion(leaf.includes, items),
            )
    elif leaf.is_ is not None:
        if isinstance(question, ChoiceQuestion) and leaf.is_ not in (
            options := [option.id for option in question.options]
        ):
            yield Finding(
                "RF302",
                (*path, "is"),
                f"`{question.id}` has no option `{_written(leaf.is_)}`",
                help=suggestion(str(leaf.is_), options),
            )
        if isinstance(question, YesNoQuestion) and leaf.is_ not in ("yes", "no", True, False):
            yield Finding(
                "RF302", (*path, "is"), f"`{question.id}` is answered yes or no, never `{_written(leaf.is_)}`"
            )
    elif not question.scored:
        yield Finding("RF302", (*path, "question"), f"`{question.id}` is recorded in words and has no level to compare")


def _parts(question: Question) -> list[str]:
    """Return what an answer can include."""
    match question:
        case ChecklistQuestion(items=items):
            return [item.id for item in items]
        case MultipleQuestion(options=options):
            return [option.id for option in options]
        case _:
            return []


def _always_or_never(leaf: QuestionCondition, question: Question, scale: Scale, path: Path) -> Iterator[Finding]:
    """Find comparisons of levels that every answer, or none, satisfies."""
    if not question.scored:
        return
    lowest, highest = scale.lowest, scale.highest
    if leaf.at_least is not None and not lowest < leaf.at_least <= highest:
        word = "never" if leaf.at_least > highest else "always"
        yield Finding("RF302", (*path, "at-least"), f"at least level {leaf.at_least} {word} holds for `{question.id}`")
    if leaf.below is not None and not lowest < leaf.below <= highest:
        word = "never" if leaf.below <= lowest else "always"
        yield Finding("RF302", (*path, "below"), f"below level {leaf.below} {word} holds for `{question.id}`")
    if leaf.is_ is not None and question.type == "level" and leaf.is_ not in scale:
        yield Finding("RF302", (*path, "is"), f"`{question.id}` is answered with a level, never `{_written(leaf.is_)}`")


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _fact_kind(leaf: FactCondition, kind: str, path: Path) -> Iterator[Finding]:
    if leaf.is_ is None and kind != "number":
        yield Finding("RF302", (*path, "fact"), f"`{leaf.fact}` is a {kind} and has no order")
    elif leaf.is_ is not None and (kind == "boolean") != isinstance(leaf.is_, bool):
        wanted = "true or false" if kind == "boolean" else f"a {kind}"
        yield Finding("RF302", (*path, "is"), f"`{leaf.fact}` is {wanted}, never {_written(leaf.is_)}")
