"""A framework with the path of each of its parts, for checks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from readiness.checks.cycles import find_cycle, hangs_on
from readiness.checks.finding import Finding
from readiness.checks.spelling import respelt
from readiness.diagnostics import Path
from readiness.errors import nearest
from readiness.model.conditions import All, Any_, AreaCondition, Condition, FactCondition, Not, QuestionCondition
from readiness.model.direction import Direction
from readiness.model.facts import FACTS_OF_EVERY_ORGANISATION

if TYPE_CHECKING:
    from readiness.model.answers import Question
    from readiness.model.framework import Area, Framework, Gate
    from readiness.model.targets import Switch

_INCLUDED: Path = ("includes",)
"""Stands for the place of what an included framework brings."""
_ELSEWHERE: Path = ()
"""Stands for the place of what no framework has to say."""

__all__ = ["Outline", "leaf_paths", "suggestion", "unknown"]


@dataclass(frozen=True)
class Outline:
    """Every area, question, gate and condition of a framework, each with its path."""

    framework: Framework
    """The file that is checked: findings lie in it."""
    whole: Framework | None = None
    """The framework with its includes composed into it; None when there are none, or when one cannot be used."""

    @property
    def scope(self) -> Framework:
        """Where names are looked up."""
        return self.whole or self.framework

    @property
    def knows_all(self) -> bool:
        """Whether a name that is not found does not exist; False while an include is missing."""
        return self.whole is not None or not self.framework.includes

    @cached_property
    def areas(self) -> tuple[tuple[Path, Area], ...]:
        """Every area, parents first."""
        found: list[tuple[Path, Area]] = [(("areas", i), area) for i, area in enumerate(self.framework.areas)]
        for path, area in found:  # grows while it is walked
            found.extend(((*path, "areas", i), child) for i, child in enumerate(area.areas))
        return tuple(found)

    @cached_property
    def questions(self) -> tuple[tuple[Path, Question], ...]:
        """Every question."""
        own: list[tuple[Path, Question]] = [(("questions", i), q) for i, q in enumerate(self.framework.questions)]
        below = [((*path, "questions", i), q) for path, area in self.areas for i, q in enumerate(area.questions)]
        return (*own, *below)

    def direction(self, id_: str) -> Direction:
        """Return what a higher score of an area or question means; of one that does not exist, what it mostly does."""
        return self.scope.direction.get(id_, Direction.BETTER)

    @cached_property
    def question_path(self) -> dict[str, Path]:
        """Where the id of each question in scope stands; the first place, where ids repeat."""
        own = {question.id: (*path, "id") for path, question in reversed(self.questions)}
        return self._with_included(self.scope.question) | own

    @cached_property
    def repeated(self) -> frozenset[str]:
        """The ids that two areas or questions have: what is said of such an id may be meant of either."""
        named = Counter([self.framework.id, *(node.id for _, node in (*self.areas, *self.questions))])
        return frozenset(name for name, count in named.items() if count > 1)

    @cached_property
    def area_path(self) -> dict[str, Path]:
        """Where the id of each area in scope stands; the framework itself counts as one."""
        own = {area.id: (*path, "id") for path, area in self.areas} | {self.framework.id: ("id",)}
        return self._with_included(area.id for area, _ in self.scope.walk()) | own

    @cached_property
    def fact_path(self) -> dict[str, Path]:
        """Where each fact in scope stands."""
        own = {name: ("facts", name) for name in self.framework.facts}
        return dict.fromkeys(FACTS_OF_EVERY_ORGANISATION, _ELSEWHERE) | self._with_included(self.scope.facts) | own

    @cached_property
    def action_path(self) -> dict[str, Path]:
        """Where the id of each action in scope stands."""
        own = {action.id: ("actions", i, "id") for i, action in enumerate(self.framework.actions)}
        return self._with_included(self.scope.action) | own

    def _with_included(self, names: Iterable[str]) -> dict[str, Path]:
        return dict.fromkeys(names, _INCLUDED) if self.whole else {}

    @cached_property
    def gates(self) -> tuple[tuple[Path, Gate], ...]:
        """Every gate."""
        own = [(("gates", i), gate) for i, gate in enumerate(self.framework.gates)]
        below = [((*path, "gates", i), gate) for path, area in self.areas for i, gate in enumerate(area.gates)]
        return (*own, *below)

    @cached_property
    def switches(self) -> tuple[tuple[Path, Switch], ...]:
        """Every switch of a target profile."""
        return tuple(
            (("targets", id_, "switches", index), switch)
            for id_, profile in self.framework.targets.items()
            for index, switch in enumerate(profile.switches)
        )

    @cached_property
    def conditions(self) -> tuple[tuple[Path, Condition], ...]:
        """Every condition."""
        nodes: list[tuple[Path, Area | Question]] = [*self.areas, *self.questions]
        asked = [((*path, "applies-when"), node.applies_when) for path, node in nodes if node.applies_when is not None]
        gated = [((*path, "when"), gate.when) for path, gate in self.gates]
        switched = [((*path, "when"), switch.when) for path, switch in self.switches]
        return (*asked, *gated, *self._adjusting, *switched)

    @property
    def _adjusting(self) -> Iterator[tuple[Path, Condition]]:
        """Yield the condition of every adjustment."""
        nodes: list[tuple[Path, Framework | Area]] = [((), self.framework), *self.areas]
        for path, node in nodes:
            for index, rule in enumerate(node.adjust):
                if rule.when is not None:
                    yield (*path, "adjust", index, "when"), rule.when

    @cached_property
    def asking(self) -> Mapping[str, tuple[Path, Condition]]:
        """For each question of this file that is not always asked: its own condition, and where it stands."""
        return {
            question.id: ((*path, "applies-when"), question.applies_when)
            for path, question in self.questions
            if question.applies_when
        }

    def asked_when(self, path: Path) -> tuple[tuple[Path, Condition], ...]:
        """Return the conditions under which what stands at a path is looked at: those of the areas that hold it."""
        holders = ((path[:end], self._area_at.get(path[:end])) for end in range(2, len(path), 2))
        return tuple(
            ((*place, "applies-when"), area.applies_when) for place, area in holders if area and area.applies_when
        )

    def node_with(self, path: Path) -> Framework | Area:
        """Return what carries the gate at a path."""
        return self._area_at.get(path[:-2], self.scope)

    @cached_property
    def _area_at(self) -> Mapping[Path, Area]:
        return dict(self.areas)

    @cached_property
    def hangs_on(self) -> Mapping[str, set[str]]:
        """For each area and question in scope, and the framework: what its value hangs on."""
        return hangs_on(self.scope)

    @cached_property
    def cycle(self) -> Sequence[str]:
        """The names on one circle of conditions, first and last the same; empty when there is none."""
        return find_cycle(self.hangs_on)


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
    code: str, path: Path, message: str, *, name: str, known: Mapping[str, Path], at_key: bool = False
) -> Finding:
    """Return a finding about a name that does not exist, with the nearest known one and its place."""
    close = nearest(name, known)
    is_here = close is not None and known[close] not in {_INCLUDED, _ELSEWHERE}
    return Finding(
        code,
        path,
        message,
        at_key=at_key,
        label="not defined in this framework",
        related=((known[close], "similar id defined here"),) if close and is_here else (),
        help=suggestion(name, known),
        fix=respelt(name, known),
    )
