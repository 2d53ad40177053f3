"""Open matters: missing answers and facts that conditions look at, and the ways in which each can turn out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple, TypeAlias

from readiness.checks.possible import fact_values
from readiness.model.answers import AnswerBase, ChoiceQuestion, NumberAnswer, NumberQuestion
from readiness.model.comparisons import answer_satisfies, fact_satisfies
from readiness.model.conditions import Condition, FactCondition, QuestionCondition, leaves
from readiness.model.scale import Scale
from readiness.scoring.reading import NOT_ASKED, Reading
from readiness.scoring.rollup import ONE, ZERO
from readiness.scoring.tree import COUNTS_AS, Branch, Leaf, Scorer

__all__ = ["Matter", "Matters", "Outcome"]

Matter: TypeAlias = tuple[str, str]
"""`question` or `fact`, and its id."""
_Held: TypeAlias = tuple[bool | None, ...]
_Kind: TypeAlias = tuple[_Held, Sequence[Fraction | None]]
"""Which comparisons hold for answers of a kind, and ratios between which all of theirs lie."""
_Comparison: TypeAlias = QuestionCondition | FactCondition

_NOTHING: Counter[Matter] = Counter()


class Outcome(NamedTuple):
    """One way in which a matter can turn out, as far as the conditions can tell ways apart."""

    held: Mapping[int, bool | None]
    """By the `id()` of each comparison whether it holds; None: the matter is left open."""
    low: Fraction | None
    """The lowest ratio that an answer of this kind has; None when it never counts."""
    high: Fraction
    """The highest."""
    certain: bool
    """Whether the answer counts in every case."""


class Matters:
    """What is open in one set of readings, and what hangs on it."""

    def __init__(self, scorer: Scorer, readings: Mapping[str, Reading]) -> None:
        """Look for missing answers and facts that conditions of the framework ask for."""
        self._scorer = scorer
        self._readings = readings
        self._ways: dict[str, Counter[Matter]] = {}

    @cached_property
    def outcomes(self) -> Mapping[Matter, tuple[Outcome, ...]]:
        """For each open matter the ways in which it can turn out; those with too many are left out."""
        compared: dict[Matter, list[_Comparison]] = {}
        for condition in _conditions(self._scorer):
            for one in leaves(condition):
                if isinstance(one, QuestionCondition | FactCondition) and self._is_open(one):
                    compared.setdefault(_matter(one), []).append(one)
        found = {matter: self._outcomes(matter, ones) for matter, ones in compared.items()}
        return {matter: ways for matter, ways in found.items() if ways}

    @cached_property
    def _weighs(self) -> Mapping[Matter, int]:
        """For each open matter 1; 2 where a comparison comes out one way alone, which no look at that one tells."""
        return {
            matter: 2 - all({True, False} <= {way.held[one] for way in ways} for one in ways[0].held)
            for matter, ways in self.outcomes.items()
        }

    def over(self, node: Branch | Leaf) -> Counter[Matter]:
        """Return the matters that a node hangs on, and in how many ways each reaches it.

        One that reaches it in several ways ties these together: they cannot be looked at one by one.
        """
        if not self.outcomes:
            return _NOTHING
        if node.id not in self._ways:
            self._ways[node.id] = self._over_leaf(node) if isinstance(node, Leaf) else self._over_branch(node)
        return self._ways[node.id]

    def alone(self, leaf: Leaf) -> Outcome | None:
        """Return what a missing answer can count as, whatever conditions see in it; None: anything from 0 to 1."""
        if leaf.maximum and not isinstance(leaf.question, ChoiceQuestion):
            return None
        return next(iter(_of_question(leaf, (), self._scorer.scale)), None)

    def _is_open(self, one: _Comparison) -> bool:
        if isinstance(one, QuestionCondition):
            return self._readings.get(one.question, NOT_ASKED).state.is_missing
        return one.fact not in self._scorer.facts

    def _over_leaf(self, leaf: Leaf) -> Counter[Matter]:
        own = ("question", leaf.id)
        if own not in self.outcomes:
            return self._over_conditions(leaf.applies_when) if leaf.applies_when else _NOTHING
        found = self._over_conditions(leaf.applies_when)
        found[own] += 1
        return found

    def _over_branch(self, branch: Branch) -> Counter[Matter]:
        found = self._over_conditions(branch.conditions)
        for child in branch.parts:
            if below := self.over(child):
                found.update(below.keys())
        if found and branch.rollup_name == "sum":
            found.update(list(found))  # by the ratios and by the maxima
        return found

    def _over_conditions(self, conditions: Iterable[Condition]) -> Counter[Matter]:
        found: Counter[Matter] = Counter()
        for condition in conditions:
            for one in leaves(condition):
                if not isinstance(one, QuestionCondition | FactCondition):
                    found.update(self.over(self._scorer.branch[one.area]).keys())
                    continue
                matter = _matter(one)
                if matter in self.outcomes:
                    found[matter] += self._weighs[matter]
                if isinstance(one, QuestionCondition) and (above := self._scorer.leaf[one.question].applies_when):
                    found.update(self._over_conditions(above))
        return found

    def _outcomes(self, matter: Matter, comparisons: Sequence[_Comparison]) -> tuple[Outcome, ...]:
        kind, name = matter
        if kind == "question":
            asked = [one for one in comparisons if isinstance(one, QuestionCondition)]
            return _of_question(self._scorer.leaf[name], asked, self._scorer.scale)
        of_fact = [one for one in comparisons if isinstance(one, FactCondition)]
        values = fact_values(self._scorer.framework.known_facts[name], of_fact)
        kinds: set[_Held] = {tuple(fact_satisfies(one, value) for one in of_fact) for value in values}
        return tuple(
            Outcome(_by_id(of_fact, held), None, ZERO, certain=False)
            for held in (*sorted(kinds, key=str), (None,) * len(of_fact))
        )


def _conditions(scorer: Scorer) -> Iterator[Condition]:
    for branch in scorer.branch.values():
        yield from branch.conditions
    seen: set[int] = set()
    for leaf in scorer.leaf.values():
        for condition in leaf.applies_when:
            if id(condition) not in seen:  # those of areas are shared
                seen.add(id(condition))
                yield condition


def _matter(one: _Comparison) -> Matter:
    return ("question", one.question) if isinstance(one, QuestionCondition) else ("fact", one.fact)


def _by_id(comparisons: Sequence[_Comparison], held: _Held) -> dict[int, bool | None]:
    return {id(one): value for one, value in zip(comparisons, held, strict=True)}


def _of_question(leaf: Leaf, comparisons: Sequence[QuestionCondition], scale: Scale) -> tuple[Outcome, ...]:
    """Return the outcomes of a missing answer: every answer, not applicable, and staying missing; () if too many."""
    answered = _answered(leaf, comparisons, scale)
    if answered is None:
        return ()
    kinds: dict[_Held, list[Fraction | None]] = {}
    for held, ratios in answered:
        kinds.setdefault(held, []).extend(ratios)
    if leaf.not_applicable != "forbidden":
        kinds.setdefault((False,) * len(comparisons), []).append(COUNTS_AS.get(leaf.not_applicable))
    if leaf.unanswered in COUNTS_AS:
        ratio = COUNTS_AS[leaf.unanswered]
        left: _Held = tuple(answer_satisfies(one, leaf.question, ratio, None, scale) for one in comparisons)
        kinds.setdefault(left, []).append(ratio)
    else:
        # where it blocks, nothing above has a score; what hangs on it by conditions may have one
        counts = (None,) if leaf.unanswered == "exclude" else (ZERO, ONE)
        kinds.setdefault((None,) * len(comparisons), []).extend(counts)
    return tuple(_outcome(leaf, comparisons, held, ratios) for held, ratios in kinds.items())


def _outcome(
    leaf: Leaf, comparisons: Sequence[QuestionCondition], held: _Held, ratios: Sequence[Fraction | None]
) -> Outcome:
    known = [ratio for ratio in ratios if ratio is not None] if leaf.question.scored else []
    low, high = min(known, default=None), max(known, default=ZERO)
    return Outcome(_by_id(comparisons, held), low, high, certain=len(known) == len(ratios))


def _answered(leaf: Leaf, comparisons: Sequence[QuestionCondition], scale: Scale) -> list[_Kind] | None:
    """Return the kinds of answers, or None if there are too many."""
    question = leaf.question
    every_ratio = QuestionCondition.model_construct(question=leaf.id, at_least=Fraction(scale.lowest))
    answers = question.representatives([*comparisons, every_ratio], scale)
    if answers is None:
        return None
    ratios = [question.ratio(answer, scale) if question.scored else None for answer in answers]
    found: list[_Kind] = [
        (tuple(answer_satisfies(one, question, ratio, answer, scale) for one in comparisons), [ratio])
        for ratio, answer in zip(ratios, answers, strict=True)
    ]
    return _measured(answers, found) if isinstance(question, NumberQuestion) else found


def _measured(answers: Sequence[AnswerBase], found: Sequence[_Kind]) -> list[_Kind]:
    """Return measured values with the ratios at both sides of each one that stands for those between two turns.

    By their size every other value is a turn. Between two turns the ratio stays, or moves in a straight line.
    """
    values = [answer.value for answer in answers if isinstance(answer, NumberAnswer)]
    ordered = [one for _, one in sorted(zip(values, found, strict=True), key=lambda pair: pair[0])]
    ratios = [ratio for _, (ratio,) in ordered]
    for place in range(2, len(ordered) - 1, 2):
        before, here, after = (ratio or ZERO for ratio in ratios[place - 1 : place + 2])
        if here not in {before, after}:
            ordered[place] = (ordered[place][0], [before, after])
    return ordered
