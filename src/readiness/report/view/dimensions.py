"""One chapter for each dimension: its capabilities, and every question with the next step."""

from __future__ import annotations

from dataclasses import dataclass

from readiness.model.answers import Question, TextAnswer
from readiness.report.direction import direction_words
from readiness.report.findings import area_title
from readiness.report.numbers import score_text
from readiness.report.rollups import rollup_words
from readiness.report.view.answers import (
    answer_reason,
    answer_words,
    confidence_word,
    evidence_words,
    next_words,
    standing_words,
)
from readiness.report.view.context import Context, areas_within
from readiness.report.view.opening import below_target
from readiness.report.view.parts import Labelled, Mark, ScoreRow
from readiness.report.view.profile import by_gap
from readiness.report.view.records import Record, is_met, record_of
from readiness.report.view.respondents import votes_words
from readiness.report.view.section import Section
from readiness.report.view.summary import standings
from readiness.report.wording import gettext, ngettext
from readiness.report.words import capitalised, first_sentence, sentence, shortened
from readiness.scoring.result import NodeScore, State

__all__ = ["Dimension", "QuestionBlock", "dimensions"]

_ROW = 5.6
_ANSWER = 60
_NEXT = 300
_NOTE = 130
"""Characters of an answer, of a level's text and of a note's first sentence that stand here; the annex has all."""


