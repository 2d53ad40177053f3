"""Conditions as a form decides them in a browser: what an answer must be is worked out here, by the engine's own rules.

The browser compares values with lists and with turning points; it knows nothing of scales, points or directions. So it
opens and closes the questions that the engine asks and hides.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from fractions import Fraction
from math import lcm
from typing import Any, TypeAlias, assert_never

from readiness.model.answers import (
    AnswerBase,
    ChecklistQuestion,
    ChoiceAnswer,
    DateAnswer,
    LevelAnswer,
    MultipleQuestion,
    NumberQuestion,
    Question,
    TextAnswer,
    YesNoAnswer,
)
from readiness.model.comparisons import answer_satisfies, fact_satisfies
from readiness.model.conditions import All, Any_, AreaCondition, Condition, FactCondition, Not, QuestionCondition
from readiness.model.framework import Framework
from readiness.model.scale import Scale
from readiness.scoring.tree import COUNTS_AS, Leaf, Scorer

__all__ = ["Rule", "facts_in", "rules_of"]

Rule: TypeAlias = Mapping[str, Any]
"""A condition in plain values. One of `all`, `any` (lists of rules), `not` (a rule), `open` (nobody can tell before the
scores are known), `fact` or `question` (an id); the last two with the way in which the value is compared:

- `values`: it is one of these texts;
- `turns` and `holds`: sorted numbers, and whether the rule holds below the first, at it, between it and the next, …;
- `done`, `partly` and `most`, or `rungs`: how ticks become the number that is compared in that way;
- `includes`: this item is done, or this option is ticked.

`missing` is what a comparison with an answer that is not there yet comes to; null when nobody can tell.
"""


def rules_of(framework: Framework, asked: Collection[str]) -> dict[str, list[Rule]]:
    """Return, for each question that is not always asked, the rules that all have to hold.

    Args:
        framework: A framework that has been checked.
        asked: The questions that the form puts. What others will answer is not known to it: where such an answer is
            missing, nobody can tell.
    """
    scorer = Scorer(framework, {})
    return {
        leaf.id: [_rule(condition, scorer, asked) for condition in leaf.applies_when]
        for leaf in scorer.leaf.values()
        if leaf.applies_when
    }


def facts_in(rules: Iterable[Rule]) -> Iterator[str]:
    """Yield the facts that rules look at."""
    for rule in rules:
        inner = [rule["not"]] if "not" in rule else [*rule.get("all", ()), *rule.get("any", ())]
        yield from facts_in(inner)
        if "fact" in rule:
            yield rule["fact"]


def _rule(condition: Condition, scorer: Scorer, asked: Collection[str]) -> Rule:
    match condition:
        case All(all=parts):
            return {"all": [_rule(part, scorer, asked) for part in parts]}
        case Any_(any=parts):
            return {"any": [_rule(part, scorer, asked) for part in parts]}
        case Not(not_=part):
            return {"not": _rule(part, scorer, asked)}
        case AreaCondition():
            return {"open": True}
        case FactCondition():
            return _fact_rule(condition, scorer.framework)
        case QuestionCondition():
            leaf = scorer.leaf[condition.question]
            missing = _missing(condition, leaf, scorer.scale) if leaf.id in asked else None
            return {"question": leaf.id, "missing": missing, **_compared(condition, leaf.question, scorer.scale)}
        case _:
            assert_never(condition)


def _fact_rule(condition: FactCondition, framework: Framework) -> Rule:
    kind = framework.known_facts[condition.fact].type
    wanted = condition.is_
    if kind == "number" and not isinstance(wanted, bool | str):
        turn = next(one for one in (wanted, condition.at_least, condition.below) if one is not None)
        holds = [fact_satisfies(condition, value) for value in (turn - 1, turn, turn + 1)]
        return {"fact": condition.fact, "turns": [_exact(turn)], "holds": holds}
    possible = {"boolean": (True, False), "text": (wanted,) if isinstance(wanted, str) else ()}.get(kind, ())
    return {"fact": condition.fact, "values": [_word(one) for one in possible if fact_satisfies(condition, one)]}


def _missing(condition: QuestionCondition, leaf: Leaf, scale: Scale) -> bool | None:
    """Return what a comparison comes to while there is no answer, as the framework's policy counts it."""
    ratio = COUNTS_AS.get(leaf.unanswered)
    return None if ratio is None else answer_satisfies(condition, leaf.question, ratio, None, scale)


def _compared(condition: QuestionCondition, question: Question, scale: Scale) -> Rule:
    match question:
        case ChecklistQuestion() | MultipleQuestion() if condition.includes is not None:
            return {"includes": condition.includes}
        case ChecklistQuestion(score="ladder"):
            rungs = [[item.id for item in question.items if (item.rung or 1) == rung] for rung in _rungs(question)]
            return {"rungs": rungs, **_steps(condition, Fraction(question.top_rung), scale)}
        case ChecklistQuestion(items=items):
            weights = {item.id: item.weight for item in items}
            return _weighed(condition, weights, sum(weights.values(), Fraction(0)), scale)
        case MultipleQuestion(options=options):
            return _weighed(condition, {one.id: one.points for one in options}, question.maximum(scale), scale)
        case NumberQuestion():
            numbers = sorted(question.representatives([condition], scale), key=lambda one: one.value)
            holds = [_holds(condition, question, number, scale) for number in numbers]
            return {"turns": [_exact(number.value) for number in numbers[1::2]], "holds": holds}
        case _:
            every = question.representatives([condition], scale)
            return {"values": [_said(one) for one in every if _holds(condition, question, one, scale)]}


def _rungs(question: ChecklistQuestion) -> range:
    return range(1, question.top_rung + 1)


def _weighed(condition: QuestionCondition, weights: Mapping[str, Fraction], most: Fraction, scale: Scale) -> Rule:
    """Return how ticks are added up, in whole numbers of which what is partly done has half."""
    unit = 2 * lcm(most.denominator, *(weight.denominator for weight in weights.values()))
    return {
        "done": {id_: str(weight * unit) for id_, weight in weights.items()},
        "partly": {id_: str(weight * unit / 2) for id_, weight in weights.items()},
        "most": str(most * unit),
        **_steps(condition, most * unit, scale),
    }


def _steps(condition: QuestionCondition, most: Fraction, scale: Scale) -> Rule:
    """Return where a sum that ends at `most` turns a comparison with a level."""
    wanted = next(one for one in (condition.is_, condition.at_least, condition.below) if one is not None)
    if isinstance(wanted, bool | str):
        return {"turns": [], "holds": [False]}
    below, at, above = condition.below is not None, condition.below is None, condition.at_least is not None
    return {"turns": [_exact(scale.ratio_of(wanted) * (most or 1))], "holds": [below, at, above]}


def _holds(condition: QuestionCondition, question: Question, answer: AnswerBase, scale: Scale) -> bool:
    ratio = question.ratio(answer, scale) if question.scored else None
    return answer_satisfies(condition, question, ratio, answer, scale)


def _said(answer: AnswerBase) -> str:
    match answer:
        case LevelAnswer(level=level):
            return str(level)
        case ChoiceAnswer(option=said) | YesNoAnswer(answer=said) | TextAnswer(text=said):
            return said
        case DateAnswer(date=day):
            return day.isoformat()
        case _:
            raise AssertionError(type(answer))


def _word(value: bool | str) -> str:  # noqa: FBT001  one of the kinds of value
    return value if isinstance(value, str) else "true" if value else "false"


def _exact(value: Fraction) -> str:
    return f"{value.numerator}/{value.denominator}"
