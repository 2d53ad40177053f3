"""How findings are written: one module for each kind of format, and their registry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from readiness.cli.console import Console
from readiness.cli.findings.plain_json import write_json
from readiness.cli.findings.run import Run
from readiness.cli.findings.terminal import write_concise, write_full
from readiness.cli.options import FindingsFormat

__all__ = ["FORMATS", "Run"]


FORMATS: Mapping[FindingsFormat, Callable[[Run, Console], None]] = MappingProxyType(
    {
        FindingsFormat.FULL: write_full,
        FindingsFormat.CONCISE: write_concise,
        FindingsFormat.JSON: write_json,
    }
)
"""What writes each format; every one says the same findings."""
