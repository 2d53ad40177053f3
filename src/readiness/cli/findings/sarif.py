"""Findings as SARIF 2.1.0, the format of OASIS for results of static analysis.

Its schema: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from readiness.checks.catalogue import RULES
from readiness.cli.findings.rule_text import rule_markdown, rule_text
from readiness.cli.text import safe

if TYPE_CHECKING:
    from readiness.checks.catalogue import Rule
    from readiness.cli.console import Console
    from readiness.cli.findings.run import Found, Run
    from readiness.diagnostics import Fix, Location

__all__ = ["write_sarif"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "SRCROOT"
_FINGERPRINT = "lineHash/v1"

Object = dict[str, Any]


def write_sarif(run: Run, console: Console) -> None:
    """Write a log with one run; findings that comments suppress are marked with their reasons."""
    found = list(run.found())
    codes = sorted({one.diagnostic.code for one in found})
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(run.version, codes)},
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {_ROOT: {"uri": run.root.as_uri().rstrip("/") + "/"}},
                "invocations": [{"executionSuccessful": True, "exitCode": run.exit_code}],
                "results": [_result(one, codes.index(one.diagnostic.code), run) for one in found],
            }
        ],
    }
    console.write_json(log)


def _driver(version: str, codes: list[str]) -> Object:
    rules = [_rule(RULES[code]) for code in codes]
    return {"name": "readiness", "version": version, "semanticVersion": version, "rules": rules}


def _rule(rule: Rule) -> Object:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.what},
        "fullDescription": {"text": f"{rule.what} {rule.why}"},
        "help": {"text": rule_text(rule), "markdown": rule_markdown(rule)},
        "defaultConfiguration": {"level": str(rule.severity)},
    }


def _result(found: Found, index: int, run: Run) -> Object:
    one = found.diagnostic
    text = f"{one.message} ({one.help})" if one.help else one.message
    result: Object = {
        "ruleId": one.code,
        "ruleIndex": index,
        "level": str(one.severity),
        "message": {"text": _plain(text)},
        "locations": [_location(one.location, run)],
        "partialFingerprints": {_FINGERPRINT: found.fingerprint},
        "suppressions": [] if found.reason is None else [{"kind": "inSource", "justification": safe(found.reason)}],
    }
    if one.related:
        result["relatedLocations"] = [
            {"id": number, **_location(other.location, run), "message": {"text": _plain(other.label)}}
            for number, other in enumerate(one.related)
        ]
    if one.fix:
        result["fixes"] = [_fix(one.fix, one.location.file, run)]
    return result


def _fix(fix: Fix, file: str, run: Run) -> Object:
    replacements = [
        {
            "deletedRegion": {
                "startLine": one.line,
                "startColumn": one.column,
                "endLine": one.end_line,
                "endColumn": one.end_column,
            },
            "insertedContent": {"text": one.text},
        }
        for one in fix.replacements
    ]
    change = {"artifactLocation": _artifact(file, run), "replacements": replacements}
    return {"description": {"text": _plain(fix.what)}, "artifactChanges": [change]}


def _location(location: Location, run: Run) -> Object:
    region = {"startLine": location.line, "startColumn": location.column, "endColumn": location.end_column}
    return {"physicalLocation": {"artifactLocation": _artifact(location.file, run), "region": region}}


def _artifact(file: str, run: Run) -> Object:
    path = run.path_of(file)
    if path.is_absolute():
        return {"uri": path.as_uri()}
    return {"uri": quote(os.fsencode(path.as_posix())), "uriBaseId": _ROOT}


def _plain(text: str) -> str:
    """Return a text in which nothing is read as a link, which SARIF writes as [text](where)."""
    return safe(text).replace("](", "] (")
