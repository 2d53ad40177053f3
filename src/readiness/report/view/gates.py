"""Gates: conditions that cap a score, whether they hold, and what lifts them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from readiness.model.direction import Direction
from readiness.model.framework import Area, Framework
from readiness.report.conditions import condition_words
from readiness.report.direction import direction_words
from readiness.report.findings import gates_title
from readiness.report.numbers import score_text
from readiness.report.view.context import Context
from readiness.report.view.gaps import standards_words
from readiness.report.view.section import Section
from readiness.report.wording import gettext
from readiness.report.words import capitalised, sentence
from readiness.scoring.result import GateOutcome, NodeScore

__all__ = ["GateLine", "Gates", "gates"]


@dataclass(frozen=True, slots=True)
class GateLine:
    """One gate."""

    area: str
    rule: str
    state: str
    because: str
    loss: str
    """How many levels it changes the score by, as a sentence; nothing when by none."""
    remedies: tuple[str, ...]
    standards: str


@dataclass(frozen=True, slots=True)
class Gates:
    """The chapter on gates."""

    about: str
    """What a gate is."""
    holding: tuple[GateLine, ...]
    open: tuple[GateLine, ...]
    still: tuple[str, ...]
    """Gates that still hold when the plan ends."""


def gates(context: Context) -> Section | None:
    """Return the chapter on gates, if the framework has any."""
    outcomes = context.given.scorecard.gates
    if not outcomes:
        return None
    node = context.given.scorecard.node
    sure = [one for one in outcomes if one.holds and one.certain]
    title = gates_title(
        holding=len(sure),
        unsure=sum(not one.certain for one in outcomes),
        total=len(outcomes),
        capped=list(dict.fromkeys(_title(node[one.node]) for one in sure if one.loss)),
        words=context.words,
    )
    brief = context.extent.is_brief
    lines = [
        (one, _line(context, one, rule))
        for one, rule in zip(outcomes, _rules(context), strict=True)
        if one.holds or not one.certain or not brief
    ]
    roadmap = context.given.roadmap
    body = Gates(
        about=_about(context.root.direction),
        holding=tuple(line for one, line in lines if one.holds),
        open=tuple(line for one, line in lines if not one.holds),
        still=tuple(f"{_title(node[id_])}: {sentence(reason)}" for id_, reason in roadmap.open_gates)
        if roadmap
        else (),
    )
    return Section("gates", "gates", gettext("Gates"), title, body)


def _about(direction: Direction) -> str:
    if direction is Direction.WORSE:
        return gettext(
            "A gate holds the score of an area at a level or above while its condition holds, because nothing that is "
            "low elsewhere in the area makes up for it."
        )
    return gettext(
        "A gate caps an area while its condition holds, because without it other strengths in the area cannot be "
        "relied on."
    )


def _rules(context: Context) -> list[str]:
    """Return every gate's rule in words, in the order of the scorecard: each node's gates, parents first."""
    framework = context.given.framework
    nodes: dict[str, Area | Framework] = {area.id: area for area, _ in framework.walk()} | {framework.id: framework}
    return [rule for node in context.root.walk() if node.gates for rule in _rules_of(node, nodes[node.id], framework)]


def _rules_of(node: NodeScore, area: Area | Framework, framework: Framework) -> Iterator[str]:
    if area.scoring.incomplete:
        yield gettext("While an answer is missing: level {level}", level=node.direction.worst_level(framework.scale))
    for gate in area.gates:
        yield gettext(
            "{condition}: {limit} level {level}",
            condition=capitalised(condition_words(gate.when, framework)),
            limit=direction_words(node.direction).limit,
            level=gate.cap_at_level,
        )


def _title(node: NodeScore) -> str:
    return gettext("the overall score") if node.kind == "framework" else node.title


def _line(context: Context, gate: GateOutcome, rule: str) -> GateLine:
    node = context.given.scorecard.node[gate.node]
    loss = abs(gate.loss) * (context.scale.highest - context.scale.lowest)
    questions = [
        context.given.framework.question[id_] for id_ in gate.questions if id_ in context.given.framework.question
    ]
    return GateLine(
        area=capitalised(_title(node)),
        rule=rule,
        state=_state(gate),
        because=sentence(gate.because),
        loss=_loss(node.direction, loss),
        remedies=tuple(
            gettext(
                "{number} {action}, by {date}",
                number=one.number,
                action=one.action.title,
                date=context.done_by(one),
            )
            for id_ in gate.questions
            for one in context.planned_for(id_)
        ),
        standards=standards_words(context, questions) if gate.holds or context.extent.is_whole else "",
    )


def _loss(direction: Direction, loss: Fraction) -> str:
    if not loss:
        return ""
    levels = (
        gettext("{number} levels", number=score_text(loss))
        if loss >= Fraction(1, 20)
        else gettext("less than {number} levels", number=score_text(Fraction(1, 10)))
    )
    return direction.pick(
        gettext("It takes {levels} from this area's score.", levels=levels),
        gettext("It adds {levels} to this area's score.", levels=levels),
    )


def _state(gate: GateOutcome) -> str:
    if gate.certain:
        return gettext("Holds") if gate.holds else gettext("Does not hold")
    if gate.holds:
        return gettext("Holds, but a missing answer could change that")
    return gettext("Does not hold, but a missing answer could change that")
