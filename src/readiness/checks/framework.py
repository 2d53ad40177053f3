"""All checks of a framework. To add one, write its function and its line in `CHECKS`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from readiness.checks import (
    actions,
    bands,
    conditions,
    constant,
    direction,
    estimates,
    evidence,
    former,
    gates,
    level_order,
    level_texts,
    levels,
    naming,
    prerequisites,
    references,
    rollups,
    structure,
    switches,
    wording,
    worth,
)
from readiness.checks.finding import Finding
from readiness.checks.outline import Outline
from readiness.model.framework import Framework

__all__ = ["CHECKS", "check_composition", "check_framework"]

CHECKS: tuple[Callable[[Outline], Iterable[Finding]], ...] = (
    references.check_ids,
    former.check_replaced_ids,
    references.check_roles,
    references.check_sources,
    references.check_conditions_refer,
    references.check_targets_refer,
    references.check_facts,
    switches.check_switch_conditions,
    switches.check_switch_effects,
    levels.check_levels_on_scale,
    levels.check_reachable_levels,
    structure.check_empty_areas,
    structure.check_measures,
    structure.check_weights,
    direction.check_directions,
    direction.check_silence,
    gates.check_gates,
    gates.check_targets_below_gates,
    bands.check_bands,
    rollups.check_floors,
    rollups.check_rungs,
    rollups.check_options,
    worth.check_steps,
    worth.check_ladders,
    conditions.check_condition_cycles,
    conditions.check_condition_kinds,
    constant.check_constant_conditions,
    actions.check_lifts,
    actions.check_effects,
    prerequisites.check_needs,
    prerequisites.check_rivals,
    prerequisites.check_higher_than_needs,
    estimates.check_estimates,
    estimates.check_other_teams,
    estimates.check_sizes,
    actions.check_gaps_closable,
    actions.check_questions_lifted,
    naming.check_licence,
    naming.check_language,
    level_texts.check_level_texts,
    level_order.check_level_order,
    evidence.check_evidence,
    wording.check_asks,
    wording.check_repeated_asks,
    wording.check_placeholders,
    wording.check_readability,
)
"""Every check of one framework file."""


def check_framework(framework: Framework, whole: Framework | None = None) -> Iterator[Finding]:
    """Find everything that is wrong with a framework; names are looked up in the whole, its includes with it."""
    outline = Outline(framework, whole)
    for check in CHECKS:
        yield from check(outline)


def check_composition(framework: Framework, parts: Mapping[str, Framework], whole: Framework) -> Iterator[Finding]:
    """Find what is wrong only when the included frameworks come together."""
    scales = {part.scale.levels for part in parts.values()} | {framework.scale.levels}
    if len(scales) > 1:
        yield Finding("RF102", ("includes",), "the included frameworks do not share one scale", at_key=True)
    yield from estimates.check_common_estimates(framework, parts)
    outline = Outline(framework, whole)
    yield from references.check_included_names(outline)
    yield from prerequisites.check_needs_of_whole(outline)
