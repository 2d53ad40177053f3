"""Compares two versions of a framework."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.model.framework import Framework
from readiness.versions.change import Change, Effect
from readiness.versions.names import Matched
from readiness.versions.offers import (
    compare_actions,
    compare_facts,
    compare_framework,
    compare_roles_and_sources,
    compare_targets,
)
from readiness.versions.questions import compare_questions
from readiness.versions.rules import compare_rules
from readiness.versions.structure import compare_areas, compare_caps_and_order

__all__ = ["compare"]


def compare(old: Framework, new: Framework) -> tuple[Change, ...]:
    """Return everything that changed, the largest effects first, then in the order of the new version.

    Both are composed: what they include counts as part of them. Where no change has an effect of `BREAKS` or `MOVES`,
    equal answers have equal scores under both, once renamed ids have been carried over.
    """
    changes = list(_changes(Matched.of(old, new)))
    return tuple(sorted(changes, key=lambda change: list(Effect).index(change.effect)))


def _changes(matched: Matched) -> Iterator[Change]:
    yield from compare_framework(matched)
    yield from compare_rules(matched)
    yield from compare_caps_and_order(matched, matched.old, matched.new)
    yield from compare_areas(matched)
    yield from compare_questions(matched)
    yield from compare_facts(matched)
    yield from compare_targets(matched)
    yield from compare_actions(matched)
    yield from compare_roles_and_sources(matched)
