"""What the checks of a report came to, as lines of text and as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from readiness.cli.console import Console, Line, Styled
from readiness.cli.text import wrapped

if TYPE_CHECKING:
    from readiness.workflows.verifying import Check, Verified

__all__ = ["verification_json", "verification_text"]

_STYLES = {"passed": "good", "failed": "error", "not checked": "warning"}
_INDENT = 22
"""Columns before what a check says."""


def verification_text(verified: Verified, console: Console) -> Iterator[Line]:
    """Yield each check with what speaks against it, and what all come to."""
    yield ("",)
    for check in verified.checks:
        yield from _check(check, console)
    yield ("",)
    if verified.holds:
        yield (Styled("Verified", "good"), ": everything in this report follows from the files that it carries.")
    else:
        yield (Styled("Not verified", "error"), ": see above.")


def _check(check: Check, console: Console) -> Iterator[Line]:
    first, *more = wrapped(check.said, console.width - _INDENT)
    yield (f"  {check.name:<8}", Styled(f"{check.outcome:<{_INDENT - 10}}", _STYLES[check.outcome]), first)
    for line in more:
        yield (" " * _INDENT, line)
    for finding in check.findings:
        for line in wrapped(finding, console.width, indent=" " * (_INDENT + 2), first=f"{' ' * _INDENT}- "):
            yield (line,)


def verification_json(verified: Verified) -> Mapping[str, Any]:
    """Return the same as plain values."""
    return {
        "readiness": "verification/1",
        "file": verified.file,
        "verified": verified.holds,
        "made-with": dict(verified.made_with),
        "checks": [
            {
                "check": check.name,
                "outcome": str(check.outcome),
                "said": check.said,
                "findings": list(check.findings),
            }
            for check in verified.checks
        ],
    }
