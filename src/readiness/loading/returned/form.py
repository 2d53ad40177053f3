"""What the offline form saves: answers as JSON, with what stood in the form when it was made."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readiness.errors import InputError
from readiness.loading.returned.base import (
    Misread,
    Reader,
    Returned,
    ReturnedAnswer,
    ReturnedFact,
    TwiceError,
    unique_keys,
)
from readiness.loading.yaml_values import decimal_of

if TYPE_CHECKING:
    from readiness.loading.library import Library

__all__ = ["FORM_FILE"]

_FORMAT = "answers/1"
_DECIMAL = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,30})?\Z")
_HINT = "load it in the form again and save it anew"


def _reads(file: str, content: bytes) -> bool:
    return Path(file).suffix.lower() == ".json" and f'"{_FORMAT}"'.encode() in content


def _read(file: str, content: bytes, library: Library) -> Returned:  # noqa: ARG001  same call for every format
    """Return the answers of a saved form, each with what stood there when the form was made."""
    said = _object(_parsed(file, content))
    framework, baseline = _object(said.get("framework")), _object(said.get("baseline"))
    names = [framework.get(key) for key in ("id", "version", "digest")]
    if said.get("readiness") != _FORMAT or not all(isinstance(name, str) and name for name in names):
        raise InputError(f"{file} is not a file that the form has saved", hint=_HINT)
    problems: list[Misread] = []
    now, before = (
        dict(_answers(part, where, problems))
        for part, where in ((said.get("answers"), "answers"), (baseline.get("answers", {}), "baseline.answers"))
    )
    facts = tuple(_facts(_object(said.get("facts")), _object(baseline.get("facts")), problems))
    respondent = _respondent(said.get("respondent"), problems)
    return Returned(
        file=file,
        framework=str(names[0]),
        version=str(names[1]),
        digest=str(names[2]),
        answers=tuple(
            ReturnedAnswer(id_, now.get(id_, {}), before.get(id_, {}), f"answers.{id_}")
            for id_ in dict.fromkeys((*now, *before))
        ),
        respondent=next(iter(respondent), None),
        respondents=respondent,
        facts=facts,
        problems=tuple(problems),
    )


def _parsed(file: str, content: bytes) -> object:
    try:
        return json.loads(
            content.decode("utf-8-sig"), parse_float=decimal_of, parse_constant=_refused, object_pairs_hook=unique_keys
        )
    except (ValueError, RecursionError) as error:
        detail = str(error) if isinstance(error, json.JSONDecodeError | TwiceError) else "it is no plain JSON"
        raise InputError(f"{file} cannot be read: {detail}", hint=_HINT) from error


def _refused(name: str) -> object:
    raise ValueError(name)


def _object(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _answers(part: object, where: str, problems: list[Misread]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield each answer as plain values, and note what is none."""
    if not isinstance(part, dict):
        problems.append(Misread(where, "holds no answers", _HINT))
        return
    for id_, answer in part.items():
        if isinstance(answer, dict):
            yield id_, {key: _plain(value, key, f"{where}.{id_}", problems) for key, value in answer.items()}
        else:
            problems.append(Misread(f"{where}.{id_}", "is no answer", 'an answer is written as {"level": 3}'))


def _plain(value: object, key: str, where: str, problems: list[Misread]) -> object:
    """Return a value as an assessment file has it; the form writes a measured number as its decimal text."""
    if key != "value" or not isinstance(value, str):
        return value
    if not _DECIMAL.match(value):
        problems.append(Misread(where, f"{value!r} is not a number", "write it with a decimal point, such as 12.5"))
        return value
    return Decimal(value) if "." in value else int(value)


def _facts(now: Mapping[str, Any], before: Mapping[str, Any], problems: list[Misread]) -> Iterator[ReturnedFact]:
    """Yield what is said about the organisation, and note what is no value."""
    for id_ in dict.fromkeys((*now, *before)):
        values = (now.get(id_), before.get(id_))
        if all(isinstance(value, bool | int | Decimal | str | None) for value in values):
            yield ReturnedFact(id_, *values, place=f"facts.{id_}")
        else:
            problems.append(Misread(f"facts.{id_}", "is no value", "write true or false, a number or words"))


def _respondent(person: object, problems: list[Misread]) -> Mapping[str, Mapping[str, Any]]:
    """Return the one who answered, by id, with the keys of an assessment file; nobody when the form does not say."""
    if person is None:
        return {}
    said = {key: one for key, one in _object(person).items() if isinstance(one, str) and one.strip()}
    if "id" in said and "role" in said:
        return {said["id"]: {key: said[key] for key in ("role", "name") if key in said}}
    problems.append(Misread("respondent", "does not say who answered", "it has an id and a role"))
    return {}


FORM_FILE = Reader(_reads, _read)
