"""What a condition can see: of each question, fact and area, whether one of its states gives the values wanted.

A question's states are its answers, "not applicable" unless that is forbidden, and "not answered", which counts as the
framework's policy says. They agree with the scoring engine; a law holds the two together.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import TypeAlias

from readiness.model.answers import AnswerBase, LevelQuestion, Question
from readiness.model.comparisons import FactValue, answer_satisfies, fact_satisfies
from readiness.model.conditions import AreaCondition, FactCondition, QuestionCondition
from readiness.model.framework import Fact, Framework
from readiness.model.scale import Scale

__all__ = ["FALSE", "OPEN", "TRUE", "Comparison", "Demand", "Possible", "Wanted", "fact_values"]

Comparison: TypeAlias = QuestionCondition | FactCondition | AreaCondition
Wanted: TypeAlias = int
"""The values that are wanted of a condition: a sum of TRUE, FALSE and OPEN."""
Demand: TypeAlias = tuple[Comparison, Wanted]

TRUE, FALSE, OPEN = 1, 2, 4
_WORK_OF_A_COMPARISON = 10
_COUNTS_AS = {"zero": Fraction(0), "full": Fraction(1)}


class Possible:
    """Tells whether demands on one question, one fact or one area can be met together."""

    def __init__(self, framework: Framework) -> None:
        """Look at the questions, facts and areas of a framework."""
        self._framework = framework
        self._known: dict[tuple[object, ...], set[tuple[Wanted, ...]] | None] = {}
        self._alike: dict[str, object] = {}
        self._shapes: dict[int, tuple[QuestionCondition, int]] = {}
        self._numbers: dict[tuple[object, ...], int] = {}
        self.work = 0
        """How many values have been looked at."""
        self.unsure = False
        """Whether something was taken for possible that has not been decided."""

    def meets(self, demands: Sequence[Demand]) -> bool:
        """Tell whether one state gives every comparison a wanted value; all compare the same thing.

        What cannot be decided counts as possible and sets `unsure`.
        """
        match demands[0][0]:
            case QuestionCondition(question=name) if name in self._framework.question:
                return self._question(self._framework.question[name], demands)
            case FactCondition(fact=name) if name in self._framework.known_facts:
                return self._fact(self._framework.known_facts[name], demands)
            case AreaCondition():
                return self._area(demands)
            case _:
                return self._undecided()

    def _undecided(self) -> bool:
        self.unsure = True
        return True

    def _question(self, question: Question, demands: Sequence[Demand]) -> bool:
        comparisons = [one for one, _ in demands if isinstance(one, QuestionCondition)]
        key = (self._kind(question), *map(self._shape, comparisons))
        if key not in self._known:
            self._known[key] = self._states(question, comparisons)
        states = self._known[key]
        if states is None:
            return self._undecided()
        self.work += len(states) * len(demands)
        return any(all(value & wanted for value, (_, wanted) in zip(state, demands, strict=True)) for state in states)

    def _kind(self, question: Question) -> object:
        """Return what is equal for questions whose states are: those answered with levels, under the same policies."""
        if question.id not in self._alike:
            by_level = isinstance(question, LevelQuestion)
            self._alike[question.id] = self._policies(question.id) if by_level else question.id
        return self._alike[question.id]

    def _shape(self, one: QuestionCondition) -> int:
        """Return a number for what a comparison asks for: quicker to compare than the fractions in it."""
        known = self._shapes.get(id(one))
        if known is None or known[0] is not one:
            asks = (one.at_least, one.below, type(one.is_), one.is_, one.includes)
            self._shapes[id(one)] = known = (one, self._numbers.setdefault(asks, len(self._numbers)))
        return known[1]

    def _states(self, question: Question, comparisons: Sequence[QuestionCondition]) -> set[tuple[Wanted, ...]] | None:
        """Return the values that the comparisons have in the states of a question that is asked; None: too many."""
        scale = self._framework.scale
        answers = question.representatives(comparisons, scale)
        if answers is None:
            return None
        self.work += len(answers) * len(comparisons) * _WORK_OF_A_COMPARISON
        seen: list[tuple[Fraction | None, AnswerBase | None]] = [
            (question.ratio(answer, scale) if question.scored else None, answer) for answer in answers
        ]
        unanswered, not_applicable = self._policies(question.id)
        states: set[tuple[Wanted, ...]] = set()
        if not_applicable != "forbidden":
            states.add((FALSE,) * len(comparisons))
        if unanswered in _COUNTS_AS:
            seen.append((_COUNTS_AS[unanswered], None))
        else:
            states.add((OPEN,) * len(comparisons))
        return states | {tuple(_value(one, question, state, scale) for one in comparisons) for state in seen}

    def _policies(self, question_id: str) -> tuple[str, str]:
        """Return what a missing and a not applicable answer count as: what is said nearest to the question."""
        question, above = self._framework.placed[question_id]
        unanswered, not_applicable = "zero", "exclude"
        for policy in (self._framework.scoring, *(area.scoring for area in above), question.scoring):
            unanswered = policy.unanswered or unanswered
            not_applicable = policy.not_applicable or not_applicable
        return unanswered, not_applicable

    def _fact(self, fact: Fact, demands: Sequence[Demand]) -> bool:
        if all(wanted & OPEN for _, wanted in demands):
            return True
        pairs = [(one, wanted) for one, wanted in demands if isinstance(one, FactCondition)]
        return any(
            all(wanted & (TRUE if fact_satisfies(one, value) else FALSE) for one, wanted in pairs)
            for value in fact_values(fact, [one for one, _ in pairs])
        )

    def _area(self, demands: Sequence[Demand]) -> bool:
        """Tell whether a ratio from 0 to 1 lies at or above what has to hold and below what must not.

        Which of these ratios the area's questions can give is left open, and so is whether the area has a score.
        """
        self.unsure = True
        pairs = [(one.at_least_ratio, wanted) for one, wanted in demands if isinstance(one, AreaCondition)]
        reached = [ratio for ratio, wanted in pairs if wanted == TRUE]
        missed = [ratio for ratio, wanted in pairs if wanted == FALSE]
        return not reached or (max(reached) <= 1 and all(ratio > max(reached) for ratio in missed))


def _value(
    one: QuestionCondition, question: Question, state: tuple[Fraction | None, AnswerBase | None], scale: Scale
) -> Wanted:
    return TRUE if answer_satisfies(one, question, *state, scale) else FALSE


def fact_values(fact: Fact, comparisons: Sequence[FactCondition]) -> list[FactValue]:
    """Return values that stand for all values of a fact, as far as the comparisons can tell them apart."""
    wanted = [value for one in comparisons for value in (one.is_, one.at_least, one.below) if value is not None]
    if fact.type == "boolean":
        return [True, False]
    if fact.type == "text":
        texts = {value for value in wanted if isinstance(value, str)}
        return [*texts, "-" * (1 + max(map(len, texts), default=0))]
    turns = sorted({value for value in wanted if isinstance(value, Fraction)} or {Fraction(0)})
    between = [(low + high) / 2 for low, high in pairwise(turns)]
    return [turns[0] - 1, *turns, *between, turns[-1] + 1]
