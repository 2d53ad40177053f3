"""An assessment file of somebody who answered in YAML or in an interview of their own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from readiness.diagnostics import InvalidDocument, Location
from readiness.errors import InputError
from readiness.loading.files import STDIN, YAML_SUFFIXES
from readiness.loading.load import load_assessment
from readiness.loading.returned.base import Reader, Returned, ReturnedAnswer

if TYPE_CHECKING:
    from readiness.loading.library import Library

__all__ = ["ANSWERS_FILE"]

_OF_SHAPE = "RF"
"""What the codes of findings begin with that keep a document from being read."""


def _reads(file: str, _content: bytes) -> bool:
    return file == STDIN or Path(file).suffix.lower() in YAML_SUFFIXES


def _read(file: str, content: bytes, library: Library) -> Returned:
    """Return the answers of an assessment file, each as if nothing had been recorded before."""
    document, _ = load_assessment(file, library, content)
    wrong = tuple(one for one in document.errors if one.code.startswith(_OF_SHAPE))
    if wrong:
        raise InvalidDocument(f"{file} cannot be read", diagnostics=wrong, text=document.text)
    value: Any = document.value
    if not isinstance(value, dict):
        raise InputError(f"{file} is empty")
    respondents = value.get("respondents") or {}
    return Returned(
        file=file,
        framework=str(value["framework"]["id"]),
        version=str(value["framework"]["version"]),
        digest="",
        answers=tuple(
            ReturnedAnswer(str(id_), answer, {}, _place(document.locator.locate(("answers", id_), at_key=True)))
            for id_, answer in (value.get("answers") or {}).items()
        ),
        respondent=str(next(iter(respondents))) if len(respondents) == 1 else None,
        respondents={str(id_): one for id_, one in respondents.items()},
    )


def _place(location: Location) -> str:
    return f"line {location.line}"


ANSWERS_FILE = Reader(_reads, _read)
