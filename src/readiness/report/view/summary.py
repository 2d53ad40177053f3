"""The one page that a board reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from readiness.report.findings import Standing, met_title, profile_title, summary_title
from readiness.report.numbers import percent_text, score_text
from readiness.report.view.context import QUARTERS_A_YEAR, Context
from readiness.report.view.decisions import Decision, decisions
from readiness.report.view.money import Horizon, horizons, needs_money
from readiness.report.view.parts import Fact, Mark, ScoreRow
from readiness.report.view.scalebar import ScaleBar, scale_bar_of
from readiness.report.view.section import Section
from readiness.report.words import capitalised, first_sentence, joined, number_word, plural, sentence, shortened, sized
from readiness.scoring.result import NodeScore

__all__ = ["ActionLine", "GapLine", "Summary", "standings", "summary", "widest_gap"]

_MOST_ROWS = 8
_ROW = 6.0
_WIDEST_GAPS = 3
_FIRST_ACTIONS = 5
_FEWER_ACTIONS = 3
_ROOMY = 5
"""With more dimensions than these, fewer actions fit on the page."""
_DECISIONS = 3
_MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class GapLine:
    """One of the gaps that endanger most."""

    topic: str
    why: str
    strip: Mark
    gain: str


@dataclass(frozen=True, slots=True)
class ActionLine:
    """One of the actions to start first."""

    number: str
    title: str
    owner: str
    when: str
    gain: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The executive summary."""

    score: str
    out_of: str
    lead: str
    trust: str
    bar: ScaleBar | None
    rows: tuple[ScoreRow, ...]
    rows_title: str
    rows_note: str
    facts: tuple[Fact, ...]
    gaps: tuple[GapLine, ...]
    actions: tuple[ActionLine, ...]
    horizons: tuple[Horizon, ...]
    at_once: str
    chain: str
    decisions: tuple[Decision, ...]


def standings(nodes: Sequence[NodeScore]) -> tuple[Standing, ...]:
    """Return how far each area is from its target; without any answer that cannot be said."""
    return tuple(Standing(node.title, node.gap if node.coverage.answered else None) for node in nodes)


def widest_gap(node: NodeScore) -> tuple[Fraction, Fraction]:
    """Return what to sort areas by, so that the widest gap comes first, and of equal ones the worst score."""
    return -(node.gap or Fraction(0)), Fraction(0) if node.score is None else node.direction.goodness(node.score)


def summary(context: Context) -> Section:
    """Return the executive summary."""
    return Section("summary", "summary", "Executive summary", _title(context), _body(context))


def _title(context: Context) -> str:
    root = context.root
    if root.score is None:
        return "There is too little to score yet"
    if context.given.target is None:
        return f"The agency stands at {context.score(root)} of {context.scale.highest}, {_between(context)}"
    gates = context.given.scorecard.gates
    return summary_title(
        _profile(context),
        answered=root.coverage.answered,
        applicable=root.coverage.applicable,
        spread=context.range(root),
        capping=sum(gate.holds and gate.certain and gate.loss != 0 for gate in gates),
        words=context.words,
    )


def _profile(context: Context) -> str:
    return profile_title(
        standings(context.dimensions),
        word=context.dimension_word,
        target=context.target_name,
        unmet=len(context.given.gaps),
        words=context.area_words,
    )


def _body(context: Context) -> Summary:
    ranked = _ranked(context.dimensions)
    shown = ranked[:_MOST_ROWS]
    rest = len(ranked) - len(shown)
    return Summary(
        score=context.score(context.root),
        out_of=f"of {context.scale.highest}",
        lead=_lead(context),
        trust=_trust(context),
        bar=scale_bar_of(context),
        rows=tuple(context.row(node, width=50, height=_ROW) for node in shown),
        rows_title=_rows_title(context),
        rows_note=f"Widest gap first; {rest} more in the profile" if rest else "Widest gap first",
        facts=_facts(context),
        gaps=_gaps(context),
        actions=_actions(context),
        horizons=horizons(context),
        at_once=_at_once(context),
        chain=_chain(context),
        decisions=decisions(context)[:_DECISIONS],
    )


def _ranked(nodes: Sequence[NodeScore]) -> list[NodeScore]:
    """Return areas with the widest gap first; those without a score first of all."""
    return sorted(nodes, key=lambda node: (node.score is not None, *widest_gap(node)))


def _rows_title(context: Context) -> str:
    if context.given.target is None:
        return f"Scores by {context.dimension_word}"
    return met_title(standings(context.dimensions), word=context.dimension_word, words=context.area_words)


def _between(context: Context) -> str:
    """Return the level reached, or the two levels between which the score lies."""
    root = context.root
    if root.level is None or root.score is None:
        return ""
    here = context.level_name(root.level)
    if root.score <= root.level or root.level == context.scale.highest:
        return f"at {here}"
    return f"between {here} and {context.level_name(root.level + 1)}"


