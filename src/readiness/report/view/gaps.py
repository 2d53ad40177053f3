"""Gaps, the one worth most first: what stands where, what asks for more, and what will be done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from readiness.gaps import Gap
from readiness.model.answers import Question
from readiness.model.direction import Direction
from readiness.report.direction import direction_words
from readiness.report.findings import gaps_title
from readiness.report.numbers import days_range_text, money_range_text
from readiness.report.view.answers import state_word
from readiness.report.view.context import Context
from readiness.report.view.parts import Labelled, Mark
from readiness.report.view.section import Section
from readiness.report.wording import gettext, ngettext
from readiness.report.words import capitalised, sentence, shortened
from readiness.roadmap.plan import PlannedAction
from readiness.roadmap.solution import Reason

__all__ = ["GapCard", "GapRow", "Gaps", "Remedy", "gaps", "recommendations", "standards_words"]

_MOST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Remedy:
    """What is done about a gap, or why nothing is."""

    number: str
    text: str
    detail: str


@dataclass(frozen=True, slots=True)
class GapCard:
    """One gap."""

    rank: str
    topic: str
    dimension: str
    standing: str
    strip: Mark
    gain: str
    gate: str
    why: str
    recommendations: tuple[str, ...]
    standards: str
    remedies: tuple[Remedy, ...]
    enough: str


@dataclass(frozen=True, slots=True)
class GapRow:
    """One gap in a line."""

    rank: str
    topic: str
    dimension: str
    strip: Mark
    gain: str
    actions: tuple[str, ...]
    """The numbers of the actions that close it."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """The chapter on gaps."""

    about: str
    """In which order they stand, and what a gain is."""
    cards: tuple[GapCard, ...]
    rest: tuple[GapRow, ...]
    """The gaps that have no card, a line for each."""
    more: int
    """Gaps that have neither."""
    sources: tuple[Labelled, ...]


def gaps(context: Context) -> Section | None:
    """Return the chapter on gaps, if there are any."""
    found = context.given.gaps
    if not found:
        return None
    node, shown = context.given.scorecard.node, _shown(context)
    lines = None if context.extent.gap_lines is None else shown + context.extent.gap_lines
    leads = found[0].gain > 0 and (len(found) == 1 or found[0].gain > found[1].gain) and not found[0].state.is_missing
    title = gaps_title(
        count=len(found),
        measured=context.measured,
        missing=sum(gap.state.is_missing for gap in found),
        first=node[found[0].question].title if leads else "",
        words=context.words,
    )
    body = Gaps(
        about=_about(context),
        cards=tuple(_card(context, rank, gap) for rank, gap in enumerate(found[:shown], start=1)),
        rest=tuple(_row(context, rank, gap) for rank, gap in enumerate(found[shown:lines], start=shown + 1)),
        more=0 if lines is None else max(0, len(found) - lines),
        sources=_sources(context) if shown else (),
    )
    return Section("gaps", "gaps", gettext("Gaps"), title, body)


def _shown(context: Context) -> int:
    """Return how many gaps have a card."""
    return _MOST_SHOWN if context.extent.gap_cards is None else context.extent.gap_cards


def _row(context: Context, rank: int, gap: Gap) -> GapRow:
    node = context.given.scorecard.node[gap.question]
    return GapRow(
        rank=f"{rank}",
        topic=node.title,
        dimension=context.dimension_title(gap.question),
        strip=context.strip(node, width=34, height=4.6),
        gain=context.gain(gap.gain),
        actions=tuple(one.number for one in context.planned_for(gap.question)),
    )


def _about(context: Context) -> str:
    if context.root.direction is Direction.WORSE:
        return gettext(
            "The gap that takes most off the overall score comes first. An effect is what closing that gap alone would "
            "take off; beside a worse part it can be 0 until the worse part falls."
        )
    return gettext(
        "The gap that adds most to the overall score comes first. A gain is what closing that gap alone would add; "
        "behind a weaker part it can be 0 until the weaker part rises."
    )


def _card(context: Context, rank: int, gap: Gap) -> GapCard:
    question, node = context.given.framework.question[gap.question], context.given.scorecard.node[gap.question]
    enough = question.good_enough_when.get(node.level or 0)
    return GapCard(
        rank=f"{rank}",
        topic=question.topic,
        dimension=context.dimension_title(gap.question),
        standing=_standing(context, gap),
        strip=context.strip(node, width=42, height=5),
        gain=context.gain(gap.gain),
        gate=ngettext("Named by {count} gate that holds", "Named by {count} gates that hold", gap.gates)
        if gap.gates
        else "",
        why=sentence(shortened(question.why, 200)) if question.why else "",
        recommendations=recommendations(context, question),
        standards=standards_words(context, (question,)),
        remedies=_remedies(context, gap.question),
        enough=_enough(node.level, enough) if enough else "",
    )


def _standing(context: Context, gap: Gap) -> str:
    target = gettext("target {score}", score=f"{gap.target} {context.level_name(gap.target)}")
    node = context.given.scorecard.node[gap.question]
    if node.measure:
        area = context.given.scorecard.node[node.measure].title
        target = gettext("{target}; counts in {area}, beside the overall score", target=target, area=area)
    if gap.state.is_missing:
        return f"{capitalised(state_word(gap.state))}; {target}"
    here = (
        f"{node.level} {context.level_name(node.level)}"
        if node.score is None or node.score.denominator == 1
        else context.score(node)
    )
    return gettext("Now {score}; {target}", score=here, target=target)


def recommendations(context: Context, question: Question) -> tuple[str, ...]:
    """Return the recommendations of encoded checklists that a question covers, each with its id."""
    sources = context.given.framework.sources
    return tuple(
        f"{text.rstrip('.')} ({item})." if (text := sources[source].items.get(item)) else item
        for source, items in question.covers.items()
        if source in sources
        for item in items
    )


def standards_words(context: Context, questions: Iterable[Question]) -> str:
    """Return the public standards that ask for the same, each with the ids of its items."""
    sources, named = context.given.framework.sources, dict[str, dict[str, None]]()
    for question in questions:
        for source, items in question.references.items():
            if source in sources:
                named.setdefault(sources[source].title, {}).update(dict.fromkeys(items))
    return "; ".join(f"{title} ({', '.join(items)})" for title, items in named.items())


def _remedies(context: Context, question: str) -> tuple[Remedy, ...]:
    planned = context.planned_for(question)
    if planned:
        return tuple(_remedy(context, one) for one in planned)
    reason = _no_action(context, question)
    return (Remedy("", reason, ""),) if reason else ()


def _remedy(context: Context, one: PlannedAction) -> Remedy:
    cost, days = one.action.cost.points, one.action.days_of_all
    roadmap = context.given.roadmap
    currency = roadmap.currency if roadmap else ""
    spend = money_range_text(cost[0], cost[2], currency) if cost[2] else gettext("no outside spend")
    detail = gettext(
        "{owner}, by {date}; {effort}, {cost}",
        owner=context.role(one.action.owner),
        date=context.done_by(one),
        effort=days_range_text(days[0], days[2]),
        cost=spend,
    )
    return Remedy(one.number, one.action.title, detail)


def _enough(level: int | None, when: str) -> str:
    said = gettext("Level {level} can be good enough for now.", level=level)
    return f"{said} {sentence(when)}"


def _no_action(context: Context, question: str) -> str:
    """Return why nothing in the plan improves a question."""
    raise_ = direction_words(context.given.scorecard.node[question].direction).raise_
    none = gettext("The framework offers no action for it.")
    if context.given.roadmap is None:
        options = [action for action in context.given.framework.actions if question in action.lifts]
        some = ngettext(
            "{count} action of the framework would {raise_} it; no plan was made.",
            "{count} actions of the framework would {raise_} it; no plan was made.",
            len(options),
            raise_=raise_,
        )
        return some if options else none
    left = [one for one in context.left_out_for(question) if one.reason is not Reason.TARGET_MET]
    if not left:
        return gettext("The framework offers no action that would {raise_} it.", raise_=raise_)
    first, others = left[0], len(left) - 1
    reason = gettext(
        "Not in the plan. {action}: {reason}", action=first.action.title, reason=context.left_out_words(first)
    )
    more = ngettext("{count} other action waits too.", "{count} other actions wait too.", others)
    return f"{reason} {more}" if others else reason


def _sources(context: Context) -> tuple[Labelled, ...]:
    """Return the checklists that the recommendations come from, with the ids that each has."""
    return tuple(
        Labelled(source.title, _span(tuple(source.items)))
        for source in context.given.framework.sources.values()
        if source.kind == "checklist" and source.items
    )


def _span(items: tuple[str, ...]) -> str:
    prefixes = list(dict.fromkeys(item.rpartition("-")[0] or item for item in items))
    return ngettext(
        "{count} recommendation, marked {marks}",
        "{count} recommendations, marked {marks}",
        len(items),
        marks=", ".join(prefixes),
    )
