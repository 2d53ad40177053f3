"""What the rows of the sheet of answers say of one question."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from readiness.loading.returned.base import Misread
from readiness.loading.returned.workbook.layout import YES, AnswerColumn, ListName, list_of_question
from readiness.loading.returned.workbook.sheets import Value
from readiness.loading.returned.workbook.values import (
    Choices,
    Unreadable,
    choice_in,
    day_in,
    number_in,
    same,
    text_in,
)

__all__ = ["Asked", "Reading", "answer_of"]

_C = AnswerColumn
_EMPTY = Value(None, "")
_CHOSEN = {"level": "level", "choice": "option", "yes-no": "answer"}
_STATES = ("not-applicable", "unknown")
_VALUES = ("level", "option", "answer", "value", "date", "text", "done", "partly", "options")
_UNTOLD = "No reason was given."
_NOT_ID = re.compile(r"[^A-Za-z0-9]+")
_LONGEST_ID = 80

Row = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the workbook remembers of a question."""

    type: str
    unit: str
    items: tuple[str, ...]
    before: Mapping[str, Any]


@dataclass(slots=True)
class Reading:
    """What reading goes by, and what it finds."""

    lists: Mapping[str, Choices]
    first_day: datetime
    """From which the workbook counts days."""
    problems: list[Misread] = field(default_factory=list)
    people: dict[str, dict[str, str]] = field(default_factory=dict)
    """People who are named and were not known, by the id that they get."""

    def read(self, cell: Value, reader: Callable[[Value], Any], otherwise: Any = None) -> Any:
        """Return what a reader makes of a cell; where it cannot, note why."""
        try:
            return reader(cell)
        except Unreadable as error:
            self.wrong(cell.place, str(error), error.help)
            return otherwise

    def wrong(self, place: str, message: str, help_: str = "") -> None:
        """Note what is wrong in a cell."""
        self.problems.append(Misread(place, message, help_))

    def choice(self, cell: Value, name: str) -> str | None:
        """Return what was chosen from a list."""
        chosen: str | None = self.read(cell, lambda one: choice_in(one, self.lists.get(name, {})))
        return chosen

    def person(self, text: str) -> str:
        """Return the id of somebody who is named: one who is known, or one that is made of the text."""
        known = self.lists.get(ListName.RESPONDENT, {})
        folded = " ".join(text.split())
        found = known.get(folded.casefold()) or next((id_ for id_ in known.values() if id_ == folded), None)
        if found:
            return found
        id_ = self.lists.get(ListName.ROLE, {}).get(folded.casefold()) or _id_of(folded)
        if id_ and id_ not in known.values():
            self.people.setdefault(id_, {"role": folded})
        return id_


def _id_of(text: str) -> str:
    return _NOT_ID.sub("-", text).strip("-").lower()[:_LONGEST_ID].strip("-")


def answer_of(asked: Asked, question: Row | None, items: Mapping[str, Row], on: Reading, id_: str) -> dict[str, Any]:
    """Return the answer that the rows of a question give; what they do not show, or show unchanged, stays.

    Args:
        asked: What was asked, and what was answered then.
        question: The row of the question; None when somebody has deleted it.
        items: The rows of its items, by their ids.
        on: What reading goes by.
        id_: The id of the question.
    """
    before, now = asked.before, dict(asked.before)
    row = question or {}
    value = _value(asked, row, items, on, id_)
    if question is not None:
        shown = _state(row, on, given=bool(value)) | _beside(row, on)
        _put(now, before, shown, (*_STATES, "note", "confidence", "by", "on"))
    is_shown = bool(items) if asked.type in {"checklist", "multiple"} else question is not None
    if is_shown:
        _put(now, before, value, _VALUES)
    return now


def _put(now: dict[str, Any], before: Mapping[str, Any], shown: Mapping[str, Any], keys: Sequence[str]) -> None:
    """Put what cells show into an answer; what they show as it was keeps every space that it had."""
    old = {key: before[key] for key in keys if key in before}
    if _same_ticks(old, shown) or same(old, shown):
        return
    for key in keys:
        now.pop(key, None)
    now.update({key: old[key] if key in old and same(old[key], value) else value for key, value in shown.items()})


