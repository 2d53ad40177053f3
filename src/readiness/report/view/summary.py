"""The one page that a board reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from readiness.report.charts.scores import Reading, gain_bar, scale_bar
from readiness.report.findings import Standing, profile_title, summary_title
from readiness.report.numbers import gain_text, money_range_text, percent_text, score_text
from readiness.report.view.context import QUARTERS_A_YEAR, Context
from readiness.report.view.money import Horizon, horizons, money_needed
from readiness.report.view.decisions import Decision, decisions
from readiness.report.view.parts import Fact, Mark, Placed, ScoreRow
from readiness.report.view.section import Section
from readiness.report.words import joined, number_word, plural, sentence, shortened, sized
from readiness.scoring.result import NodeScore

__all__ = ["ActionLine", "GapLine", "Summary", "many", "standings", "summary"]

_MOST_ROWS = 8
_WIDEST_GAPS = 3
_FIRST_ACTIONS = 5
_DECISIONS = 3


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
    starts: str
    ends: str
    gain: str
    bar: Mark


@dataclass(frozen=True, slots=True)
class Summary:
    """The executive summary."""

    score: str
    out_of: str
    lead: str
    trust: str
    bar: Mark | None
    above: tuple[Placed, ...]
    below: tuple[Placed, ...]
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
    target_name: str


def many(word: str) -> str:
    """Return the plural of what an area is called."""
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"


def standings(nodes: Sequence[NodeScore]) -> tuple[Standing, ...]:
    """Return how far each area is from its target."""
    return tuple(Standing(node.title, node.gap) for node in nodes)


def summary(context: Context) -> Section:
    """Return the executive summary."""
    return Section("summary", "summary", "Executive summary", _title(context), _body(context))


def _title(context: Context) -> str:
    root = context.root
    if root.score is None:
        return "There is too little to score yet"
    if context.given.target is None:
        return f"The agency stands at {context.score(root)} of {context.scale.highest}, {_between(context)}"
    capping = sum(gate.holds and gate.loss > 0 for gate in context.given.scorecard.gates)
    return summary_title(
        standings(context.dimensions),
        word=context.dimension_word,
        target=context.target_name,
        unmet=len(context.given.gaps),
        capping=capping,
    )


def _body(context: Context) -> Summary:
    ranked = _ranked(context.dimensions)
    shown = ranked[:_MOST_ROWS]
    above, below = _bar_labels(context)
    rest = len(ranked) - len(shown)
    return Summary(
        score=context.score(context.root),
        out_of=f"of {context.scale.highest}",
        lead=_lead(context),
        trust=_trust(context),
        bar=_bar(context) if context.root.score is not None else None,
        above=above,
        below=below,
        rows=tuple(context.row(node, width=58) for node in shown),
        rows_title=_rows_title(context),
        rows_note=f"Widest gap first; {rest} more in the profile" if rest else "Widest gap first",
        facts=_facts(context),
        gaps=_gaps(context),
        actions=_actions(context),
        horizons=horizons(context),
        at_once=_at_once(context),
        chain=_chain(context),
        decisions=decisions(context)[:_DECISIONS],
        target_name=context.target_name,
    )


def _ranked(nodes: Sequence[NodeScore]) -> list[NodeScore]:
    """Return areas with the widest gap first; those without a score first of all."""
    return sorted(nodes, key=lambda node: (node.score is not None, -(node.gap or Fraction(0)), node.score or Fraction(0)))


def _rows_title(context: Context) -> str:
    if context.given.target is None:
        return f"Scores by {context.dimension_word}"
    return profile_title(
        standings(context.dimensions),
        word=context.dimension_word,
        target=context.target_name,
        unmet=len(context.given.gaps),
    )


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
    if root.target is not None:
        met = "and is met" if root.gap == 0 else f"and asks for {score_text(root.target)}"
        parts.append(f"The target is {context.target_name} {met}.")
    if context.given.gaps:
        parts.append(f"{len(context.given.gaps)} of {sized(root.coverage.applicable, 'question')} are below target.")
    plan = context.given.roadmap
    if plan and plan.actions and plan.quarters:
        end = plan.quarters[-1]
        parts.append(f"{sized(len(plan.actions), 'action')} in {context.plan_length()} would bring the score to {_projected(context, end.score)}.")
    return " ".join(parts)


def _projected(context: Context, score: Fraction | None) -> str:
    roadmap = context.given.roadmap
    goal = roadmap.target_score if roadmap else None
    return score_text(score, () if goal is None else (goal,))


def _trust(context: Context) -> str:
    """Return how far the score can be relied on: what is missing, and what lacks evidence."""
    root, parts = context.root, []
    if context.missing:
        count = len(context.missing)
        parts.append(f"{count} {plural(count, 'answer is', 'answers are')} missing" + (f", so the score may lie anywhere from {context.range(root)}" if context.range(root) else ""))
    if root.evidenced is not None and root.score is not None and root.evidenced < root.score:
        parts.append(f"counting only what evidence in date supports, the score is {score_text(root.evidenced)}")
    if not parts:
        return "Every question is answered, and every answer that needs evidence has it." if root.score is not None else ""
    return sentence("; ".join(parts)[:1].upper() + "; ".join(parts)[1:])


def _bar(context: Context) -> Mark:
    root = context.root
    later = [value for value in (context.later(QUARTERS_A_YEAR), context.later(2 * QUARTERS_A_YEAR)) if value is not None]
    words = [f"Overall score {context.score(root)}"]
    words += [f"between {context.range(root)}"] if context.range(root) else []
    words += [f"target {score_text(root.target)}"] if root.target is not None else []
    words += [f"expected later {joined([_projected(context, value) for value in later])}"] if later else []
    alt = ", ".join(words)
    reading = Reading(*(None if value is None else float(value) for value in (root.score, root.low, root.high, root.target)))
    return Mark(scale_bar(reading, context.scale, later=[float(v) for v in later], width=174, height=10, title=alt), alt)


def _bar_labels(context: Context) -> tuple[tuple[Placed, ...], tuple[Placed, ...]]:
    """Return the labels over and under the scale: marks that lie close together share the two sides."""
    root = context.root
    if root.score is None:
        return (), ()
    marks = [(root.score, f"Now {context.score(root)}", "now")]
    if root.target is not None:
        marks.append((root.target, f"Target {score_text(root.target)}", "target"))
    for months, quarters in ((12, QUARTERS_A_YEAR), (24, 2 * QUARTERS_A_YEAR)):
        value = context.later(quarters)
        if value is not None:
            marks.append((value, f"In {months} months {_projected(context, value)}", "later"))
    above = _spread([Placed(text, _place(context, value), 0, kind) for value, text, kind in marks])
    steps = context.given.framework.scale.levels
    below = tuple(Placed(f"{step.level} {step.name}", _place(context, Fraction(step.level)), 0, "step") for step in steps)
    return above, below


def _place(context: Context, value: Fraction) -> int:
    scale = context.scale
    return round(float((value - scale.lowest) / (scale.highest - scale.lowest)) * 1000)


_LABEL = 105
"""Room that a label takes, in thousandths of the bar."""
_ROWS = 4


def _spread(labels: list[Placed]) -> tuple[Placed, ...]:
    """Return the labels, each in the lowest row in which it touches no other one."""
    placed: list[Placed] = []
    for label in sorted(labels, key=lambda one: one.left):
        taken = {other.top for other in placed if label.left - other.left < _LABEL * (1.6 if "later" in {label.kind, other.kind} else 1)}
        row = next((row for row in range(_ROWS) if row not in taken), _ROWS - 1)
        placed.append(Placed(label.text, label.left, row, label.kind))
    return tuple(placed)


def _facts(context: Context) -> tuple[Fact, ...]:
    root = context.root
    facts = [Fact("Questions answered", f"{root.coverage.answered}", f"of {root.coverage.applicable}")]
    claims = context.claims_needing_evidence(context.answered)
    if claims:
        unbacked = sum(node.needs_evidence for node in claims)
        facts.append(Fact("Backed by evidence", percent_text(len(claims) - unbacked, len(claims)), f"of {sized(len(claims), 'answer')} that need it"))
    gates = context.given.scorecard.gates
    if gates:
        held = sum(gate.holds for gate in gates)
        facts.append(Fact("Gates that hold", f"{held}", f"of {len(gates)}"))
    facts += _expected(context)
    roadmap = context.given.roadmap
    if roadmap and roadmap.actions:
        low, _, high = roadmap.totals.cost
        facts.append(Fact(f"One-off cost over {context.plan_length()}", money_range_text(low, high, roadmap.currency)))
    return tuple(facts)


def _expected(context: Context) -> list[Fact]:
    roadmap, found = context.given.roadmap, []
    for months, quarters in ((12, QUARTERS_A_YEAR), (24, 2 * QUARTERS_A_YEAR)):
        if roadmap is None or not roadmap.actions or context.later(quarters) is None:
            continue
        quarter = roadmap.quarters[quarters - 1]
        spread = f"{score_text(quarter.low)} to {score_text(quarter.high)}" if quarter.low != quarter.high else ""
        found.append(Fact(f"Expected {months} months into the plan", _projected(context, quarter.score), spread))
    return found


def _gaps(context: Context) -> tuple[GapLine, ...]:
    """Return the gaps that endanger most: first those behind a gate that holds, then those worth most."""
    ranked = sorted(context.given.gaps, key=lambda gap: -gap.gates)[:_WIDEST_GAPS]
    node, question = context.given.scorecard.node, context.given.framework.question
    return tuple(
        GapLine(
            topic=shortened(node[gap.question].title, 70),
            why=shortened(question[gap.question].why or question[gap.question].ask, 120),
            strip=context.strip(node[gap.question], width=27, height=5),
            gain=gain_text(gap.gain),
        )
        for gap in ranked
    )


def _actions(context: Context) -> tuple[ActionLine, ...]:
    first = context.actions[:_FIRST_ACTIONS]
    most = max((one.gain for one in first), default=Fraction(0))
    return tuple(
        ActionLine(
            number=one.number,
            title=shortened(one.action.title, 75),
            owner=shortened(context.role(one.action.owner), 40),
            starts=context.starts(one),
            ends=context.done_by(one),
            gain=gain_text(one.gain),
            bar=_gain_mark(one.gain, most),
        )
        for one in first
    )


def _gain_mark(gain: Fraction, most: Fraction) -> Mark:
    alt = f"gain in the overall score {gain_text(gain)}"
    return Mark(gain_bar(float(gain), float(most), width=11, height=4.4, title=alt), alt)


def _at_once(context: Context) -> str:
    """Return what can begin in the first quarter without any spend outside the agency."""
    if not context.actions:
        return ""
    free = [one for one in context.actions if one.start == 0 and not money_needed(one.action)]
    if not free:
        return "Nothing in the plan can start within 90 days without new money."
    named = joined([one.number for one in free[:12]]) + (f" and {len(free) - 12} more" if len(free) > 12 else "")  # noqa: PLR2004
    return f"{number_word(len(free)).capitalize()} {plural(len(free), 'action')} can start within 90 days of the plan's first day without new money: {named}."


def _chain(context: Context) -> str:
    roadmap = context.given.roadmap
    if roadmap is None or len(roadmap.critical_chain) < 2:  # noqa: PLR2004  one action is no chain
        return ""
    last = context.planned[roadmap.critical_chain[-1]]
    numbers = ", then ".join(context.number_of(id_) for id_ in roadmap.critical_chain)
    return f"The longest chain of actions that wait for each other is {numbers}. It ends in {context.done_by(last)}; a delay in any of them delays that."
