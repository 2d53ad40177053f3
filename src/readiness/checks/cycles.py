"""Finds circles: what waits for itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from readiness.model.conditions import Condition, FactCondition, QuestionCondition, leaves
from readiness.model.framework import deciding, parts

if TYPE_CHECKING:
    from readiness.model.answers import Question
    from readiness.model.framework import Area, Framework

__all__ = ["find_cycle", "hangs_on", "names_in"]


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


def hangs_on(framework: Framework) -> dict[str, set[str]]:
    """Return for each area and question, and the framework, what its value hangs on.

    An area hangs on its parts, its gates and its adjustments, a question on what decides whether it is asked.
    """
    graph: dict[str, set[str]] = {framework.id: {node.id for node in parts(framework)}}
    for area, _ in framework.walk():
        graph[area.id] = {child.id for child in parts(area)}
        graph[area.id] |= {name for condition in deciding(area) for name in names_in(condition)}
    graph[framework.id] |= {name for condition in deciding(framework) for name in names_in(condition)}
    for question, above in framework.placed.values():
        holders: tuple[Area | Question, ...] = (*above, question)
        graph[question.id] = {name for node in holders if node.applies_when for name in names_in(node.applies_when)}
    return graph


def names_in(condition: Condition) -> set[str]:
    """Return the questions and areas that a condition looks at."""
    named = [part for part in leaves(condition) if not isinstance(part, FactCondition)]
    return {part.question if isinstance(part, QuestionCondition) else part.area for part in named}