def _same_ticks(old: Mapping[str, Any], shown: Mapping[str, Any]) -> bool:
    """Tell whether the same items are ticked, in whatever order they were written."""
    ticks = ("done", "partly", "options")
    if not (any(key in old for key in ticks) and any(key in shown for key in ticks)):
        return False
    return all(set(old.get(key, ())) == set(shown.get(key, ())) for key in ticks)


def _value(asked: Asked, row: Row, items: Mapping[str, Row], on: Reading, id_: str) -> dict[str, Any]:
    cell = row.get(_C.ANSWER, _EMPTY)
    match asked.type:
        case "level":
            chosen = on.choice(cell, list_of_question(id_))
            return {} if chosen is None else {"level": int(chosen)}
        case "choice" | "yes-no":
            return _given(_CHOSEN[asked.type], on.choice(cell, list_of_question(id_)))
        case "number":
            return _given("value", on.read(cell, lambda one: number_in(one, asked.unit)))
        case "date":
            return _given("date", on.read(cell, lambda one: day_in(one, on.first_day)))
        case "text":
            return _given("text", on.read(cell, text_in))
        case _:
            return _ticked(asked, items, on)


def _given(key: str, value: object) -> dict[str, Any]:
    return {} if value is None else {key: value}


def _ticked(asked: Asked, items: Mapping[str, Row], on: Reading) -> dict[str, Any]:
    """Return what is ticked; a line that is empty beside others is not done, one that was deleted is as it was."""
    is_multiple = asked.type == "multiple"
    name = ListName.TICK if is_multiple else ListName.ITEM
    said = {id_: on.choice(row.get(_C.ANSWER, _EMPTY), name) for id_, row in items.items()}
    if not any(said.values()):
        return {}
    if is_multiple:
        was = asked.before.get("options", ())
        return {"options": [one for one in asked.items if (said[one] == YES if one in said else one in was)]}
    done = [one for one in asked.items if _stands(one, said, asked, "done")]
    partly = [one for one in asked.items if _stands(one, said, asked, "partly")]
    return ({"done": done} if done or not partly else {}) | ({"partly": partly} if partly else {})


def _stands(item: str, said: Mapping[str, str | None], asked: Asked, word: str) -> bool:
    return said[item] == word if item in said else item in asked.before.get(word, ())


def _state(row: Row, on: Reading, *, given: bool) -> dict[str, Any]:
    cell, reason_cell = row.get(_C.STATE, _EMPTY), row.get(_C.REASON, _EMPTY)
    state = on.choice(cell, ListName.STATE)
    reason = on.read(reason_cell, text_in)
    if state and given:
        on.wrong(cell.place, "there is an answer, and it says that there is none", "empty one of the two")
        return {}
    if state == "not-applicable" and reason is None:
        on.wrong(cell.place, "it does not say why the question does not apply", "write why in the next cell")
    if reason and not state:
        message = "it says why there is no answer, and the cell before it does not say that there is none"
        on.wrong(reason_cell.place, message, "choose one of the list there")
        return {}
    return {} if state is None else {state: reason or _UNTOLD}


def _beside(row: Row, on: Reading) -> dict[str, Any]:
    return dict(_shown(row, on))


def _shown(row: Row, on: Reading) -> Iterator[tuple[str, Any]]:
    note = on.read(row.get(_C.NOTE, _EMPTY), text_in)
    confidence = on.choice(row.get(_C.CONFIDENCE, _EMPTY), ListName.CONFIDENCE)
    by = on.read(row.get(_C.BY, _EMPTY), text_in)
    day = on.read(row.get(_C.ON, _EMPTY), lambda one: day_in(one, on.first_day))
    person = on.person(by) if by else None
    if by and not person:
        message = f"{by[:40]!r} has no letter or digit to name somebody by"
        on.wrong(row[_C.BY].place, message, "write a role, such as Head of HR")
    found = (("note", note), ("confidence", confidence), ("by", person), ("on", day))
    yield from ((key, value) for key, value in found if value)
