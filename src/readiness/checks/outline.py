"""A framework with the path of each of its parts, for checks."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from readiness.checks.finding import Finding
from readiness.errors import nearest
from readiness.model.conditions import All, Any_, AreaCondition, Condition, FactCondition, Not, QuestionCondition

if TYPE_CHECKING:
    from readiness.diagnostics import Path
    from readiness.model.answers import Question
    from readiness.model.framework import Area, Framework, Gate

__all__ = ["Outline", "leaf_paths", "suggestion", "unknown"]


@dataclass(frozen=True)
class Outline:
    """Every area, question, gate and condition of a framework, each with its path."""

    framework: Framework

    @cached_property
    def areas(self) -> tuple[tuple[Path, Area], ...]:
        """Every area, parents first."""
        found: list[tuple[Path, Area]] = []
        stack: list[tuple[Path, Area]] = [(("areas", i), area) for i, area in enumerate(self.framework.areas)]
        while stack:
            path, area = stack.pop(0)
            found.append((path, area))
            stack += [((*path, "areas", i), child) for i, child in enumerate(area.areas)]
        return tuple(found)

    @cached_property
    def questions(self) -> tuple[tuple[Path, Question], ...]:
        """Every question."""
        own: list[tuple[Path, Question]] = [(("questions", i), q) for i, q in enumerate(self.framework.questions)]
        below = [((*path, "questions", i), q) for path, area in self.areas for i, q in enumerate(area.questions)]
        return (*own, *below)

    @cached_property
    def question_path(self) -> dict[str, Path]:
        """The path of each question by its id; the first, where ids repeat."""
        return {question.id: path for path, question in reversed(self.questions)}

    @cached_property
    def gates(self) -> tuple[tuple[Path, Gate], ...]:
        """Every gate."""
        own = [(("gates", i), gate) for i, gate in enumerate(self.framework.gates)]
        below = [((*path, "gates", i), gate) for path, area in self.areas for i, gate in enumerate(area.gates)]
        return (*own, *below)

    @cached_property
    def conditions(self) -> tuple[tuple[Path, Condition], ...]:
        """Every condition."""
        nodes: list[tuple[Path, Area | Question]] = [*self.areas, *self.questions]
        asked = [((*path, "applies-when"), node.applies_when) for path, node in nodes if node.applies_when is not None]
        return (*asked, *(((*path, "when"), gate.when) for path, gate in self.gates))


def leaf_paths(
    condition: Condition, path: Path
) -> Iterator[tuple[Path, QuestionCondition | FactCondition | AreaCondition]]:
    """Yield the comparisons of a condition, each with its path."""
    match condition:
        case All(all=parts):
            for index, part in enumerate(parts):
                yield from leaf_paths(part, (*path, "all", index))
        case Any_(any=parts):
            for index, part in enumerate(parts):
                yield from leaf_paths(part, (*path, "any", index))
        case Not(not_=part):
            yield from leaf_paths(part, (*path, "not"))
        case _:
            yield path, condition


def suggestion(name: str, known: Collection[str]) -> str:
    """Return what the author may have meant, or what there is."""
    close = nearest(name, known)
    if close:
        return f"did you mean `{close}`?"
    return f"known: {', '.join(sorted(known)[:10])}" if known else ""


def unknown(
    code: str, path: Path, name: str, message: str, known: Collection[str], places: dict[str, Path] | None = None
) -> Finding:
    """Return a finding about a name that does not exist, with the nearest one that does."""
    close = nearest(name, known)
    related = (((*places[close], "id"), "similar id defined here"),) if close and places and close in places else ()
    return Finding(
        code, path, message, label="not defined in this framework", related=related, help=suggestion(name, known)
    )
