"""The cover: whose assessment it is, of what, when, and the shape of the result."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from readiness.report.charts.scores import Wedge, fingerprint
from readiness.report.numbers import integer_text
from readiness.report.view.context import Context
from readiness.report.view.parts import Fact, Mark, Placed
from readiness.report.view.translation import translation_state
from readiness.report.wording import gettext, ngettext, pgettext
from readiness.report.words import capitalised, long_date, many, narrowed, number_word, plural, shortened
from readiness.scoring.result import NodeScore

__all__ = ["Cover", "cover"]

_TITLE, _LARGE, _LABEL = 130, 40, 44
"""Columns of the title, of a title in large letters, and of a label."""
_LONGEST_FACT = 80
"""Letters of a fact in its narrow column."""
_MOST_LABELS = 12
"""Names that fit round the fingerprint."""


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands on the cover."""

    organisation: str
    sector: str
    title: str
    is_long: bool
    """Whether the title needs more than two lines of large letters."""
    subtitle: str
    fingerprint: Mark | None
    labels: tuple[Placed, ...]
    caption: str
    facts: tuple[Fact, ...]


def cover(context: Context) -> Cover:
    """Return the cover."""
    given = context.given
    groups = [_capabilities(node) for node in context.dimensions]
    scored = any(node.ratio is not None for group in groups for node in group)
    drawn = scored and sum(map(len, groups)) > 2  # noqa: PLR2004  two wedges are no picture
    organisation = given.assessment.organisation
    staff = (
        ngettext("{number} person", "{number} people", organisation.staff, number=integer_text(organisation.staff))
        if organisation.staff
        else ""
    )
    sector = capitalised(organisation.sector.replace("-", " ")) if organisation.sector else ""
    return Cover(
        organisation=shortened(organisation.name, 130),
        sector=", ".join(part for part in (sector, staff) if part),
        title=narrowed(given.framework.title, _TITLE),
        is_long=narrowed(given.framework.title, _LARGE) != given.framework.title,
        subtitle=given.look.cover_line or _subtitle(context),
        fingerprint=_fingerprint(context, groups) if drawn else None,
        labels=_labels(context.dimensions, groups) if drawn else (),
        caption=_caption(context, groups) if drawn else "",
        facts=_facts(context),
    )


def _subtitle(context: Context) -> str:
    if not context.actions:
        return gettext("Where the agency stands, what holds it back, and what to do about it")
    time = context.plan_length()
    return gettext("Where the agency stands, what holds it back, and a plan for {time}", time=time)


def _capabilities(dimension: NodeScore) -> tuple[NodeScore, ...]:
    """Return the areas of a dimension; where it has none, its questions."""
    children = tuple(node for node in dimension.children if node.kind == "area" and node.applies)
    return children or tuple(node for node in dimension.children if node.applies)


def _fingerprint(context: Context, groups: Sequence[Sequence[NodeScore]]) -> Mark:
    numbers = "; ".join(f"{dimension.title} {context.score(dimension)}" for dimension in context.dimensions)
    alt = gettext(
        "A ring of wedges, one for each {capability}. Scores by {dimension}: {scores}",
        capability=context.capability_word,
        dimension=context.dimension_word,
        scores=numbers,
    )
    wedges = [
        [Wedge(None if node.ratio is None else max(0.0, float(node.ratio))) for node in group] for group in groups
    ]
    rings = context.scale.highest - context.scale.lowest + 1
    return Mark(fingerprint(wedges, rings=rings, title=alt), alt)


def _labels(dimensions: Sequence[NodeScore], groups: Sequence[Sequence[NodeScore]]) -> tuple[Placed, ...]:
    """Return the names of the dimensions round the drawing, at the middle of their wedges."""
    if len(dimensions) > _MOST_LABELS:
        return ()
    total, gap = sum(map(len, groups)), min(0.12, 0.9 / max(1, len(groups)))
    step = (2 * math.pi - gap * len(groups)) / total
    labels, angle = [], gap / 2
    for dimension, group in zip(dimensions, groups, strict=True):
        middle = angle + step * len(group) / 2
        x, y = math.sin(middle), -math.cos(middle)
        left, top = round(500 + 510 * x), round(500 + 510 * y)
        labels.append(Placed(narrowed(dimension.title, _LABEL), left, top, _side(x, y)))
        angle += step * len(group) + gap
    return tuple(labels)


def _side(x: float, y: float) -> str:
    """Return on which side of its point a label is set, so that it stays clear of the ring."""
    across = "right" if x >= 0 else "left"
    return f"{across} above" if y < 0 else f"{across} below"


def _caption(context: Context, groups: Sequence[Sequence[NodeScore]]) -> str:
    wedges, scale = sum(map(len, groups)), context.scale
    kinds = {node.kind for group in groups for node in group}
    name = pgettext("counted", "question") if kinds == {"question"} else context.capability_word
    dimension = context.dimension_word
    one = gettext(
        "Each wedge is one of {count} {capabilities} in {number} {dimensions}.",
        count=wedges,
        capabilities=plural(wedges, name, many(name)),
        number=number_word(len(groups)),
        dimensions=plural(len(groups), dimension, many(dimension)),
    )
    ends = {"lowest": scale.lowest, "highest": scale.highest}
    longer = context.root.direction.pick(
        gettext("A longer wedge is a higher score; the rings mark levels {lowest} to {highest}.", **ends),
        gettext(
            "A longer wedge is a higher score, and higher is worse; the rings mark levels {lowest} to {highest}.",
            **ends,
        ),
    )
    return f"{one} {longer}"


def _facts(context: Context) -> tuple[Fact, ...]:
    given = context.given
    rows = (
        (gettext("Assessment date"), long_date(given.assessment.assessed_on)),
        (gettext("Framework"), f"{given.framework.title} {given.framework.version}"),
        (gettext("Target"), context.target_name),
        (gettext("Prepared by"), given.assessment.prepared_by or ""),
        (gettext("Status"), given.assessment.status or ""),
        (gettext("Contact"), given.look.contact),
        (gettext("Translation"), translation_state(given)),
    )
    return tuple(Fact(name, shortened(value, _LONGEST_FACT)) for name, value in rows if value)
