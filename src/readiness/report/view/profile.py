"""Where every area stands against its target: chart and table in one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from readiness.report.findings import Standing, capabilities_title, met_title
from readiness.report.view.context import Context, areas_within
from readiness.report.view.firmness import Firmness, firmness
from readiness.report.view.parts import ScoreRow
from readiness.report.view.section import Section
from readiness.report.view.summary import standings, widest_gap
from readiness.report.wording import gettext
from readiness.report.words import capitalised, many
from readiness.scoring.result import NodeScore

__all__ = ["Group", "Profile", "profile"]


@dataclass(frozen=True, slots=True)
class Group:
    """The capabilities of one dimension, or what is scored beside the headline."""

    name: str
    rows: tuple[ScoreRow, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """The chapter on the profile."""

    dimension_word: str
    capability_word: str
    overall: ScoreRow
    rows: tuple[ScoreRow, ...]
    firmness: Firmness | None
    groups_title: str
    groups: tuple[Group, ...]
    levels: tuple[tuple[str, str], ...]
    """Name and description of each level."""
    has_target: bool


def profile(context: Context) -> Section | None:
    """Return the chapter on the profile, if the framework has areas."""
    if not context.dimensions:
        return None
    held = [Group(node.title, _rows(context, areas_within(node))) for node in context.dimensions]
    beside = Group(gettext("Beside the overall score"), _rows(context, context.measures))
    groups = tuple(group for group in (*held, beside) if group.rows)
    capabilities = [child for node in context.dimensions for child in areas_within(node)]
    body = Profile(
        dimension_word=capitalised(context.dimension_word),
        capability_word=capitalised(context.capability_word),
        overall=context.row(context.root, width=62, height=7),
        rows=tuple(context.row(node, width=62, height=7) for node in by_gap(context.dimensions)),
        firmness=firmness(context),
        groups_title=_groups_title(context, standings(capabilities)),
        groups=groups if context.extent.is_whole else (),
        levels=tuple(
            (f"{step.level} {step.name}", step.description or "") for step in context.given.framework.scale.levels
        ),
        has_target=context.given.target is not None,
    )
    return Section("profile", "profile", gettext("Profile against target"), _title(context), body)


def _title(context: Context) -> str:
    if context.given.target is None:
        word = context.dimension_word
        return gettext("How the {dimensions} stand", dimensions=many(word))
    return met_title(standings(context.dimensions), word=context.dimension_word, words=context.area_words)


def _groups_title(context: Context, capabilities: Sequence[Standing]) -> str:
    if not capabilities:
        return gettext("Measures beside the overall score")
    return capabilities_title(capabilities, word=context.capability_word, words=context.area_words)


def _rows(context: Context, nodes: tuple[NodeScore, ...]) -> tuple[ScoreRow, ...]:
    return tuple(context.row(node, width=62, height=7) for node in by_gap(nodes))


def by_gap(nodes: tuple[NodeScore, ...]) -> list[NodeScore]:
    """Return areas with the widest gap first."""
    return sorted(nodes, key=widest_gap)
