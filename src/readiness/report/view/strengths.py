"""What already meets its target, and what is good enough for now."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from readiness.report.findings import strengths_title
from readiness.report.view.answers import answer_words, evidence_words, standing_words
from readiness.report.view.context import Context
from readiness.report.view.enough import Enough, good_enough
from readiness.report.view.parts import Mark
from readiness.report.view.section import Section
from readiness.report.wording import gettext, ngettext
from readiness.report.words import sentence, shortened
from readiness.scoring.result import EvidenceState, NodeScore

__all__ = ["Strength", "Strengths", "strengths"]

_MOST = 10
_MOST_NAMED = 40
"""Others that are named on paper."""


@dataclass(frozen=True, slots=True)
class Strength:
    """One answer that meets its target."""

    topic: str
    dimension: str
    strip: Mark
    protect: str
    """What is in place, in the words of the level reached."""
    evidence: str


@dataclass(frozen=True, slots=True)
class Strengths:
    """The chapter on strengths."""

    rows: tuple[Strength, ...]
    rest: str
    enough: tuple[Enough, ...]
    order: str
    """Which answers come first."""
    rise: str
    """What answers do that improve."""


def strengths(context: Context) -> Section | None:
    """Return the chapter on strengths, if any answer meets its target."""
    levels = context.given.scorecard.target_levels
    met = [
        node
        for node in context.answered
        if node.id in levels
        and node.score is not None
        and not node.direction.short(node.score, Fraction(levels[node.id]))
    ]
    if not met:
        return None
    backed = sum(node.evidence is EvidenceState.IN_DATE for node in met)
    title = strengths_title(meeting=len(met), measured=context.measured, backed=backed)
    ranked = sorted(
        met,
        key=lambda node: (
            -node.direction.goodness(node.score or Fraction(0)),
            node.evidence is not EvidenceState.IN_DATE,
            -node.share_of_whole,
            node.id,
        ),
    )
    body = Strengths(
        rows=tuple(_strength(context, node) for node in ranked[:_MOST]),
        rest=_rest(context, [node.title for node in ranked[_MOST:]]),
        order=context.words.best_first,
        rise=context.words.rise,
        enough=good_enough(context),
    )
    return Section("strengths", "strengths", gettext("Strengths to protect"), title, body)


def _rest(context: Context, topics: list[str]) -> str:
    """Return the answers at target that have no line; on paper, not all of very many."""
    if not topics:
        return ""
    named = topics if context.extent.is_whole else topics[:_MOST_NAMED]
    said = gettext("Also at or {beyond} target: {topics}.", beyond=context.words.beyond, topics="; ".join(named))
    more = len(topics) - len(named)
    left = ngettext("{count} more is in annex A.", "{count} more are in annex A.", more)
    return f"{said} {left}" if more else said


def _strength(context: Context, node: NodeScore) -> Strength:
    question = context.given.framework.question[node.id]
    answer = answer_words(question, node, context.given.framework.scale)
    text = standing_words(question, node) or f"{question.ask} {sentence(answer)}"
    return Strength(
        topic=node.title,
        dimension=context.dimension_title(node.id),
        strip=context.strip(node, width=27, height=5),
        protect=shortened(text, 180),
        evidence=evidence_words(node),
    )
