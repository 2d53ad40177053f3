"""What a SurveyJS survey sends: the fields of one person as a JSON object, or a list of such objects."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.errors import InputError
from readiness.loading.returned.base import Misread, Returned, unique_keys
from readiness.loading.returned.fields import FRAMEWORK, Kind
from readiness.loading.returned.submission import Cell, Submission

if TYPE_CHECKING:
    from readiness.loading.library import Library

__all__ = ["is_survey_result", "read_survey_results"]

_LONGEST_NUMBER = 40
_OURS = tuple(f"{kind}_" for kind in (*Kind, "readiness"))
_EXPORT = "save what the survey hands to its page when somebody is done, or a list of those"


def is_survey_result(file: str, content: bytes) -> bool:
    """Tell whether a file, by its name and its content, is what a survey has sent."""
    return Path(file).suffix.lower() == ".json" and f'"{FRAMEWORK}"'.encode() in content


def read_survey_results(file: str, content: bytes, library: Library) -> tuple[Returned, ...]:
    """Return what each person has answered; what is wrong in single fields stands in `problems`.

    Of several people each is called after the place in the list, such as answers.json#3.

    Raises:
        InputError: it is not what one of our surveys sends, or its framework is not there.
    """
    said = _parsed(file, content)
    people = said if isinstance(said, list) else [said]
    if not all(isinstance(one, dict) and FRAMEWORK in one for one in people):
        raise InputError(f"{file} is not what a survey of `readiness questionnaire` sends", hint=_EXPORT)
    names = [file if len(people) == 1 else f"{file}#{at}" for at, _ in enumerate(people, 1)]
    return tuple(_submission(name, one).returned(library) for name, one in zip(names, people, strict=True))


def _parsed(file: str, content: bytes) -> object:
    try:
        return json.loads(
            content.decode("utf-8-sig"), parse_float=_number, parse_int=_number, object_pairs_hook=unique_keys
        )
    except (ValueError, RecursionError) as error:
        detail = error.msg if isinstance(error, json.JSONDecodeError) else "it is no plain JSON"
        raise InputError(f"{file} cannot be read: {detail}", hint=_EXPORT) from error


def _number(text: str) -> int | Decimal | str:
    """Return a number as it is written; one that nobody means stays a text, which is refused by its place."""
    try:
        value = Decimal(text)
    except InvalidOperation:  # even its exponent is longer than a machine counts
        return text
    if len(text) > _LONGEST_NUMBER or abs(value.adjusted()) > _LONGEST_NUMBER:
        return text
    return int(value) if text.lstrip("-").isdigit() else value


def _submission(file: str, said: Mapping[str, object]) -> Submission:
    problems: list[Misread] = []
    cells = {(name, ""): value for name, value in _cells(said, problems) if name.startswith(_OURS)}
    return Submission(file, cells, problems=problems)


def _cells(said: Mapping[str, object], problems: list[Misread]) -> Iterator[tuple[str, Cell]]:
    for name, value in said.items():
        if isinstance(value, str | int | Decimal | None):
            yield name, value
        elif isinstance(value, list) and all(isinstance(one, str | int | Decimal) for one in value):
            yield name, " ".join(map(str, value))
        elif name.startswith(_OURS):
            problems.append(Misread(name, "is no answer of a survey", "a text, a number or a list of choices"))
