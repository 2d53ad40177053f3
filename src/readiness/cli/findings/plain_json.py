"""Findings as JSON, for programs that have no format of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readiness.cli.console import Console
    from readiness.cli.findings.run import Found, Run
    from readiness.diagnostics import Fix, Location

__all__ = ["write_json"]


def write_json(run: Run, console: Console) -> None:
    """Write an array with one object for each finding."""
    console.write_json([_object(one) for one in run.found()])


def _object(found: Found) -> dict[str, object]:
    one = found.diagnostic
    return {
        "code": one.code,
        "name": one.name,
        "severity": str(one.severity),
        "message": one.message,
        **_place(one.location),
        "label": one.label,
        "help": one.help,
        "related": [{**_place(other.location), "label": other.label} for other in one.related],
        "fix": _fix(one.fix) if one.fix else None,
        "fingerprint": found.fingerprint,
        "suppressed": None if found.reason is None else {"reason": found.reason},
    }


def _fix(fix: Fix) -> dict[str, object]:
    replacements = [
        {
            "line": one.line,
            "column": one.column,
            "end-line": one.end_line,
            "end-column": one.end_column,
            "text": one.text,
        }
        for one in fix.replacements
    ]
    return {"what": fix.what, "replacements": replacements}


def _place(location: Location) -> dict[str, object]:
    return {
        "file": location.file,
        "line": location.line,
        "column": location.column,
        "end-column": location.end_column,
    }
