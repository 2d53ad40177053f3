"""Makes a result again from the files that it was made of, and from nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from readiness.errors import InputError
from readiness.loading.attached import EARLIER
from readiness.loading.files import digest, sniff
from readiness.loading.yaml_source import shown
from readiness.loading.yaml_values import decimal_of
from readiness.model.base import LAST_DAY

if TYPE_CHECKING:
    from readiness.report.inputs import ReportInput

__all__ = ["Kept", "kept_in", "replayed", "values_of"]

_LONGEST = 200
"""Of what somebody else wrote, in a message."""
_FILE = re.compile(r"(instruments/|earlier/)?(?![.\s])[^/\\\x00-\x1f:]{1,200}")
"""The name of an input: of a file in one folder, or in one of the folders below it."""
_DEPTH = "its values lie too deep within each other"


@dataclass(frozen=True, slots=True)
class Kept:
    """A result as somebody kept it."""

    values: Mapping[str, Any]
    version: str
    """The version of the tool that made it."""
    digests: Mapping[str, str]
    """The SHA-256 that it names for each of its inputs."""

    def broken(self, files: Mapping[str, bytes]) -> tuple[str, ...]:
        """Return what is wrong with the files that go with the result, measured by the digests that it names."""
        missing = [f"{name} is missing" for name in self.digests if name not in files]
        other = [f"{name} is not the file that was read" for name in files if self._is_other(name, files[name])]
        return (*missing, *other)

    def _is_other(self, name: str, content: bytes) -> bool:
        return name in self.digests and digest(content) != self.digests[name]


def kept_in(content: bytes, name: str) -> Kept:
    """Return a result that was kept as JSON.

    Raises:
        InputError: it is no result, or one without what is needed to make it again.
    """
    try:
        values = values_of(content)
    except RecursionError:
        raise InputError(f"{name} is no result: {_DEPTH}") from None
    except ValueError as error:
        raise InputError(f"{name} is no result: {error}") from None
    wrong = "" if isinstance(values, dict) and values.get("readiness") == "result/1" else "it says so nowhere"
    wrong = wrong or next(_wrong(values), "")
    if wrong:
        raise InputError(f"{name} is no result that can be made again: {wrong}")
    return Kept(values, values["tool"]["version"], values["files"])


def values_of(content: bytes) -> Any:  # noqa: ANN401
    """Return what JSON says, every number as it is written."""
    return json.loads(content, parse_float=decimal_of)


def _wrong(values: Mapping[str, Any]) -> Iterator[str]:
    """Yield why a result cannot be made again."""
    tool, files, target = values.get("tool"), values.get("files"), values.get("target")
    if not isinstance(tool, dict) or not isinstance(tool.get("version"), str):
        yield "it does not say what made it"
    if not isinstance(files, dict) or not all(
        isinstance(one, str) and _FILE.fullmatch(name) for name, one in files.items()
    ):
        yield "its list of files names none, or others than a report can have"
    if not isinstance(values.get("as-of"), str) or "planner" not in values:
        yield "it was made by a version of readiness that did not keep how"
    if target is not None and not (isinstance(target, dict) and isinstance(target.get("id"), str)):
        yield "its target has no id"


@contextmanager
def replayed(kept: Kept, files: Mapping[str, bytes], *, version: str) -> Iterator[ReportInput]:
    """Hand out what a report of the same files says now: scored and planned again, as the result says that it was.

    Args:
        kept: How it was made.
        files: The content of every input, by name; no other file is looked at.
        version: The version of this tool.

    Raises:
        ReadinessError: the files cannot be scored, or not in this way.
    """
    with TemporaryDirectory(prefix="readiness-") as folder:
        for name, content in files.items():
            _put(Path(folder, name), content)
        yield _again(kept.values, Path(folder), _answers_among(files), version)


def _put(path: Path, content: bytes) -> None:
    """Write an input under the name that somebody else gave it."""
    try:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    except (OSError, ValueError):  # it is too long, is a folder as well, or is no Unicode
        raise InputError(f"no file can be called {shown(path.name)!r}") from None


def _answers_among(files: Mapping[str, bytes]) -> str:
    mine = {name: content for name, content in files.items() if not name.startswith(EARLIER)}
    answers = [name for name, content in mine.items() if sniff(content) == "assessment"]
    if len(answers) != 1:
        raise InputError(f"{len(answers)} of the files are answers, where a report has one file of them")
    return answers[0]


def _day(text: str) -> date:
    day = date.fromisoformat(text)
    if day > LAST_DAY:
        raise ValueError(f"{day} is after the last day that there is a calendar for")
    return day


def _again(values: Mapping[str, Any], folder: Path, answers: str, version: str) -> ReportInput:
    from readiness.loading.library import Library
    from readiness.model.assessment import Plan
    from readiness.roadmap.planners import Planner
    from readiness.workflows.assessing import assess, in_language, replanned
    from readiness.workflows.outputs import report_input
    from readiness.workflows.since import since

    try:
        day = _day(values["as-of"])
        planner = None if values["planner"] is None else Planner(values["planner"])
        plan = None if values.get("plan") is None else Plan.model_validate(values["plan"])
    except ValueError as error:
        said = " ".join(str(error).split())[:_LONGEST]
        raise InputError(f"the result does not say how it was made: {said}") from None
    target = values["target"]["id"] if values.get("target") else None
    library = Library((folder,))
    assessed = assess(str(folder / answers), target=target, as_of=day, planner=planner, library=library)
    assessed = assessed if plan is None else replanned(assessed, plan)
    if values.get("since") is not None:
        assessed = since(assessed, str(folder / _earlier(values)), folders=(folder / EARLIER, folder))
    language = values.get("language")
    return report_input(in_language(assessed, str(language)) if language else assessed, version=version)


def _earlier(values: Mapping[str, Any]) -> str:
    """Return the name of the answers of the assessment before.

    Raises:
        InputError: the result names no input of this kind.
    """
    said = values["since"]
    name = said.get("file") if isinstance(said, dict) else None
    if not isinstance(name, str) or not name.startswith(EARLIER) or name not in values["files"]:
        raise InputError("the result does not say what it was compared with")
    return name
