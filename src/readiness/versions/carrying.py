"""Carries an assessment over to another version of its framework: what is renamed, and what has no place left.

Nothing is guessed: an answer that could mean something else is left where it is, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, TypeAlias, cast

from readiness.diagnostics import Path
from readiness.model.answers import (
    ANSWER_TYPES,
    Answer,
    ChecklistAnswer,
    ChoiceAnswer,
    LevelAnswer,
    MultipleAnswer,
    NotApplicable,
    NumberQuestion,
    Question,
    Unanswered,
    Unknown,
)
from readiness.model.assessment import Assessment
from readiness.model.framework import Framework
from readiness.versions.names import parts_of
from readiness.versions.pairs import Replacing, successor
from readiness.versions.tree import Tree

__all__ = ["Edit", "Leave", "Rename", "Rewrite", "carried", "carry"]

_FACT_KINDS = {"boolean": bool, "number": Fraction, "text": str}


@dataclass(frozen=True, slots=True)
class Rename:
    """A key becomes another one."""

    path: Path
    to: str


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A value becomes another one."""

    path: Path
    to: str


@dataclass(frozen=True, slots=True)
class Leave:
    """A key with its value, or an entry of a list, cannot be carried over."""

    path: Path
    why: str


Edit: TypeAlias = Rename | Rewrite | Leave


def carry(assessment: Assessment, new: Framework, old: Framework | None = None) -> tuple[Edit, ...]:
    """Return the edits that make an assessment one of the new version; paths are those before any edit.

    Without the old version, changes that leave every answer in range cannot be seen: another unit, another scale.
    """
    edits: list[Edit] = []
    if assessment.framework.version != new.version:
        edits.append(Rewrite(("framework", "version"), new.version))
    edits += _target(assessment, new)
    edits += _facts(assessment, new)
    edits += _Answers(assessment.answers, new, old).edits()
    return tuple(edits)


def _target(assessment: Assessment, new: Framework) -> Iterator[Edit]:
    if assessment.target is None or assessment.target in new.targets:
        return
    now = successor(assessment.target, new.targets)
    yield Leave(("target",), "the target profile is gone") if now is None else Rewrite(("target",), now)


def _facts(assessment: Assessment, new: Framework) -> Iterator[Edit]:
    given = assessment.organisation.facts
    names = _successors(given, new.facts)
    for old, now in names.items():
        path = ("organisation", "facts", old)
        if now is None:
            yield Leave(path, _gone("fact", old, new.facts))
        elif not isinstance(given[old], _FACT_KINDS[new.facts[now].type]):
            yield Leave(path, f"the fact is now a {new.facts[now].type}")
        elif old != now:
            yield Rename(path, now)


def _successors(given: Mapping[str, object], things: Mapping[str, Replacing]) -> dict[str, str | None]:
    """Return what each name is called now; where several would get one name, the latest of them keeps it."""
    keepers = {
        next((name for name in (now, *thing.replaces) if name in given), None): now for now, thing in things.items()
    }
    return {name: keepers.get(name) for name in given}


def _gone(what: str, name: str, things: Mapping[str, Replacing]) -> str:
    now = successor(name, things)
    return f"the {what} is gone" if now is None else f"`{now}` is given under another id already"


class _Answers:
    """The answers of one assessment on their way to another version."""

    def __init__(self, answers: Mapping[str, Answer], new: Framework, old: Framework | None) -> None:
        self.answers = answers
        self.new = new
        self.old = old
        self.policies = Tree(new).policies

    def edits(self) -> Iterator[Edit]:
        for id_, now in _successors(self.answers, self.new.question).items():
            path = ("answers", id_)
            if now is None:
                yield Leave(path, _gone("question", id_, self.new.question))
                continue
            question, answer = self.new.question[now], self.answers[id_]
            why = self.misfit(id_, question, answer) or self.voteless(id_, question, answer)
            if why is not None:
                yield Leave(path, why)
                continue
            yield from _parts(path, question, answer)
            yield from self.votes(path, id_, question, answer)
            if id_ != now:
                yield Rename(path, now)

    def misfit(self, id_: str, question: Question, answer: Answer) -> str | None:
        """Return why an answer cannot be an answer to a question of the new version, or None."""
        match answer:
            case Unknown() | Unanswered():
                return None
            case NotApplicable():
                refused = self.policies[question.id][1] == "forbidden"
                return "the question can no longer be marked not applicable" if refused else None
            case _ if not isinstance(answer, ANSWER_TYPES[question.type].answer):
                return f"the question is now of type {question.type}"
            case ChoiceAnswer(option=option):
                return None if successor(option, parts_of(question)) else f"the option `{option}` is gone"
            case LevelAnswer():
                return self.level_misfit(question, answer)
            case _:
                return self.unit_misfit(id_, question)

    def voteless(self, id_: str, question: Question, answer: Answer) -> str | None:
        """Return why nothing is left of an answer that only consists of votes, or None."""
        whys = [self.misfit(id_, question, cast("Answer", vote)) for vote in answer.votes.values()]
        return whys[0] if whys and isinstance(answer, Unanswered) and None not in whys else None

    def votes(self, path: Path, id_: str, question: Question, answer: Answer) -> Iterator[Edit]:
        """Yield the edits within the votes on an answer that stays."""
        whys = {person: self.misfit(id_, question, cast("Answer", vote)) for person, vote in answer.votes.items()}
        if whys and None not in whys.values():
            yield Leave((*path, "votes"), next(filter(None, whys.values())))
            return
        for person, why in whys.items():
            place = (*path, "votes", person)
            if why is None:
                yield from _parts(place, question, cast("Answer", answer.votes[person]))
            else:
                yield Leave(place, why)

    def level_misfit(self, question: Question, answer: LevelAnswer) -> str | None:
        scale = self.new.scale
        ends = f"{scale.lowest} to {scale.highest}"
        if self.old and (self.old.scale.lowest, self.old.scale.highest) != (scale.lowest, scale.highest):
            return f"the scale ran from {self.old.scale.lowest} to {self.old.scale.highest} and runs from {ends} now"
        return f"level {answer.level} is off the scale of {ends}" if question.problem(answer, scale) else None

    def unit_misfit(self, id_: str, question: Question) -> str | None:
        before = self.old.question.get(id_) if self.old else None
        if isinstance(before, NumberQuestion) and isinstance(question, NumberQuestion) and before.unit != question.unit:
            return f"the unit was “{before.unit}” and is “{question.unit}” now"
        return None


