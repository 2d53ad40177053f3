"""Where everything stands in one version of a framework, and which rules hold there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from readiness.model.answers import StatePolicy
from readiness.model.framework import Area, Framework
from readiness.model.scoring import Scoring

__all__ = ["Tree"]


@dataclass(frozen=True)
class Tree:
    """One version, by the ids of its nodes; the framework itself is a node."""

    framework: Framework

    @cached_property
    def area(self) -> Mapping[str, Area]:
        """Every area by id."""
        return {area.id: area for area, _ in self.framework.walk()}

    @cached_property
    def place(self) -> Mapping[str, tuple[str, ...]]:
        """The areas above each area and question, outermost first."""
        areas = {area.id: tuple(one.id for one in above) for area, above in self.framework.walk()}
        return areas | {id_: tuple(one.id for one in above) for id_, (_, above) in self.framework.placed.items()}

    def parent(self, id_: str) -> str:
        """Return the id of the node above an area or a question."""
        return (self.framework.id, *self.place[id_])[-1]

    @cached_property
    def policies(self) -> Mapping[str, tuple[str, str]]:
        """What a missing and a not applicable answer count as in the end, for each node."""
        root = _policy(self.framework.scoring, ("zero", "exclude"))
        found = {self.framework.id: root}
        for area, above in self.framework.walk():
            found[area.id] = _policy(area.scoring, found[above[-1].id] if above else root)
        for id_, (question, above) in self.framework.placed.items():
            found[id_] = _policy(question.scoring, found[above[-1].id] if above else root)
        return found

    @cached_property
    def scorings(self) -> Mapping[str, Scoring]:
        """How the framework and each area combine their children in the end, what is left out written down."""
        general = self.framework.scoring
        own = {id_: area.scoring.completed(general) for id_, area in self.area.items()}
        return {id_: _explicit(scoring) for id_, scoring in {self.framework.id: general, **own}.items()}

    def rollup(self, id_: str) -> str | None:
        """Return the roll-up of the framework or an area."""
        return self.scorings[id_].rollup


def _explicit(scoring: Scoring) -> Scoring:
    return scoring.changed(
        rollup=scoring.rollup or "mean",
        satisfied_at=scoring.satisfied_at or Fraction(1),
        empty_rung=scoring.empty_rung or "inherit",
        maxima=scoring.maxima or "applicable",
    )


def _policy(own: StatePolicy, above: tuple[str, str]) -> tuple[str, str]:
    return own.unanswered or above[0], own.not_applicable or above[1]