def _lead(context: Context) -> str:
    root, name = context.root, shortened(context.given.assessment.organisation.name, 80)
    if root.score is None:
        answered = f"{root.coverage.answered} of {sized(root.coverage.applicable, 'question')}"
        return f"{name} has answered {answered}. An overall score needs more answers; the annex lists what is missing."
    parts = [f"{name} stands at {context.score(root)} of {context.scale.highest}, {_between(context)}."]
    if root.band is not None:
        parts.append(f"In the framework’s bands this is “{root.band.name}”.")
    for one in context.measures:
        band = f", “{one.band.name}”" if one.band else ""
        parts.append(f"Beside this, {one.title} stands at {context.score(one)}{band}.")
    if root.target is not None:
        met = "and is met" if root.gap == 0 else f"and asks for {score_text(root.target)}"
        parts.append(f"The target is {context.target_name} {met}.")
    if context.given.gaps:
        below, short = len(context.given.gaps), context.words.short
        parts.append(f"{below} of {sized(context.measured, 'question')} {plural(below, 'is', 'are')} {short} target.")
    plan = context.given.roadmap
    if plan and plan.actions and plan.quarters:
        end = context.projected(plan.quarters[-1].score)
        parts.append(f"{sized(len(plan.actions), 'action')} in {context.plan_length()} would bring it to {end}.")
    return " ".join(parts)


def _trust(context: Context) -> str:
    """Return how far the score can be relied on: what is missing, and what lacks evidence."""
    root, parts = context.root, []
    if context.missing:
        count = len(context.missing)
        parts.append(
            f"{count} {plural(count, 'answer is', 'answers are')} missing"
            + (f", so the score may lie anywhere from {context.range(root)}" if context.range(root) else "")
        )
    if root.evidenced is not None and root.score is not None and root.direction.gain(root.score, root.evidenced) < 0:
        parts.append(f"counting only what evidence in date supports, the score is {score_text(root.evidenced)}")
    if not parts:
        return (
            "Every question is answered, and every answer that needs evidence has it." if root.score is not None else ""
        )
    return sentence(capitalised("; ".join(parts)))


def _facts(context: Context) -> tuple[Fact, ...]:
    root = context.root
    facts = [Fact("Questions answered", f"{root.coverage.answered}", f"of {root.coverage.applicable}")]
    claims = context.claims_needing_evidence(context.answered)
    if claims:
        unbacked = sum(node.needs_evidence for node in claims)
        facts.append(
            Fact(
                "Backed by evidence",
                percent_text(len(claims) - unbacked, len(claims)),
                f"of {sized(len(claims), 'answer')} that need it",
            )
        )
    gates = context.given.scorecard.gates
    if gates:
        held = sum(gate.holds and gate.certain for gate in gates)
        facts.append(Fact("Gates that hold", f"{held}", f"of {len(gates)}"))
    facts += _expected(context)
    return tuple(facts)


def _expected(context: Context) -> list[Fact]:
    """Return the scores expected after one and two years of the plan."""
    year, two = context.later(QUARTERS_A_YEAR), context.later(2 * QUARTERS_A_YEAR)
    if not context.actions or year is None:
        return []
    then = f"after 12 months, {context.projected(two)} after 24" if two is not None else "after 12 months"
    return [Fact("Expected if the plan is kept", context.projected(year), then)]


def _gaps(context: Context) -> tuple[GapLine, ...]:
    """Return the gaps that endanger most: first those behind a gate that holds, then those worth most."""
    ranked = sorted(context.given.gaps, key=lambda gap: -gap.gates)[:_WIDEST_GAPS]
    node, question = context.given.scorecard.node, context.given.framework.question
    return tuple(
        GapLine(
            topic=shortened(node[gap.question].title, 70),
            why=first_sentence(question[gap.question].why or question[gap.question].ask, 80),
            strip=context.strip(node[gap.question], width=20, height=5),
            gain=context.gain(gap.gain),
        )
        for gap in ranked
    )


def _actions(context: Context) -> tuple[ActionLine, ...]:
    return tuple(
        ActionLine(
            number=one.number,
            title=shortened(one.action.title, 64),
            owner=shortened(context.role(one.action.owner), 36),
            when=f"done by {context.done_by(one)}",
            gain=context.gain(one.gain),
        )
        for one in context.actions[: _FIRST_ACTIONS if len(context.dimensions) <= _ROOMY else _FEWER_ACTIONS]
    )


def _at_once(context: Context) -> str:
    """Return what can begin in the first quarter with no spend outside the agency, as far as can be foreseen."""
    first = [one for one in context.actions if one.start == 0]
    free = [one for one in first if not needs_money(one.action)]
    if not first:
        return ""
    if not free:
        return "Every action of the first 90 days is likely to need new money."
    numbers = joined([one.number for one in free[:_MOST_NAMED]])
    more = f" and {len(free) - _MOST_NAMED} more" if len(free) > _MOST_NAMED else ""
    start = plural(len(free), "action can start", "actions can start")
    return f"{capitalised(number_word(len(free)))} {start} within 90 days, likely without new money: {numbers}{more}."


def _chain(context: Context) -> str:
    roadmap = context.given.roadmap
    if roadmap is None or len(roadmap.critical_chain) < 2:  # noqa: PLR2004  one action is no chain
        return ""
    last = context.planned[roadmap.critical_chain[-1]]
    numbers = ", then ".join(context.number_of(id_) for id_ in roadmap.critical_chain)
    return f"The longest chain of actions is {numbers}. It ends in {context.done_by(last)}; a delay in one delays that."
