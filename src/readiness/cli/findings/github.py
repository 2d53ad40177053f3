"""Findings as annotations of GitHub Actions, and as the summary of the step.

The forms: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.cli.findings.step_summary import MOST_BYTES, step_summary
from readiness.cli.frames import concise, plain, tally
from readiness.diagnostics import Severity
from readiness.errors import OutputError

if TYPE_CHECKING:
    from readiness.cli.console import Console
    from readiness.cli.findings.run import Run
    from readiness.diagnostics import Diagnostic

__all__ = ["write_github"]

_MOST_ANNOTATIONS = 10
"""GitHub drops further ones of a kind from the same step."""
_SUMMARY = "GITHUB_STEP_SUMMARY"


def write_github(run: Run, console: Console) -> None:
    """Write the first ten errors and the first ten warnings as annotations, the others as lines of the log.

    All of them go into the summary of the step when the environment names its file.

    Raises:
        OutputError: that file cannot be written.
    """
    others: list[Diagnostic] = []
    for severity in Severity:
        of_kind = [one for one in run.diagnostics if one.severity is severity]
        for one in of_kind[:_MOST_ANNOTATIONS]:
            console.print(_annotation(one, run))
        others += of_kind[_MOST_ANNOTATIONS:]
    for one in others:
        console.print("also ", _inert(plain(concise(one))))
    has_summary = _write_summary(run)
    if others:
        where = "summary of this step" if has_summary else "log of this step"
        console.print(f"::notice title=readiness::{_data(f'{tally(others)} more in the {where}')}")
    console.print(run.summary)


def _annotation(one: Diagnostic, run: Run) -> str:
    location = one.location
    properties = {
        "file": run.path_of(location.file).as_posix(),
        "line": location.line,
        "col": location.column,
        "endColumn": location.end_column - 1,
        "title": f"{one.code} {one.name}",
    }
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    help_ = f"\n{one.help}" if one.help else ""
    return f"::{one.severity} {listed}::{_data(f'{one.message}{help_}')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _inert(text: str) -> str:
    """Return a text without the older form of commands, which may stand anywhere in a line."""
    return text.replace("##[", "## [")


def _write_summary(run: Run) -> bool:
    """Add to the summary of the step; tell whether there is one."""
    name = os.environ.get(_SUMMARY)
    if not name:
        return False
    file = Path(name)
    try:
        written = file.stat().st_size if file.exists() else 0
        with file.open("ab") as stream:
            stream.write(step_summary(run, MOST_BYTES - written).encode())
    except OSError as error:
        raise OutputError(f"{name} cannot be written: {error.strerror}", hint=f"{_SUMMARY} names it") from None
    return True
