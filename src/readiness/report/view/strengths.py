"""What already meets its target, and what is good enough for now."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from readiness.report.findings import strengths_title
from readiness.report.view.answers import evidence_words
from readiness.report.view.context import Context
from readiness.report.view.parts import Mark
from readiness.report.view.section import Section
from readiness.report.words import sentence, shortened
from readiness.scoring.result import EvidenceState, NodeScore, State

__all__ = ["Enough", "Strength", "Strengths", "strengths"]

_MOST = 12


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
class Enough:
    """One answer that need not rise for now."""

    topic: str
    level: str
    when: str
    target: str


@dataclass(frozen=True, slots=True)
class Strengths:
    """The chapter on strengths."""

    rows: tuple[Strength, ...]
    rest: str
    enough: tuple[Enough, ...]


def strengths(context: Context) -> Section | None:
    """Return the chapter on strengths, if any answer meets its target."""
    levels = context.given.scorecard.target_levels
    met = [node for node in context.answered if node.id in levels and node.score is not None and node.score >= levels[node.id]]
    if not met:
        return None
    backed = sum(node.evidence is EvidenceState.IN_DATE for node in met)
    title = strengths_title(meeting=len(met), applicable=_applicable(context), backed=backed)
    ranked = sorted(met, key=lambda node: (-(node.score or Fraction(0)), node.evidence is not EvidenceState.IN_DATE, -node.share_of_whole, node.id))
    rest = [node.title for node in ranked[_MOST:]]
    body = Strengths(
        rows=tuple(_strength(context, node) for node in ranked[:_MOST]),
        rest=sentence(f"Also at or above target: {'; '.join(rest)}") if rest else "",
        enough=_enough(context),
    )
    return Section("strengths", "strengths", "Strengths to protect", title, body)


def _applicable(context: Context) -> int:
    ids = context.given.scorecard.target_levels
    nodes = context.given.scorecard.questions
    return sum(node.id in ids and node.state not in {State.HIDDEN, State.NOT_APPLICABLE} for node in nodes)


def _strength(context: Context, node: NodeScore) -> Strength:
    question = context.given.framework.question[node.id]
    levels: dict[int, str] = getattr(question, "levels", {})
    text = levels.get(node.level or 0, question.ask)
    return Strength(
        topic=node.title,
        dimension=context.dimension_title(node.id),
        strip=context.strip(node, width=34, height=5),
        protect=shortened(text, 220),
        evidence=evidence_words(node),
    )


def _enough(context: Context) -> tuple[Enough, ...]:
    """Return the answers whose level the framework itself calls good enough under a condition."""
    found = []
    for node in context.answered:
        when = context.given.framework.question[node.id].good_enough_when.get(node.level or 0)
        target = context.given.scorecard.target_levels.get(node.id)
        if when is None or node.level is None or (target is not None and node.level < target):
            continue
        asked = "" if target is None else f"{target}"
        found.append(Enough(node.title, f"{node.level} {context.level_name(node.level)}", sentence(when), asked))
    return tuple(found)
