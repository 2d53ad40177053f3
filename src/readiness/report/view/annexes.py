"""Annexes A, C and D: all answers, the words used, and the register of actions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from readiness.model.direction import Direction
from readiness.report.fitting import effort_text
from readiness.report.numbers import money_range_text, score_text
from readiness.report.view.answers import answer_reason, answer_words, confidence_word, evidence_list, evidence_words
from readiness.report.view.context import Context
from readiness.report.view.parts import Labelled
from readiness.report.view.section import Section
from readiness.report.why import loss_words
from readiness.report.wording import gettext, ngettext, pgettext
from readiness.report.words import joined, long_date, part_of_actions, shortened
from readiness.roadmap.plan import PlannedAction
from readiness.scoring.result import NodeScore, State

__all__ = ["AnswerGroup", "AnswerLine", "RegisterLine", "all_answers", "answer_line", "glossary", "register"]

_BRIEF = 70


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One answer in full."""

    id: str
    topic: str
    ask: str
    answer: str
    level: str
    brief: str
    """The answer in a few words, for a table."""
    target: str
    evidence: tuple[str, ...]
    evidence_state: str
    confidence: str
    note: str
    who: str


@dataclass(frozen=True, slots=True)
class AnswerGroup:
    """The answers of one dimension."""

    name: str
    lines: tuple[AnswerLine, ...]


def all_answers(context: Context) -> Section | None:
    """Return annex A: every question with its answer, note and evidence; on a screen, those that no dimension holds."""
    questions = context.given.scorecard.questions
    if context.extent.is_for_screen:
        held = context.held_by_dimensions
        questions = tuple(node for node in questions if node.id not in held)
    if not questions:
        return None
    names = list(dict.fromkeys(context.dimension_title(node.id) for node in questions))
    groups = tuple(
        AnswerGroup(
            name, tuple(answer_line(context, node) for node in questions if context.dimension_title(node.id) == name)
        )
        for name in names
    )
    return Section(
        "annex-answers", "answers", _answers_kicker(context), _answers_title(context, len(questions)), groups
    )


def _answers_kicker(context: Context) -> str:
    """Return the name of the annex, which is none where it stands alone."""
    return gettext("All answers") if context.extent.is_brief else gettext("Annex A: all answers")


def _answers_title(context: Context, count: int) -> str:
    if context.extent.is_whole:
        return ngettext("The question with its answer", "All {count} questions with answers, notes and evidence", count)
    return ngettext("The question with its answer", "All {count} questions, each with its answer in a line", count)


def answer_line(context: Context, node: NodeScore) -> AnswerLine:
    """Return one answer in full."""
    question = context.given.framework.question[node.id]
    answer = node.answer
    person = context.given.assessment.respondents.get(answer.by) if answer and answer.by else None
    who = [person.role] if person else []
    who += [long_date(answer.on)] if answer and answer.on else []
    if answer and answer.confidence:
        who.append(gettext("confidence {level}", level=confidence_word(answer.confidence)))
    said = answer_words(question, node, context.given.framework.scale)
    scored = question.scored and node.state is State.ANSWERED
    return AnswerLine(
        id=node.id,
        topic=question.topic,
        ask=question.ask,
        answer=said,
        brief=shortened(said, _BRIEF),
        target=score_text(node.target) if node.target is not None else "",
        level=score_text(node.score) if scored else "",
        evidence=evidence_list(answer.evidence) if answer else (),
        evidence_state=evidence_words(node),
        confidence=confidence_word(answer.confidence) if answer and answer.confidence else "",
        note="\n".join(part for part in (answer_reason(node), answer.note or "") if part) if answer else "",
        who=", ".join(who),
    )


_Term: TypeAlias = tuple[str, str]


def _terms(direction: Direction) -> tuple[_Term, ...]:
    only = direction.pick(
        gettext(
            "The score if every answer that lacks the evidence it needs counted one level below the level that needs "
            "it."
        ),
        gettext(
            "The score if every answer that lacks the evidence it needs counted one level worse than the level that "
            "needs it."
        ),
    )
    return (
        (
            gettext("Score"),
            gettext("Where an answer or an area stands on the scale, with decimals when several answers are combined."),
        ),
        (
            gettext("Level"),
            gettext("A whole step of the scale. A level is reached when the score is at or above it; 2.9 is level 2."),
        ),
        (
            gettext("Range"),
            gettext(
                "The scores that remain possible while answers are missing, from all of them worst to all of them best."
            ),
        ),
        (
            gettext("Evidence in date"),
            gettext(
                "Evidence that says when it was made or until when it holds, and has not expired on the report's day."
            ),
        ),
        (gettext("With evidence only"), only),
        (
            gettext("Not applicable"),
            gettext(
                "A question that does not concern the agency. It is not the same as a missing answer or a low level."
            ),
        ),
    )


