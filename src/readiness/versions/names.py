"""Reads the old version in the names of the new one, so that a renamed id alone is no change of a rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, assert_never

from readiness.model.answers import ChecklistQuestion, ChoiceQuestion, MultipleQuestion, Question
from readiness.model.base import Model
from readiness.model.conditions import All, Any_, AreaCondition, Condition, FactCondition, Not, QuestionCondition
from readiness.model.framework import Area, Framework
from readiness.versions.pairs import Pairs, pair
from readiness.versions.tree import Tree

__all__ = ["Matched", "parts_of", "plain"]


@dataclass(frozen=True)
class Matched:
    """Two versions with what belongs together in them."""

    old: Framework
    new: Framework
    areas: Pairs[Area]
    questions: Pairs[Question]
    nodes: Mapping[str, str]
    """For each old id of a node that has become another: the new one; the framework counts as a node."""
    facts: Mapping[str, str]
    actions: Mapping[str, str]
    parts: Mapping[str, Mapping[str, str]]
    """For each old question: its items or options that have become others."""

    @classmethod
    def of(cls, old: Framework, new: Framework) -> Matched:
        """Match by id, else by `replaces`."""
        areas = pair({area.id: area for area, _ in old.walk()}, {area.id: area for area, _ in new.walk()})
        questions = pair(old.question, new.question)
        return cls(
            old,
            new,
            areas,
            questions,
            nodes={**areas.renames, **questions.renames, old.id: new.id},
            facts=pair(old.facts, new.facts).renames,
            actions=pair(old.action, new.action).renames,
            parts={id_: pair(parts_of(one), parts_of(two)).renames for id_, _, one, two in questions.both},
        )

    @cached_property
    def was(self) -> Tree:
        """The old version as a tree."""
        return Tree(self.old)

    @cached_property
    def now(self) -> Tree:
        """The new version as a tree."""
        return Tree(self.new)

    def node(self, id_: str) -> str:
        """Return what an old node is called now."""
        return self.nodes.get(id_, id_)

    def part(self, question: str, id_: object) -> object:
        """Return what an item or option of an old question is called now; other values stay."""
        return self.parts.get(question, {}).get(id_, id_) if isinstance(id_, str) else id_

    def condition(self, condition: Condition | None) -> Any:  # noqa: ANN401  plain values
        """Return an old condition as plain values in new names."""
        return _condition(condition, self)


def parts_of(question: Question) -> dict[str, Any]:
    """Return the items or options of a question, by id."""
    match question:
        case ChecklistQuestion(items=items):
            return {item.id: item for item in items}
        case ChoiceQuestion(options=options) | MultipleQuestion(options=options):
            return {option.id: option for option in options}
        case _:
            return {}


def plain(value: Any) -> Any:  # noqa: ANN401  any value of a model
    """Return a value of a model as plain values that can be compared; parts of `all` and `any` in one order."""
    match value:
        case All() | Any_() | Not() | QuestionCondition() | FactCondition() | AreaCondition():
            return _condition(value, None)
        case Model():
            return value.model_dump(by_alias=True, exclude_defaults=True)
        case dict():
            return {key: plain(one) for key, one in value.items()}
        case tuple():
            return tuple(plain(one) for one in value)
        case _:
            return value


def _condition(condition: Condition | None, matched: Matched | None) -> Any:  # noqa: ANN401
    match condition:
        case None:
            return None
        case All(all=parts):
            return {"all": _sorted(parts, matched)}
        case Any_(any=parts):
            return {"any": _sorted(parts, matched)}
        case Not(not_=part):
            return {"not": _condition(part, matched)}
        case QuestionCondition() | FactCondition() | AreaCondition():
            return _comparison(condition, matched)
        case _:
            assert_never(condition)


def _sorted(parts: Iterable[Condition], matched: Matched | None) -> tuple[Any, ...]:
    return tuple(sorted((_condition(part, matched) for part in parts), key=repr))


def _comparison(
    condition: QuestionCondition | FactCondition | AreaCondition, matched: Matched | None
) -> dict[str, object]:
    told = condition.model_dump(by_alias=True, exclude_none=True)
    if matched is None:
        return told
    match condition:
        case QuestionCondition(question=id_):
            own: dict[str, object] = {key: matched.part(id_, told[key]) for key in ("is", "includes") if key in told}
            return {**told, "question": matched.node(id_), **own}
        case AreaCondition(area=id_):
            return {**told, "area": matched.node(id_)}
        case FactCondition(fact=id_):
            return {**told, "fact": matched.facts.get(id_, id_)}
