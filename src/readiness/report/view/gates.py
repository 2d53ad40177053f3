"""Gates: conditions that cap a score, whether they hold, and what lifts them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from readiness.model.direction import Direction
from readiness.model.framework import Area, Framework
from readiness.report.conditions import condition_words
from readiness.report.direction import WORDS
from readiness.report.findings import gates_title
from readiness.report.numbers import score_text
from readiness.report.view.context import Context
from readiness.report.view.gaps import standards_words
from readiness.report.view.section import Section
from readiness.report.words import capitalised, sentence
from readiness.scoring.result import GateOutcome, NodeScore

__all__ = ["GateLine", "Gates", "gates"]


_ABOUT = {
    Direction.BETTER: "A gate caps an area while its condition holds, because without it other strengths in the area "
    "cannot be relied on.",
    Direction.WORSE: "A gate holds the score of an area at a level or above while its condition holds, because nothing "
    "that is low elsewhere in the area makes up for it.",
}


@dataclass(frozen=True, slots=True)
class GateLine:
    """One gate."""

    area: str
    rule: str
    state: str
    because: str
    loss: str
    """How many levels it changes the score by, nothing when by none; `takes` and `whence` stand around it."""
    takes: str
    whence: str
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
    lines = [(one, _line(context, one, rule)) for one, rule in zip(outcomes, _rules(context), strict=True)]
    roadmap = context.given.roadmap
    body = Gates(
        about=_ABOUT[context.root.direction],
        holding=tuple(line for one, line in lines if one.holds),
        open=tuple(line for one, line in lines if not one.holds),
        still=tuple(f"{_title(node[id_])}: {sentence(reason)}" for id_, reason in roadmap.open_gates)
        if roadmap
        else (),
    )
    return Section("gates", "gates", "Gates", title, body)


def _rules(context: Context) -> list[str]:
    """Return every gate's rule in words, in the order of the scorecard: each node's gates, parents first."""
    framework = context.given.framework
    nodes: dict[str, Area | Framework] = {area.id: area for area, _ in framework.walk()} | {framework.id: framework}
    return [rule for node in context.root.walk() if node.gates for rule in _rules_of(node, nodes[node.id], framework)]


def _rules_of(node: NodeScore, area: Area | Framework, framework: Framework) -> Iterator[str]:
    if area.scoring.incomplete:
        yield f"While an answer is missing: level {node.direction.worst_level(framework.scale)}"
    for gate in area.gates:
        limit = WORDS[node.direction].limit
        yield f"{capitalised(condition_words(gate.when, framework))}: {limit} level {gate.cap_at_level}"


def _title(node: NodeScore) -> str:
    return "the overall score" if node.kind == "framework" else node.title


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
        loss=f"{score_text(loss)} levels" if loss >= 1 / 20 else "less than 0.1 levels" if loss else "",
        takes=node.direction.pick("It takes", "It adds"),
        whence=f"{node.direction.pick('from', 'to')} this area's score",
        remedies=tuple(
            f"{one.number} {one.action.title}, by {context.done_by(one)}"
            for id_ in gate.questions
            for one in context.planned_for(id_)
        ),
        standards=standards_words(context, questions),
    )


def _state(gate: GateOutcome) -> str:
    state = "Holds" if gate.holds else "Does not hold"
    return state if gate.certain else f"{state}, but a missing answer could change that"
