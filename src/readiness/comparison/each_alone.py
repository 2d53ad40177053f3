"""What each single answer would change, for whoever tries one after the other; and which of the changes add up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from readiness.model.answers import (
    ChecklistQuestion,
    ChoiceQuestion,
    LevelQuestion,
    Mistyped,
    Question,
    YesNoQuestion,
    typed_answer,
)
from readiness.scoring.engine import Branch, Headline, Scorer
from readiness.scoring.holds import holds
from readiness.scoring.reading import Reading, read_answer
from readiness.scoring.result import State

__all__ = ["Other", "OtherAnswers", "other_answers"]


@dataclass(frozen=True, slots=True)
class Other:
    """What one other answer would change if it were the only one."""

    typed: str
    """The answer as `readiness what-if` reads it."""
    overall: Fraction | None
    """The overall score then."""
    area: Fraction | None
    """The score of the top area then."""
    gates: int
    """How many more gates would hold; fewer where the number is negative."""


@dataclass(frozen=True, slots=True)
class OtherAnswers:
    """What the other answers to one question would change."""

    question: str
    area: str
    """The top area of the question, or the framework."""
    knots: frozenset[str] | None
    """The nodes in which changes by this answer and by others may not simply add up; None where they may not anywhere.
    The overall score changes by the sum of what answers without a common knot change."""
    others: tuple[Other, ...]


def other_answers(scorer: Scorer, readings: Mapping[str, Reading], as_of: date) -> tuple[OtherAnswers, ...]:
    """Return, for each scored question that is asked, what each other answer would change; no evidence is supposed.

    Answers that are one of a few are tried: levels, options, yes and no, and all or none of a checklist.

    Args:
        scorer: The framework, ready to score.
        readings: What the answers count as.
        as_of: The day on which evidence has to be in date.
    """
    now = Headline(scorer, readings)
    return tuple(
        OtherAnswers(leaf.id, _top(scorer, leaf.id), _knots(now, leaf.id), tuple(_others(now, leaf.question, as_of)))
        for leaf in scorer.leaf.values()
        if leaf.question.scored and now.applies(leaf)
    )


def _typed(question: Question) -> Iterator[str]:
    match question:
        case LevelQuestion(levels=levels):
            yield from (f"{level}" for level in sorted(levels))
        case ChoiceQuestion():
            yield from question.choices
        case YesNoQuestion():
            yield from ("yes", "no")
        case ChecklistQuestion():
            yield from (",".join(question.choices), "-")


def _others(now: Headline, question: Question, as_of: date) -> Iterator[Other]:
    scorer = now.scorer
    framework, top = scorer.framework, scorer.branch[_top(scorer, question.id)]
    gates = _holding(now)
    for typed in _typed(question):
        answer = typed_answer(question, typed, framework.scale)
        if isinstance(answer, Mistyped):
            continue
        rule, direction = framework.evidence_rule(question), scorer.leaf[question.id].direction
        then = now.after({question.id: read_answer(question, answer, framework.scale, rule, as_of, direction)})
        yield Other(typed, _score(then, scorer.root), _score(then, top), _holding(then) - gates)


def _score(evaluation: Headline, branch: Branch) -> Fraction | None:
    ratio = evaluation.value(branch).ratio
    return None if ratio is None else evaluation.scorer.scale.score_of(ratio)


def _holding(evaluation: Headline) -> int:
    """Return how many gates hold; a branch that takes all or nothing has one more."""
    branches = evaluation.scorer.branch.values()
    held = sum(holds(gate.when, evaluation) is True for branch in branches for gate, _ in branch.gates)
    return held + sum(evaluation.is_incomplete(branch) for branch in branches)


def _top(scorer: Scorer, question: str) -> str:
    above = scorer.framework.placed[question][1]
    return above[0].id if above else scorer.root.id


def _knots(now: Headline, question: str) -> frozenset[str] | None:
    """Return what depends on an answer and is no plain mean, or None where the answer can change what counts.

    A mean is linear in each of its parts as long as the same parts count.
    """
    scorer = now.scorer
    above = scorer.dependents[question] - {question}
    if now.state(scorer.leaf[question]) is not State.ANSWERED or not scorer.leaf.keys().isdisjoint(above):
        return None
    return frozenset(id_ for id_ in above if not _is_linear(scorer.branch[id_]))


def _is_linear(branch: Branch) -> bool:
    plain = not (branch.gates or branch.adjust or branch.all_or_nothing)
    return plain and branch.rollup_name == "mean"