def _parts(path: Path, question: Question, answer: Answer) -> Iterator[Edit]:
    """Yield the edits within an answer that stays: options and items under their new ids."""
    match answer:
        case ChoiceAnswer(option=option):
            now = successor(option, parts_of(question))
            assert now is not None
            yield from [Rewrite((*path, "option"), now)] if now != option else []
        case ChecklistAnswer() | MultipleAnswer():
            taken: set[str] = set()
            ticked = {"options": answer.options} if isinstance(answer, MultipleAnswer) else _ticked(answer)
            for key, items in ticked.items():
                for index, item in enumerate(items):
                    yield from _item((*path, key, index), item, parts_of(question), taken)
        case _:
            pass


def _ticked(answer: ChecklistAnswer) -> dict[str, tuple[str, ...]]:
    return {"done": answer.done, "partly": answer.partly}


def _item(path: Path, item: str, items: Mapping[str, Replacing], taken: set[str]) -> Iterator[Edit]:
    now = successor(item, items)
    if now is None:
        yield Leave(path, f"`{item}` is gone")
    elif now in taken:
        yield Leave(path, f"`{item}` is part of `{now}` now, which is named already")
    elif now != item:
        yield Rewrite(path, now)
    if now is not None:
        taken.add(now)


def carried(assessment: Assessment, edits: tuple[Edit, ...]) -> Assessment:
    """Return the assessment after the edits."""
    answers = dict(assessment.answers)
    facts: dict[str, Any] = dict(assessment.organisation.facts)
    framework, target = assessment.framework, assessment.target
    for edit in _inner_first(edits):
        match edit.path, edit:
            case ("framework", "version"), Rewrite(to=to):
                framework = framework.changed(version=to)
            case ("target",), _:
                target = edit.to if isinstance(edit, Rewrite) else None
            case ("organisation", "facts", name), _:
                facts = _moved(facts, str(name), edit)
            case ("answers", name), _:
                answers = _moved(answers, str(name), edit)
            case ("answers", name, *rest), _:
                answers[str(name)] = _edited(answers[str(name)], rest, edit)
    organisation = assessment.organisation.changed(facts=facts)
    return assessment.changed(framework=framework, target=target, organisation=organisation, answers=answers)


def _inner_first(edits: tuple[Edit, ...]) -> list[Edit]:
    """Return edits in an order in which no edit disturbs the path of a later one."""

    def order(edit: Edit) -> tuple[int, int, int]:
        last = edit.path[-1]
        return (Rewrite, Leave, Rename).index(type(edit)), -len(edit.path), -last if isinstance(last, int) else 0

    return sorted(edits, key=order)


def _moved(entries: Mapping[str, Any], name: str, edit: Edit) -> dict[str, Any]:
    """Return a mapping without an entry, or with the entry under another name in the same place."""
    match edit:
        case Rename(to=to):
            return {to if key == name else key: value for key, value in entries.items()}
        case _:
            return {key: value for key, value in entries.items() if key != name}


def _edited(answer: Answer, rest: list[str | int], edit: Edit) -> Answer:
    match rest:
        case ["votes"]:
            return answer.changed(votes={})
        case ["votes", str() as person]:
            return answer.changed(votes=_moved(answer.votes, person, edit))
        case ["votes", str() as person, *inner]:
            vote = _edited(cast("Answer", answer.votes[person]), inner, edit)
            return answer.changed(votes={**answer.votes, person: vote})
        case ["option"]:
            assert isinstance(edit, Rewrite)
            return answer.changed(option=edit.to)
        case [str() as key, int() as index]:
            items = list(getattr(answer, key))
            items[index : index + 1] = [edit.to] if isinstance(edit, Rewrite) else []
            return answer.changed(**{key: tuple(items)})
        case _:
            raise AssertionError(rest)