def _target_terms(context: Context) -> tuple[_Term, ...]:
    gap = context.root.direction.pick(
        gettext("Target minus score, in levels, before rounding; it can differ by 0.1 from the printed numbers."),
        gettext(
            "How far the score is from its target, in levels, before rounding; it can differ by 0.1 from the printed "
            "numbers."
        ),
    )
    gain = gettext(
        "How much the overall score {rises}, in levels, if one gap alone is closed or when one action is finished.",
        rises=context.words.rises,
    )
    return (
        (
            gettext("Target"),
            gettext(
                "The levels that the target profile asks for. Those of an area's questions combine in the same way as "
                "scores."
            ),
        ),
        (gettext("Gap"), gap),
        (context.words.gain, gain),
    )


def _gate_term(direction: Direction) -> _Term:
    return (
        gettext("Gate"),
        direction.pick(
            gettext("A condition that caps an area's score while it holds, however good the rest of the area is."),
            gettext(
                "A condition that holds an area's score at a level or above, however good the rest of the area is."
            ),
        ),
    )


def _plan_terms(direction: Direction) -> tuple[_Term, ...]:
    offered = direction.pick(
        gettext("What the framework offers to reach a higher level. Effort, cost and time are planning assumptions."),
        gettext("What the framework offers to reach a better level. Effort, cost and time are planning assumptions."),
    )
    return (
        (gettext("Action"), offered),
        (
            gettext("Critical chain"),
            gettext(
                "The actions, each waiting for the one before, that together take longest. A delay in one can delay "
                "those that follow."
            ),
        ),
        (
            gettext("Without it"),
            gettext(
                "What the plan loses if an action and all that needs it are dropped and nothing takes their place. "
                "The best plan without it loses no more. Levels beyond a target do not count."
            ),
        ),
        (
            gettext("Low, likely and high"),
            gettext("Three estimates: one case in ten would lie below low, and one in ten above high."),
        ),
        (
            gettext("Outside spend"),
            gettext(
                "Money paid to others. The agency's own staff time is counted in days, and in money only where said."
            ),
        ),
        (
            gettext("Net present value"),
            gettext("What is saved less what is spent over some years, each amount at what it is worth today."),
        ),
        (
            gettext("Benefit-cost ratio"),
            gettext("What is saved divided by what is spent, both at what they are worth today. Above 1 it pays off."),
        ),
        (
            gettext("Discounting"),
            gettext("Counting an amount for less the later it comes: a pound next year is worth less than one now."),
        ),
    )


def glossary(context: Context) -> Section:
    """Return annex C: the words used here that have a meaning of their own."""
    given, direction = context.given, context.root.direction
    terms = [*_terms(direction)]
    terms += _target_terms(context) if given.target else ()
    terms += (_gate_term(direction),) if given.scorecard.gates else ()
    terms += _plan_terms(direction) if context.actions else ()
    if direction is Direction.WORSE:
        rise = gettext("Scores, levels and points rise with what is bad: an improvement lowers them.")
        terms.append((gettext("Higher is worse"), rise))
    lines = tuple(Labelled(*line) for line in sorted(terms))
    title = gettext("What the words in this report mean")
    return Section("annex-words", "glossary", gettext("Annex C: glossary"), title, lines)


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One planned action in full."""

    number: str
    title: str
    shows: str
    why: str
    owner: str
    when: str
    effort: str
    cost: str
    running: str
    lifts: str
    gain: str
    after: str
    seen_in: str


def register(context: Context) -> Section | None:
    """Return annex D: every planned action with owner, dates and money."""
    if not context.actions:
        return None
    count = len(context.actions)
    title = gettext("{part} of the roadmap, in the order in which work starts", part=part_of_actions(count, count))
    return Section(
        "annex-actions",
        "register",
        gettext("Annex D: action register"),
        title,
        tuple(_entry(context, one) for one in context.actions),
        wide=True,
    )


def _entry(context: Context, one: PlannedAction) -> RegisterLine:
    roadmap = context.given.roadmap
    assert roadmap is not None
    action, currency = one.action, roadmap.currency
    cost = action.cost.points
    running = action.running_cost_a_year.points if action.running_cost_a_year else None
    node = context.given.scorecard.node
    return RegisterLine(
        number=one.number,
        title=action.title,
        shows=action.delivers or "",
        why=loss_words(one.loss, context.number_of, context.given.framework.scale.span),
        owner=context.role(action.owner),
        when=gettext("{low} to {high}", low=context.starts(one), high=context.done_by(one)),
        effort=effort_text(action, context.given.framework),
        cost=money_range_text(cost[0], cost[2], currency),
        running=money_range_text(running[0], running[2], currency) if running else pgettext("amount", "none"),
        lifts="; ".join(
            gettext("{name} {low} to {high}", name=node[id_].title, low=score_text(a), high=score_text(b))
            for id_, (a, b) in one.lifts.items()
        ),
        gain=context.gain(one.gain),
        after=", ".join(context.number_of(id_) for id_ in one.after) or pgettext("actions", "none"),
        seen_in=joined(action.seen_in),
    )
