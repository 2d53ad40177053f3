"""What stays as it is, and what gets worse, when nothing is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from readiness.gaps import Gap
from readiness.report.view.context import Context
from readiness.report.view.section import Section
from readiness.report.wording import gettext, ngettext
from readiness.report.words import capitalised, first_sentence, number_word, sentence
from readiness.roadmap.plan import PlannedAction
from readiness.scoring.reading import read_answers
from readiness.scoring.result import EvidenceState, GateOutcome

__all__ = ["Inaction", "Stake", "inaction"]

_MOST, _MOST_IN_BRIEF = 5, 2
_STAKE = 180
"""Characters of what is at stake."""
_A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Stake:
    """What is at stake in one place."""

    where: str
    dimension: str
    what: str
    then: str
    """When the plan ends it, or that it does not."""


@dataclass(frozen=True, slots=True)
class Inaction:
    """The chapter on the risks of doing nothing."""

    lines: tuple[Stake, ...]
    expiring: str
    """How much evidence runs out within a year."""


def inaction(context: Context) -> Section | None:
    """Return the chapter on the risks of doing nothing, if the framework says what is at stake in a gap or a gate."""
    brief = context.extent.is_brief
    lines = (*_of_gates(context), *_of_gaps(context))[: _MOST_IN_BRIEF if brief else _MOST]
    if not lines or not context.given.gaps:
        return None
    body = Inaction(lines, "" if brief else _expiring(context))
    return Section("inaction", "inaction", gettext("Risks of doing nothing"), _title(context), body)


def _title(context: Context) -> str:
    """Return what is sure to stay as it is while no answer changes."""
    count, gates = len(context.given.gaps), sum(one.holds and one.certain for one in context.given.scorecard.gates)
    said = {"gaps": number_word(count), "short": context.words.short, "number": number_word(gates)}
    if not gates:
        return ngettext(
            "Without action, {gaps} question stays {short} target",
            "Without action, {gaps} questions stay {short} target",
            count,
            **said,
        )
    finding = ngettext("{number} gate goes on holding", "{number} gates go on holding", gates, **said)
    return ngettext(
        "Without action, {finding} and {gaps} question stays {short} target",
        "Without action, {finding} and {gaps} questions stay {short} target",
        count,
        finding=finding,
        **said,
    )


def _of_gates(context: Context) -> Iterator[Stake]:
    """Yield the gates that certainly hold."""
    for gate in context.given.scorecard.gates:
        if gate.holds and gate.certain:
            node = context.given.scorecard.node[gate.node]
            where = gettext("The overall score") if node.kind == "framework" else node.title
            yield Stake(where, gettext("Gate"), _in_short(gate.because), _lifted(context, gate))


def _lifted(context: Context, gate: GateOutcome) -> str:
    """Return by when the plan lifts a gate: when the last action is finished that its questions need."""
    roadmap = context.given.roadmap
    still = {(id_, reason) for id_, reason in roadmap.open_gates} if roadmap else set()
    found = [one for id_ in gate.questions for one in context.planned_for(id_)]
    if (gate.node, gate.because) in still or not found:
        return gettext("The plan does not end it.")
    return _ended(context, found)


def _of_gaps(context: Context) -> Iterator[Stake]:
    """Yield the gaps of which the framework says what is at stake, in the order of the summary."""
    for gap in sorted(context.given.gaps, key=lambda gap: -gap.gates):
        why = context.given.framework.question[gap.question].why
        if why:
            node = context.given.scorecard.node[gap.question]
            yield Stake(node.title, context.dimension_title(gap.question), _in_short(why), _closed(context, gap))


def _closed(context: Context, gap: Gap) -> str:
    roadmap, found = context.given.roadmap, context.planned_for(gap.question)
    if roadmap is None or not found:
        return gettext("The plan does not end it.")
    if gap.question in roadmap.unmet:
        return gettext("The plan eases it, and it stays {short} target.", short=context.words.short)
    return _ended(context, found)


def _ended(context: Context, found: Sequence[PlannedAction]) -> str:
    last = max(found, key=lambda one: one.end)
    return gettext("The plan ends it by {date}.", date=context.done_by(last))


def _in_short(text: str) -> str:
    return sentence(capitalised(first_sentence(text, _STAKE)))


def _expiring(context: Context) -> str:
    """Return which answers have evidence in date today that is out of date in a year, if nobody renews it."""
    given = context.given
    later = read_answers(given.framework, given.assessment, given.as_of + _A_YEAR)
    found = [
        node.title
        for node in context.answered
        if node.evidence is EvidenceState.IN_DATE and later[node.id].evidence is not EvidenceState.IN_DATE
    ]
    if not found:
        return ""
    return ngettext(
        "Evidence wears out as well: that of {count} answer is out of date in a year, if nobody renews it.",
        "Evidence wears out as well: that of {count} answers is out of date in a year, if nobody renews it.",
        len(found),
    )
