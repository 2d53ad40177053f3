"""Findings for tests, and what hostile ones may say."""

from __future__ import annotations

import io
from pathlib import PurePath, PurePosixPath

from readiness.checks.catalogue import RULES
from readiness.cli.console import Console
from readiness.cli.findings import FORMATS, Run
from readiness.cli.options import FindingsFormat
from readiness.diagnostics import Diagnostic, Location, Related, Severity
from readiness.loading.suppressions import Suppressed
from readiness.workflows import Checked

REPOSITORY = PurePosixPath("/repo")
HOSTILE = (
    "a `b` | [c](https://example.org) @all #1 <img src=x> ::error::d ##[error]e %0A\n::error::f \x1b[2J \u202e\0\ufffe"
)


def finding(code: str, line: int, file: str = "a.yaml", message: str = "wrong") -> Diagnostic:
    """Return a finding at the columns 3 to 8 of a line, with a second place in the first line."""
    rule = RULES[code]
    where = Location(file, line, 3, 8)
    related = (Related(Location(file, 1, 1, 2), message),)
    return Diagnostic(code, rule.name, rule.severity, message, where, "here", related, help=message)


def checked(file: str, *findings: Diagnostic, suppressed: tuple[Suppressed, ...] = ()) -> Checked:
    """Return a file of 59 lines with findings."""
    text = "".join(f"key-{number}: value # {HOSTILE!r}\n" for number in range(1, 60))
    return Checked(file, text, findings, suppressed)


def a_run(*files: Checked, fail_on: Severity = Severity.ERROR, root: PurePath = REPOSITORY) -> Run:
    """Return a run of `validate` in the folder `work` of a repository."""
    return Run(files, exit_code=1, version="1.2.3", folder=root / "work", root=root, fail_on=fail_on)


def written(run: Run, format_: FindingsFormat) -> str:
    """Return a run as a format says it."""
    stream = io.StringIO()
    FORMATS[format_](run, Console(stream))
    return stream.getvalue()
