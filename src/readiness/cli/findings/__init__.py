"""How findings are written: one module for each kind of format, and their registry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from readiness.cli.console import Console
from readiness.cli.findings.github import write_github
from readiness.cli.findings.gitlab import write_gitlab
from readiness.cli.findings.junit import write_junit
from readiness.cli.findings.plain_json import write_json
from readiness.cli.findings.run import Run
from readiness.cli.findings.sarif import write_sarif
from readiness.cli.findings.statistics import write_statistics, write_statistics_json
from readiness.cli.findings.terminal import write_concise, write_full
from readiness.cli.options import FindingsFormat

__all__ = ["FORMATS", "STATISTICS", "Run", "Writer"]

Writer: TypeAlias = Callable[[Run, Console], None]

FORMATS: Mapping[FindingsFormat, Writer] = MappingProxyType(
    {
        FindingsFormat.FULL: write_full,
        FindingsFormat.CONCISE: write_concise,
        FindingsFormat.JSON: write_json,
        FindingsFormat.SARIF: write_sarif,
        FindingsFormat.GITHUB: write_github,
        FindingsFormat.GITLAB: write_gitlab,
        FindingsFormat.JUNIT: write_junit,
    }
)
"""What writes each format; every one says the same findings."""

STATISTICS: Mapping[FindingsFormat, Writer] = MappingProxyType(
    {
        FindingsFormat.FULL: write_statistics,
        FindingsFormat.CONCISE: write_statistics,
        FindingsFormat.JSON: write_statistics_json,
    }
)
"""What writes the counts of findings instead, in the formats that can."""
