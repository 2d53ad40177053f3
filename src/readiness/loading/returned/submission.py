"""What one person has sent from a form on a server: the fields of the form, as answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from readiness.errors import InputError
from readiness.loading.returned.base import Misread, Returned, ReturnedAnswer, ReturnedFact
from readiness.loading.returned.fields import DAY, DIGEST, FRAMEWORK, NAME, NONE, ROLE, VERSION, Kind, field_of
from readiness.loading.returned.workbook.sheets import Value
from readiness.loading.returned.workbook.values import Choices, Unreadable, choice_in, day_in, number_in, text_in

if TYPE_CHECKING:
    from readiness.loading.library import Library
    from readiness.model.answers import Question
    from readiness.model.framework import Framework

__all__ = ["Cell", "Submission"]

Cell: TypeAlias = str | int | Decimal | bool | None
"""What stands in a field; of several choices, their ids with spaces between them."""

_TICKED, _NOT_TICKED = {"1", "1.0", "true"}, {"", "0", "0.0", "false"}
_NOT_ID = re.compile(r"[^A-Za-z0-9]+")
_LONGEST_ID = 80
_UNTOLD = "No reason was given."
_NO_FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001  a day of a table is a text, never a count of days


@dataclass
class Submission:
    """What one person has sent."""

    file: str
    """What it is called."""
    cells: Mapping[tuple[str, str], Cell]
    """What stands in each field, or was said of one of its choices; fields that are not ours are called nothing."""
    within: str = ""
    """Where in the file its fields are, such as a row."""
    problems: list[Misread] = field(default_factory=list)
    """What could not be read."""

    def returned(self, library: Library) -> Returned:
        """Return what was sent as answers.

        Raises:
            InputError: its framework is not there.
        """
        said = {key: _text(self.cells.get((key, ""))).strip() for key in (FRAMEWORK, VERSION, DIGEST)}
        framework = _framework(self.file, said[FRAMEWORK], library)
        answers = tuple(self._answers(framework))
        facts = tuple(self._facts(framework))
        self._check_unknown(framework)
        person = self._person(framework)
        return Returned(
            file=self.file,
            framework=said[FRAMEWORK],
            version=said[VERSION],
            digest=said[DIGEST],
            answers=answers,
            respondent=next(iter(person), None),
            respondents=person,
            facts=facts,
            problems=tuple(self.problems),
        )

    def _cell(self, name: str, choice: str = "") -> Value:
        said = self.cells.get((name, choice))
        return Value(said if _text(said).strip() else None, self._place(f"{name}/{choice}" if choice else name))

    def _place(self, column: str) -> str:
        return ", ".join(filter(None, (self.within, column)))

    def _read(self, name: str, reader: Any, *more: Any) -> Any:
        """Return what a reader makes of a cell; where it cannot, note why."""
        cell = self._cell(name)
        try:
            return reader(cell, *more)
        except Unreadable as error:
            self.problems.append(Misread(cell.place, str(error), error.help))
            return None

    def _answers(self, framework: Framework) -> Iterator[ReturnedAnswer]:
        day = self._read(DAY, day_in, _NO_FIRST_DAY)
        for id_, question in framework.question.items():
            now = self._answer(question)
            if now:
                signed = {**now, "on": day} if day else now
                yield ReturnedAnswer(id_, signed, {}, self._place(field_of(Kind.QUESTION, id_)))

    def _answer(self, question: Question) -> dict[str, Any]:
        names = {kind: field_of(kind, question.id) for kind in Kind}
        state = self._read(names[Kind.STATE], choice_in, _choices(("not-applicable", "unknown")))
        reason = self._read(names[Kind.REASON], text_in)
        value = self._value(question, names)
        if state and value:
            place = self._place(names[Kind.STATE])
            self.problems.append(
                Misread(place, "there is an answer, and it says that there is none", "empty one of the two")
            )
        if state == "not-applicable" and not reason:
            self.problems.append(
                Misread(self._place(names[Kind.REASON]), "it does not say why the question does not apply")
            )
        confidence = self._read(names[Kind.CONFIDENCE], choice_in, _choices(("low", "medium", "high")))
        beside = {"note": self._read(names[Kind.NOTE], text_in), "confidence": confidence}
        said = {state: reason or _UNTOLD} if state else value
        return said | {key: one for key, one in beside.items() if one}

    def _value(self, question: Question, names: Mapping[Kind, str]) -> dict[str, Any]:
        name = names[Kind.QUESTION]
        match question.type:
            case "level" | "choice" | "yes-no":
                key = {"level": "level", "choice": "option", "yes-no": "answer"}[question.type]
                chosen = self._read(name, text_in)
                return _given(key, _level(chosen) if key == "level" else chosen)
            case "number":
                return _given("value", self._read(name, number_in, question.unit))
            case "date":
                return _given("date", self._read(name, day_in, _NO_FIRST_DAY))
            case "text":
                return _given("text", self._read(name, text_in))
            case "multiple":
                return _given("options", self._ticked(name))
            case _:
                return self._checked(self._ticked(name), self._ticked(names[Kind.PARTLY]))

    def _checked(self, done: list[str] | None, partly: list[str] | None) -> dict[str, Any]:
        if done is None and not partly:
            return {}
        half = [one for one in partly or () if one not in (done or ())]
        return {"done": done or []} | ({"partly": half} if half else {})

    def _ticked(self, name: str) -> list[str] | None:
        """Return what is ticked; None when nothing is said, not even that nothing is."""
        if (name, "") in self.cells:
            ticked = _text(self.cells[name, ""]).split()
        else:
            ticked = [choice for column, choice in self.cells if column == name and self._is_ticked(name, choice)]
        if NONE in ticked and len(ticked) > 1:
            self.problems.append(Misread(self._place(name), "something is ticked beside none of these", "untick one"))
        return [one for one in ticked if one != NONE] if ticked else None

    def _is_ticked(self, name: str, choice: str) -> bool:
        text = _text(self.cells.get((name, choice))).strip().lower()
        if text not in _TICKED | _NOT_TICKED:
            place = self._place(f"{name}/{choice}")
            self.problems.append(Misread(place, f"{text[:40]!r} does not say whether it is ticked", "write 1 or 0"))
        return text in _TICKED

    def _facts(self, framework: Framework) -> Iterator[ReturnedFact]:
        for id_, fact in framework.known_facts.items():
            name = field_of(Kind.FACT, id_)
            if fact.type == "boolean":
                chosen = self._read(name, choice_in, {"true": "true", "yes": "true", "false": "false", "no": "false"})
                now = None if chosen is None else chosen == "true"
            else:
                now = self._read(name, number_in if fact.type == "number" else text_in)
            if now is not None:
                yield ReturnedFact(id_, now, None, self._place(name))

    def _check_unknown(self, framework: Framework) -> None:
        """Find answers to what the framework does not ask: nothing that somebody wrote is dropped in silence."""
        known = {field_of(kind, id_) for id_ in framework.question for kind in Kind}
        known |= {field_of(Kind.FACT, id_) for id_ in framework.known_facts}
        known |= {FRAMEWORK, VERSION, DIGEST, DAY, ROLE, NAME, ""}
        for (name, choice), said in self.cells.items():
            text = _text(said)
            if name not in known and text.strip() and not (choice and text.strip().lower() in _NOT_TICKED):
                self.problems.append(Misread(self._place(name), "the framework has no such question"))

    def _person(self, framework: Framework) -> Mapping[str, Mapping[str, str]]:
        role, name = self._read(ROLE, text_in), self._read(NAME, text_in)
        id_ = "" if role is None else role if role in framework.roles else _id_of(role)
        if not id_:
            return {}
        title = " ".join(framework.role_name(role).split())
        return {id_: {"role": title} | ({"name": " ".join(name.split())} if name else {})}


def _framework(file: str, id_: str, library: Library) -> Framework:
    found = library.load(id_) if id_ else None
    if found is None or found.model is None:
        raise InputError(
            f"{file} answers the framework {id_[:80]!r}, which is not there", hint="put its file beside it"
        )
    return found.model


def _text(said: Cell) -> str:
    return "" if said is None else str(said)


def _choices(codes: Sequence[str]) -> Choices:
    return {code: code for code in codes}


def _given(key: str, value: object) -> dict[str, Any]:
    return {} if value is None else {key: value}


def _level(text: str | None) -> int | str | None:
    return int(text) if text and re.fullmatch(r"-?\d{1,3}", text.strip(), re.ASCII) else text


def _id_of(text: str) -> str:
    return _NOT_ID.sub("-", text).strip("-").lower()[:_LONGEST_ID].strip("-")