@dataclass(frozen=True, slots=True)
class QuestionBlock:
    """One question."""

    capability: str
    topic: str
    ask: str
    answer: str
    strip: Mark | None
    now: str
    next_name: str
    next: str
    support: tuple[Labelled, ...]
    """Evidence, confidence and what else stands beside the answer."""
    note: str
    actions: tuple[Labelled, ...]
    enough: str
    record: Record | None
    """On a screen, what the annexes have of it."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """One dimension."""

    score: str
    has_score: bool
    out_of: str
    lead: str
    facts: str
    capability_word: str
    rows: tuple[ScoreRow, ...]
    beside: tuple[Labelled, ...]
    blocks: tuple[QuestionBlock, ...]
    met: tuple[str, ...]
    """On paper, the questions that meet their target and have no block."""


def dimensions(context: Context) -> tuple[Section, ...]:
    """Return a chapter for each dimension of which something applies, and for each measure beside them."""
    return tuple(_section(context, number, node) for number, node in enumerate(context.chapters, start=1))


def _section(context: Context, number: int, node: NodeScore) -> Section:
    areas = areas_within(node)
    place = (
        gettext("Beside the overall score") if node.is_measure else f"{capitalised(context.dimension_word)} {number}"
    )
    kicker = f"{place}: {node.title}"
    if node.score is None:
        title = gettext("{name} has too few answers for a score", name=node.title)
    elif node.target is None:
        title = gettext("{name} stands at {score}", name=node.title, score=context.score(node))
    else:
        title = area_title(
            node.title,
            standings(areas),
            word=context.capability_word,
            gap=node.gap if node.coverage.answered else None,
            words=direction_words(node.direction),
        )
    asked = [child for child in node.walk() if child.kind == "question" and child.state is not State.HIDDEN]
    met = [] if context.extent.is_whole else [child for child in asked if is_met(context, child)]
    body = Dimension(
        score=context.score(node),
        has_score=node.score is not None,
        out_of=gettext("of {highest}", highest=context.scale.highest),
        lead=_lead(context, node),
        facts=_facts(context, node),
        capability_word=capitalised(context.capability_word),
        rows=tuple(context.row(child, width=50, height=_ROW) for child in by_gap(areas)),
        beside=_beside(context, node),
        blocks=tuple(_block(context, child) for child in asked if child not in met),
        met=tuple(child.title for child in met),
    )
    return Section(f"dimension-{number}", "dimension", kicker, title, body)


def _lead(context: Context, node: NodeScore) -> str:
    area = next((one for one, _ in context.given.framework.walk() if one.id == node.id), None)
    about = [sentence(area.description)] if area and area.description else []
    questions = [one for one in node.walk() if one.kind == "question"]
    below, short = sum(one.id in context.gap for one in questions), direction_words(node.direction).short
    asked = sum(one.state not in {State.HIDDEN, State.NOT_APPLICABLE} for one in questions)
    if context.given.target is not None and asked:
        about.append(
            below_target(below, asked, short) if below else gettext("No question is {short} target.", short=short)
        )
    return " ".join(about)


def _facts(context: Context, node: NodeScore) -> str:
    parts = [gettext("Target {score}", score=score_text(node.target))] if node.target is not None else []
    parts += [gettext("Band “{name}”", name=node.band.name)] if node.band else []
    parts += [gettext("Range {range}", range=context.range(node))] if context.range(node) else []
    coverage = node.coverage
    parts.append(gettext("Answered {answered} of {total}", answered=coverage.answered, total=coverage.applicable))
    if node.evidenced is not None and node.score is not None and node.direction.gain(node.score, node.evidenced) < 0:
        parts.append(gettext("With evidence only {score}", score=score_text(node.evidenced)))
    roadmap = context.given.roadmap
    end = roadmap.quarters[-1].scores.get(node.id) if roadmap and roadmap.actions and roadmap.quarters else None
    if end is not None:
        goal = () if node.target is None else (node.target,)
        parts.append(gettext("At the end of the plan {score}", score=score_text(end, goal, node.direction)))
    return ". ".join(parts) + "."


def _beside(context: Context, node: NodeScore) -> tuple[Labelled, ...]:
    """Return what stands beside the chart: evidence, what is missing, and gates."""
    questions = tuple(one for one in node.walk() if one.kind == "question")
    answered = tuple(one for one in questions if one.state is State.ANSWERED)
    claims = context.claims_needing_evidence(answered)
    found = []
    if claims:
        backed = sum(not one.needs_evidence for one in claims)
        words = ngettext(
            "In date for {backed} of {count} answer that needs it.",
            "In date for {backed} of {count} answers that need it.",
            len(claims),
            backed=backed,
        )
        found.append(Labelled(gettext("Evidence"), words))
    missing = [one.title for one in questions if one.state and one.state.is_missing]
    if missing:
        found.append(Labelled(gettext("Not known"), sentence("; ".join(missing))))
    found += [
        Labelled(gettext("Gate"), f"{_held(child, gate.cap)} {sentence(gate.because)}")
        for child in node.walk()
        for gate in child.gates
        if gate.holds
    ]
    found += [
        Labelled(gettext("Adjusted"), sentence(one.because))
        for child in node.walk()
        for one in child.adjustments
        if one.change
    ]
    found += [
        Labelled(gettext("Scored beside it"), f"{child.title}: {context.score(child)}.")
        for child in node.walk()
        if child.is_measure and child is not node
    ]
    if node.rollup and (words := rollup_words(node.rollup, node.direction).beside):
        found.append(Labelled(gettext("How it is scored"), words))
    return tuple(found)


def _held(node: NodeScore, level: int) -> str:
    return node.direction.pick(
        gettext("Capped at level {level}.", level=level), gettext("Held at level {level}.", level=level)
    )


def _block(context: Context, node: NodeScore) -> QuestionBlock:
    question, scale = context.given.framework.question[node.id], context.given.framework.scale
    above = context.areas_above(node.id)
    next_name, following = next_words(question, node, scale)
    enough = question.good_enough_when.get(node.level or 0) if node.state is State.ANSWERED else None
    return QuestionBlock(
        capability=above[-1].title if len(above) > 1 else "",
        topic=question.topic,
        ask=question.ask,
        answer=shortened(answer_words(question, node, scale), _ANSWER),
        strip=context.strip(node, width=32, height=5)
        if question.scored and node.state is not State.NOT_APPLICABLE
        else None,
        now=_now(question, node),
        next_name=next_name if node.state is not State.NOT_APPLICABLE else "",
        next=shortened(following, _NEXT) if node.state is not State.NOT_APPLICABLE else "",
        support=_support(context, node),
        note=first_sentence(node.answer.note, _NOTE) if node.answer and node.answer.note else "",
        actions=tuple(
            Labelled(one.number, gettext("{action}, by {date}", action=one.action.title, date=context.done_by(one)))
            for one in context.planned_for(node.id)
        ),
        enough=sentence(gettext("Good enough for now: {when}", when=enough)) if enough else "",
        record=record_of(context, node, question) if context.extent.is_for_screen else None,
    )


def _now(question: Question, node: NodeScore) -> str:
    """Return what one sees today, or why that is not known; words that were given as an answer are cut."""
    if isinstance(node.answer, TextAnswer):
        return shortened(node.answer.text, _NEXT)
    return shortened(standing_words(question, node), _NEXT) if node.state is State.ANSWERED else answer_reason(node)


def _support(context: Context, node: NodeScore) -> tuple[Labelled, ...]:
    votes = votes_words(context.given.agreement, node.id)
    said = [Labelled(gettext("Votes"), votes)] if votes else []
    if node.state is not State.ANSWERED or node.answer is None:
        return tuple(said)
    answer = node.answer
    found = [*said, Labelled(gettext("Evidence"), evidence_words(node))]
    if answer.confidence:
        found.append(Labelled(gettext("Confidence"), capitalised(confidence_word(answer.confidence))))
    return tuple(found)
