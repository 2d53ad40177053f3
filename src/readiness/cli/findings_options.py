"""What `readiness validate` can be asked for: the options of commands that report findings."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

from readiness.cli.options import FindingsFormat
from readiness.diagnostics import Severity

__all__ = [
    "ConfigOption",
    "DiffOption",
    "ExitZeroOption",
    "FailOnOption",
    "FindingsFormatOption",
    "FixOption",
    "IgnoreOption",
    "IsolatedOption",
    "PathsArgument",
    "PerFileIgnoreOption",
    "SelectOption",
    "SinceOption",
    "StatisticsOption",
    "StdinFilenameOption",
]

_RULES = "RULE,…"

PathsArgument: TypeAlias = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Files, folders to search for frameworks and assessments, or patterns; - is standard input.",
        show_default=False,
    ),
]
SelectOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        metavar=_RULES,
        envvar="READINESS_SELECT",
        help="Only these rules: codes, beginnings of codes such as RF5, or names.",
        show_default=False,
    ),
]
IgnoreOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(metavar=_RULES, envvar="READINESS_IGNORE", help="All rules but these.", show_default=False),
]
PerFileIgnoreOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        metavar="PATTERN:RULE,…",
        help="Rules to ignore in some files, such as 'drafts/*.yaml:RF5'.",
        show_default=False,
    ),
]
SinceOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="GIT-REF",
        help="Also check that versions were raised as the changes since this commit ask for.",
        show_default=False,
    ),
]
FailOnOption: TypeAlias = Annotated[
    Severity | None,
    typer.Option(
        envvar="READINESS_FAIL_ON", help="What makes the exit code 1: error when left out.", show_default=False
    ),
]
FixOption: TypeAlias = Annotated[
    bool, typer.Option("--fix", help="Repair what can be meant in one way only; report the rest.")
]
DiffOption: TypeAlias = Annotated[bool, typer.Option("--diff", help="Change nothing; show what --fix would change.")]
ExitZeroOption: TypeAlias = Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")]
StatisticsOption: TypeAlias = Annotated[
    bool, typer.Option("--statistics", help="Count the findings of each rule instead.")
]
StdinFilenameOption: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="What standard input is called, and lies beside.", show_default=False),
]
FindingsFormatOption: TypeAlias = Annotated[
    FindingsFormat | None,
    typer.Option(
        envvar="READINESS_OUTPUT_FORMAT", help="How findings are written: full when left out.", show_default=False
    ),
]
ConfigOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        envvar="READINESS_CONFIG",
        help="Settings, instead of those found above the first path.",
        show_default=False,
    ),
]
IsolatedOption: TypeAlias = Annotated[bool, typer.Option("--isolated", help="Read no settings.")]
