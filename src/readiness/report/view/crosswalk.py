"""The crosswalk: what the answers say about the outcomes of public instruments, and what nobody asks."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from readiness.report.crosswalk import NO_CERTIFICATE, Crosswalk, Entry, speaking
from readiness.report.numbers import score_text
from readiness.report.view.context import Context
from readiness.report.view.section import Section
from readiness.report.wording import gettext, gettext_noop, ngettext
from readiness.report.words import sentence
from readiness.scoring.result import NodeScore, State

__all__ = ["CrosswalkBody", "InstrumentTable", "OutcomeRow", "crosswalk_section"]

_SAID = {
    State.UNANSWERED: gettext_noop("not answered"),
    State.UNKNOWN: gettext_noop("not known"),
    State.NOT_APPLICABLE: gettext_noop("not applicable"),
}


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """Outcomes that lie next to each other and have the same questions."""

    names: tuple[str, ...]
    questions: tuple[tuple[str, str], ...]
    """The topic of each question, and its score and target or why there is none."""
    meeting: str
    """How many of them meet their targets."""


@dataclass(frozen=True, slots=True)
class InstrumentTable:
    """One instrument."""

    title: str
    about: str
    rows: tuple[OutcomeRow, ...]
    silent: str
    """The outcomes to which no question speaks; empty where there are none."""


@dataclass(frozen=True, slots=True)
class CrosswalkBody:
    """The chapter."""

    about: str
    tables: tuple[InstrumentTable, ...]


def crosswalk_section(context: Context) -> Section | None:
    """Return the crosswalk to every instrument that the questions refer to; None where they refer to none."""
    found = context.given.crosswalks
    if not found:
        return None
    kicker, title = gettext("Crosswalk to public instruments"), _title(context, found)
    body = CrosswalkBody(gettext(NO_CERTIFICATE), tuple(_table(context, one) for one in found))
    return Section("crosswalk", "crosswalk", kicker, title, body)


def _title(context: Context, found: tuple[Crosswalk, ...]) -> str:
    whole = [one for one in found if one.is_whole]
    answered = sum(_is_answered(context, entry) for one in whole for entry in one.outcomes)
    if not answered:
        return gettext("There is too little yet to compare with public instruments")
    return ngettext(
        "Answers speak to {answered} of the {outcomes} outcomes of a public instrument",
        "Answers speak to {answered} of the {outcomes} outcomes of {count} public instruments",
        len(whole),
        answered=answered,
        outcomes=sum(len(one.outcomes) for one in whole),
    )


def _nodes(context: Context, entry: Entry) -> tuple[NodeScore, ...]:
    """Return the questions that speak to an outcome and are asked here."""
    nodes = (context.given.scorecard.node[id_] for id_ in entry.questions)
    return tuple(node for node in nodes if node.state is not State.HIDDEN)


def _is_answered(context: Context, entry: Entry) -> bool:
    return any(node.state is State.ANSWERED for node in _nodes(context, entry))


def _table(context: Context, one: Crosswalk) -> InstrumentTable:
    spoken = [entry for entry in one.entries if _nodes(context, entry)]
    rows = (_row(context, tuple(group)) for _, group in groupby(spoken, key=lambda entry: entry.questions))
    silent = [entry for entry in one.outcomes if not _nodes(context, entry)]
    about = " ".join(filter(None, (_about(context, one), sentence(one.checked) if one.checked else "")))
    return InstrumentTable(one.title, about, tuple(rows), sentence(speaking(silent)) if silent else "")


def _about(context: Context, one: Crosswalk) -> str:
    asked = sum(bool(_nodes(context, entry)) for entry in one.outcomes)
    answered = sum(_is_answered(context, entry) for entry in one.outcomes)
    said = {"answered": answered, "outcomes": len(one.outcomes), "waiting": asked - answered}
    if not one.is_whole:
        return gettext("Answers speak to {answered} of the items that the framework names.", **said)
    if answered == asked:
        return gettext("Answers speak to {answered} of {outcomes} outcomes.", **said)
    return gettext(
        "Answers speak to {answered} of {outcomes} outcomes. "
        "How many more are asked about and have no answer that counts: {waiting}.",
        **said,
    )


def _row(context: Context, entries: tuple[Entry, ...]) -> OutcomeRow:
    nodes = _nodes(context, entries[0])
    questions = tuple((node.title, _standing(context, node)) for node in nodes)
    return OutcomeRow(tuple(entry.name for entry in entries), questions, _meeting(nodes))


def _standing(context: Context, node: NodeScore) -> str:
    if node.state is not State.ANSWERED or node.score is None:
        return gettext(_SAID[node.state]) if node.state in _SAID else ""
    if node.target is None:
        return context.score(node)
    return gettext("{score}, target {target}", score=context.score(node), target=score_text(node.target))


def _meeting(nodes: tuple[NodeScore, ...]) -> str:
    """Return how many of an outcome's questions meet their targets: the instrument itself gives no score."""
    aimed = [node for node in nodes if node.target is not None and node.state is not State.NOT_APPLICABLE]
    scored = [node for node in aimed if node.state is State.ANSWERED and node.score is not None]
    met = sum(not node.gap for node in scored)
    if not scored:
        return gettext("no answer") if aimed else gettext("no target")
    if len(aimed) == 1:
        return gettext("yes") if met else gettext("no")
    return gettext("{met} of {total}", met=met, total=len(aimed))
