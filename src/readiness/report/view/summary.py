"""The one page that a board reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from readiness.gaps import Gap
from readiness.report.findings import Standing, met_title, profile_title, summary_title
from readiness.report.numbers import percent_text, score_text
from readiness.report.view.change import change_fact
from readiness.report.view.context import Context
from readiness.report.view.decisions import Decision, decisions
from readiness.report.view.money import Horizon, horizons
from readiness.report.view.opening import lead, standing, trust
from readiness.report.view.parts import Fact, ScoreRow
from readiness.report.view.scalebar import ScaleBar, scale_bar_of
from readiness.report.view.section import Section
from readiness.report.wording import gettext, ngettext
from readiness.report.words import capitalised, first_sentence, joined, number_word, shortened
from readiness.roadmap.horizons import starts_at_once
from readiness.roadmap.quarters import QUARTERS_A_YEAR
from readiness.scoring.result import NodeScore

__all__ = [
    "ActionLine",
    "GapLine",
    "Summary",
    "most_endangering",
    "standings",
    "summary",
    "widest_first",
    "widest_gap",
]

_MOST_ROWS = 14
_ROOMY_ROWS, _ROOMY_ROW, _DENSE_ROW = 7, 6.0, 4.4
"""Up to how many rows are so high, in mm; and how high more of them are."""
_ROW_NAME = 44
_WIDEST_GAPS = 3
_FIRST_ACTIONS = 5
_DECISIONS = 3
_STAKE = 100
_MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class GapLine:
    """One of the gaps that endanger most."""

    topic: str
    why: str
    """What is at stake, in a sentence."""
    standing: str
    """The level now and the target."""
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
    dense: bool
    """Whether there are so many rows that they are low."""
    rows_title: str
    rows_note: str
    facts: tuple[Fact, ...]
    gaps: tuple[GapLine, ...]
    actions: tuple[ActionLine, ...]
    horizons: tuple[Horizon, ...]
    at_once: str
    chain: str
    decisions: tuple[Decision, ...]
    decide_by: str
    """By when, where all of them have the same date."""


def standings(nodes: Sequence[NodeScore]) -> tuple[Standing, ...]:
    """Return how far each area is from its target; without any answer that cannot be said."""
    return tuple(
        Standing(node.title, node.gap) if node.coverage.answered else Standing(node.title, None, bool(node.gap))
        for node in nodes
    )


def widest_gap(node: NodeScore) -> tuple[Fraction, Fraction]:
    """Return what to sort areas by, so that the widest gap comes first, and of equal ones the worst score."""
    return -(node.gap or Fraction(0)), Fraction(0) if node.score is None else node.direction.goodness(node.score)


def widest_first(nodes: Sequence[NodeScore]) -> list[NodeScore]:
    """Return areas with the widest gap first; those without a score first of all."""
    return sorted(nodes, key=lambda node: (node.score is not None, *widest_gap(node)))


def most_endangering(gaps: Sequence[Gap]) -> list[Gap]:
    """Return gaps, which are ranked by what they are worth: first those behind a gate that holds."""
    return sorted(gaps, key=lambda gap: -gap.gates)


def summary(context: Context) -> Section:
    """Return the executive summary."""
    return Section("summary", "summary", gettext("Executive summary"), _title(context), _body(context))


def _title(context: Context) -> str:
    root = context.root
    if root.score is None:
        return gettext("There is too little to score yet")
    if context.given.target is None:
        return gettext("The agency stands at {score} of {highest}, {level}", **standing(context))
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
    ranked, asked = widest_first(context.dimensions), decisions(context)[:_DECISIONS]
    shown = ranked[:_MOST_ROWS]
    rest, dense = len(ranked) - len(shown), len(shown) > _ROOMY_ROWS
    return Summary(
        score=context.score(context.root),
        out_of=gettext("of {highest}", highest=context.scale.highest),
        lead=lead(context),
        trust=trust(context),
        bar=scale_bar_of(context),
        rows=tuple(_row(context, node, dense=dense) for node in shown),
        dense=dense,
        rows_title=_rows_title(context),
        rows_note=ngettext(
            "Widest gap first; {count} more in the profile", "Widest gap first; {count} more in the profile", rest
        )
        if rest
        else gettext("Widest gap first"),
        facts=_facts(context),
        gaps=_gaps(context),
        actions=_actions(context),
        horizons=horizons(context),
        at_once=_at_once(context),
        chain=_chain(context),
        decisions=asked,
        decide_by=asked[0].by if asked and len({one.by for one in asked}) == 1 else "",
    )


def _row(context: Context, node: NodeScore, *, dense: bool) -> ScoreRow:
    row = context.row(node, width=42, height=_DENSE_ROW if dense else _ROOMY_ROW)
    return replace(row, name=shortened(row.name, _ROW_NAME)) if dense else row


def _rows_title(context: Context) -> str:
    if context.given.target is None:
        return gettext("Scores by {dimension}", dimension=context.dimension_word)
    return met_title(standings(context.dimensions), word=context.dimension_word, words=context.area_words)


def _facts(context: Context) -> tuple[Fact, ...]:
    root = context.root
    total = gettext("of {total}", total=root.coverage.applicable)
    facts = [Fact(gettext("Questions answered"), f"{root.coverage.answered}", total)]
    claims = context.claims_needing_evidence(context.answered)
    if claims:
        unbacked = sum(node.needs_evidence for node in claims)
        facts.append(
            Fact(
                gettext("Backed by evidence"),
                percent_text(len(claims) - unbacked, len(claims)),
                ngettext("of {count} answer that need it", "of {count} answers that need it", len(claims)),
            )
        )
    gates = context.given.scorecard.gates
    if gates:
        held = sum(gate.holds and gate.certain for gate in gates)
        unsure = sum(not gate.certain for gate in gates)
        if unsure:
            total = ngettext(
                "of {total}, and {count} that hangs on missing answers",
                "of {total}, and {count} that hang on missing answers",
                unsure,
                total=len(gates),
            )
        else:
            total = gettext("of {total}", total=len(gates))
        facts.append(Fact(gettext("Gates that hold"), f"{held}", total))
    facts += (*change_fact(context), *_expected(context))
    return tuple(facts)


def _expected(context: Context) -> list[Fact]:
    """Return the scores expected after one and two years of the plan."""
    year, two = context.later(QUARTERS_A_YEAR), context.later(2 * QUARTERS_A_YEAR)
    if not context.actions or year is None:
        return []
    then = (
        gettext("after 12 months, {score} after 24", score=context.projected(two))
        if two is not None
        else gettext("after 12 months")
    )
    return [Fact(gettext("Expected if the plan is kept"), context.projected(year), then)]


def _gaps(context: Context) -> tuple[GapLine, ...]:
    ranked = most_endangering(context.given.gaps)[:_WIDEST_GAPS]
    node, question = context.given.scorecard.node, context.given.framework.question
    return tuple(
        GapLine(
            topic=shortened(node[gap.question].title, 70),
            why=first_sentence(question[gap.question].why or question[gap.question].ask, _STAKE),
            standing=_standing(node[gap.question], gap),
            gain=context.gain(gap.gain),
        )
        for gap in ranked
    )


def _standing(node: NodeScore, gap: Gap) -> str:
    """Return where a question with a gap stands and where it should: 1 to 3, or not known to 3."""
    now = gettext("not known") if gap.state.is_missing else score_text(node.score)
    return gettext("{low} to {high}", low=now, high=score_text(Fraction(gap.target)))


def _actions(context: Context) -> tuple[ActionLine, ...]:
    return tuple(
        ActionLine(
            number=one.number,
            title=shortened(one.action.title, 80),
            owner=shortened(context.role(one.action.owner), 48),
            when=gettext("by {date}", date=context.done_by(one)),
            gain=context.gain(one.gain),
        )
        for one in context.actions[:_FIRST_ACTIONS]
    )


def _at_once(context: Context) -> str:
    """Return what can begin in the first quarter with no spend outside the agency, as far as can be foreseen."""
    first = [one for one in context.actions if one.start == 0]
    free = starts_at_once(first)
    if not first:
        return ""
    if not free:
        return gettext("Every action of the first 90 days is likely to need new money.")
    numbers = joined([one.number for one in free[:_MOST_NAMED]])
    if len(free) > _MOST_NAMED:
        numbers = gettext("{names} and {count} more", names=numbers, count=len(free) - _MOST_NAMED)
    return ngettext(
        "{number} action can start within 90 days, likely without new money: {actions}.",
        "{number} actions can start within 90 days, likely without new money: {actions}.",
        len(free),
        number=capitalised(number_word(len(free))),
        actions=numbers,
    )


def _chain(context: Context) -> str:
    roadmap = context.given.roadmap
    if roadmap is None or len(roadmap.critical_chain) < 2:  # noqa: PLR2004  one action is no chain
        return ""
    last = context.planned[roadmap.critical_chain[-1]]
    numbers = gettext(", then ").join(context.number_of(id_) for id_ in roadmap.critical_chain)
    return gettext(
        "The longest chain of actions is {actions}. It ends in {month}; a delay in one delays that.",
        actions=numbers,
        month=context.done_by(last),
    )
