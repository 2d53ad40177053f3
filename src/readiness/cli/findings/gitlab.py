"""Findings as a code quality report of GitLab.

The form: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from readiness.cli.text import safe
from readiness.diagnostics import Severity

if TYPE_CHECKING:
    from readiness.cli.console import Console
    from readiness.cli.findings.run import Found, Run

__all__ = ["write_gitlab"]

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor"}


def write_gitlab(run: Run, console: Console) -> None:
    """Write an array with one object for each finding that counts."""
    console.write_json([_object(one, run) for one in run.found() if one.reason is None])


def _object(found: Found, run: Run) -> dict[str, object]:
    one = found.diagnostic
    line = one.location.line
    return {
        "description": safe(f"{one.code} {one.name}: {one.message}{f' ({one.help})' if one.help else ''}"),
        "check_name": one.code,
        "fingerprint": found.fingerprint,
        "severity": _SEVERITIES[one.severity],
        "location": {"path": run.path_of(one.location.file).as_posix(), "lines": {"begin": line, "end": line}},
    }
