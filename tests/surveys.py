"""Surveys as people see them: shown and filled in by survey-core, which runs in Node."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

__all__ = ["Shown", "SurveyCore"]

_TESTS = Path(__file__).resolve().parent
_LIBRARY = _TESTS.parent / "build" / "survey-core" / "survey.core.min.js"


@dataclass(frozen=True, slots=True)
class Shown:
    """A survey after somebody has filled it in."""

    asked: set[str]
    """The fields that can be seen."""
    texts: set[str]
    """Every title, description and choice, seen or not."""
    locale: str
    """The language in which it is shown; empty is English."""
    is_whole: bool
    """Whether the survey lets itself be sent."""
    data: dict[str, Any]
    """What it sends."""


class SurveyCore:
    """survey-core, started once for any number of surveys."""

    def __init__(self) -> None:
        """Start Node."""
        assert _LIBRARY.is_file(), "survey-core is not there: ./dev test fetches it"
        command = ["node", str(_TESTS / "surveys.js"), str(_LIBRARY)]
        self._node = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> Self:
        """Return this."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End Node."""
        self._node.communicate(timeout=30)

    def fill(self, survey: bytes, values: Mapping[str, str] | None = None, locale: str | None = None) -> Shown:
        """Type values by the names of fields, in this order, and send the survey; of several choices, with spaces."""
        asked = {"survey": json.loads(survey), "values": values or {}, "locale": locale}
        assert self._node.stdin
        assert self._node.stdout
        self._node.stdin.write(json.dumps(asked) + "\n")
        self._node.stdin.flush()
        said = json.loads(self._node.stdout.readline())
        assert said["faults"] == []
        return Shown(set(said["asked"]), set(said["texts"]), said["locale"], said["isWhole"], said["data"])
